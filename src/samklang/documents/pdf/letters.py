"""The process that sets a PDF with a letter that the fonts do not have; it becomes a question mark.

In an archived PDF each letter has a shape of its own. Reading the fonts takes as long as a page,
so that it is only done for a paper that could not be set.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

from samklang.documents.pdf.typesetting import typeset

# What stands for a letter without a shape.
STAND_IN = "?"
# What Typst's own font has, where there are no others.
_LATIN = range(0x180)


def without_unknown(text: str, fonts: Path) -> str:
    """Put a question mark in place of each letter that no font of the folder has."""
    known = set[int]()
    for font in sorted(fonts.glob("*.ttf")):
        known.update(TTFont(font, lazy=True).getBestCmap())
    known = known or set(_LATIN)
    return "".join(one if ord(one) in known or one.isspace() else STAND_IN for one in text)


def main() -> None:
    order = json.load(sys.stdin)
    told = json.dumps(order["paper"], ensure_ascii=False)
    paper = without_unknown(told, Path(order["fonts"]))
    sys.stdout.buffer.write(typeset(paper, fonts=order["fonts"]))


if __name__ == "__main__":
    main()
