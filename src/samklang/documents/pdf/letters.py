"""Which letters the document fonts have: in an archived PDF each must have a shape of its own."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

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
