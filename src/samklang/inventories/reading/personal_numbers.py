"""Finds personal identity numbers, to warn of them; the numbers are never returned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from samklang.inventories.reading.facts import Caution
from samklang.inventories.reading.running_text import Document

_CANDIDATE = re.compile(
    r"(?<![\d-])(?P<century>19|20)?(?P<y>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>\d\d)"
    r"(?P<sign>[-+ ]?)(?P<last>\d{4})(?![\d-])"
)
_COORDINATION = 60
_LEAP_YEAR = 2000


def warn_of_personal_numbers(document: Document) -> Iterator[Caution]:
    """Yield where a personal identity number stands; neither quote nor hint repeats it."""
    for found in _CANDIDATE.finditer(document.text):
        if _is_personal(found):
            yield Caution("personal_identity_number", document.place(*found.span()))


def _is_personal(found: re.Match[str]) -> bool:
    bare = not (found["sign"] or found["century"])
    if bare and not _is_labelled(found):
        return False
    return _is_day(found) and _luhn(found["y"] + found["m"] + found["d"] + found["last"])


def _is_labelled(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 30) : found.start()]
    return bool(re.search(r"person(?:nr|nummer)|samordningsnummer|pnr|född", before, re.IGNORECASE))


def _is_day(found: re.Match[str]) -> bool:
    day = int(found["d"])
    year = int(found["century"] + found["y"]) if found["century"] else _LEAP_YEAR
    try:
        date(year, int(found["m"]), day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (2 - i % 2) for i, d in enumerate(digits))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0
