"""Finds and hides personal identity numbers: nothing here is about residents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# However it is written: word processors make a dash or a hard space of what was typed.
_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})\s?[-+‐‑–—−]?\s?(?P<last>\d{4})(?!\d)"
)
# A co-ordination number has 60 added to its day.
_COORDINATION = 60
_TWO_DIGITS = 9
_DIGIT = re.compile(r"\d")


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield where a day and a check digit that fits it stand together."""
    return filter(_is_personal, _NUMBER.finditer(text))


def without_personal_numbers(text: str) -> str:
    """Return the text with a dot in place of every digit of a personal number."""
    return _NUMBER.sub(lambda m: _DIGIT.sub("•", m[0]) if _is_personal(m) else m[0], text)


def _is_personal(found: re.Match[str]) -> bool:
    day = int(found["d"]) % _COORDINATION
    try:
        date(2000 + int(found["y"]), int(found["m"]), day)
    except ValueError:
        return False
    return _checks(found["y"] + found["m"] + found["d"] + found["last"])


def _checks(digits: str) -> bool:
    """Ten digits of which the last one follows from the others, doubled in turn."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(one - _TWO_DIGITS if one > _TWO_DIGITS else one for one in doubled) % 10 == 0
