"""The process that sets a PDF: reads an order as JSON, writes the file; knows no Django.

Typst adds 100–200 MB to whoever hosts it, so it never runs in a web worker.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("paper.typ")


def typeset(paper: dict[str, Any], *, fonts: str) -> bytes:
    """Set the paper; its texts go in as values and are never read as markup.

    A letter that the fonts do not have would stop an archived PDF; it becomes a question mark.
    """
    told = json.dumps(paper, ensure_ascii=False)
    try:
        return _compiled(told, Path(fonts))
    except typst.TypstError:
        # Seldom needed, and a fifth of the time of a process that sets one paper.
        from samklang.documents.pdf.letters import without_unknown  # noqa: PLC0415

        return _compiled(without_unknown(told, Path(fonts)), Path(fonts))


def _compiled(told: str, fonts: Path) -> bytes:
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[fonts] if fonts.is_dir() else [],
        ignore_system_fonts=True,
        # Accessible (PDF/UA-1) and fit for the archive (PDF/A-2a) at once.
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": told},
    )
    return bytes(made)


def main() -> None:
    order = json.load(sys.stdin)
    sys.stdout.buffer.write(typeset(order["paper"], fonts=order["fonts"]))


if __name__ == "__main__":
    main()
