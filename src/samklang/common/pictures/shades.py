"""The shade behind each status word in files, as the pages have it."""

from __future__ import annotations

from samklang.common.pictures.palette import COLOURS

_TOKENS = {
    "in-force": "blue-tint",
    "until-further-notice": "blue-wash",
    "outlives": "copper-tint",
    "expiring": "copper-tint",
    "under-way": "sheet",
    "expired": "sheet-2",
    "missing": "paper",
    "no-answer": "sheet-2",
}
SHADES = {mark: COLOURS[token] for mark, token in _TOKENS.items()}


def hexadecimal(colour: str) -> str:
    """Write `#fff` as `FFFFFF`, which is how Office says it."""
    digits = colour.lstrip("#")
    short = len(digits) == len("fff")
    return ("".join(digit * 2 for digit in digits) if short else digits).upper()
