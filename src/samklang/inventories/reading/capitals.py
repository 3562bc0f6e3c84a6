"""A title in capitals as it would stand in a sentence: by its small letters sides are known."""

from __future__ import annotations

import re

_LINE = re.compile(r"^[^a-zåäö\n]*[A-ZÅÄÖ]{3}[^a-zåäö\n]{17,}$", re.MULTILINE)
_WORD = re.compile(r"[A-ZÅÄÖ]+")
# Words that no name begins with.
_SMALL = frozenset(
    {"ANGÅENDE", "AV", "AVSEENDE", "BETRÄFFANDE", "DE", "FÖR", "GÄLLANDE", "I", "KOMMUN"}
    | {"KOMMUNER", "KOMMUNERNA", "KRING", "LANDSTING", "LÄN", "LÄNETS", "LÄNS"}
    | {"MED", "MELLAN", "OCH", "OM", "RÖRANDE", "SAMT", "STAD", "TILL"}
)


def in_small_letters(text: str) -> str:
    """Return the text with its lines in capitals as sentences; every letter stays in its place."""
    return _LINE.sub(lambda line: _WORD.sub(_written, line.group()), text)


def _written(word: re.Match[str]) -> str:
    letters = word.group()
    return letters.lower() if letters in _SMALL else letters.capitalize()
