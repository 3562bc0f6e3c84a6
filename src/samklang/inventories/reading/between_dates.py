"""Two dates that a text sets its document between: 'giltig mellan den 1 maj och den 3 juni'."""

from __future__ import annotations

import re

_IS_BETWEEN = re.compile(r"\b(?:gäller|giltigt?|löper) mellan\b[^.,]{4,30}\Z", re.IGNORECASE)
_AND = re.compile(r" och (?:med )?(?:den )?")


def is_second(text: str, left: str, gap: tuple[int, int]) -> bool:
    """Tell whether 'och' joins a date to the one before it, and 'mellan' stands before both."""
    return bool(_AND.fullmatch(text, *gap) and _IS_BETWEEN.search(left))
