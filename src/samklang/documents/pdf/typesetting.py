"""The process that sets a PDF: reads an order as JSON, writes the file; knows no Django.

Typst adds 100–200 MB to whoever hosts it, so it never runs in a web worker.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

from samklang.documents.pdf import NOT_SET

TEMPLATE = Path(__file__).with_name("paper.typ")


def typeset(paper: str, *, fonts: str) -> bytes:
    """Set the paper (as JSON); its texts go in as values and are never read as markup."""
    folders = [Path(fonts)] if Path(fonts).is_dir() else []
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=folders,
        ignore_system_fonts=True,
        # Accessible (PDF/UA-1) and fit for the archive (PDF/A-2a) at once.
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": paper},
    )
    return bytes(made)


def main() -> None:
    order = json.load(sys.stdin)
    paper = json.dumps(order["paper"], ensure_ascii=False)
    try:
        sys.stdout.buffer.write(typeset(paper, fonts=order["fonts"]))
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        sys.exit(NOT_SET)


if __name__ == "__main__":
    main()
