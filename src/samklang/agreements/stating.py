"""How a person writes a day that may be known only as a month, a year or a span."""

from __future__ import annotations

import re
from datetime import date

from samklang.common.periods import StatedDate

_SHORT = re.compile(r"(\d{2}|\d{4})(\d{2})(\d{2})")
# A span is two days with “/”, “--”, a dash, or a hyphen between days without hyphens.
_SPAN = re.compile(r"(\d{6}|\d{8})\s*[-–]\s*(\d{6}|\d{8})|(.+?)\s*(?:/|–|--)\s*(.+)")
_CENTURY = 2000


def stated(text: str) -> StatedDate:
    """Read 2027, 2027-06, 2027-06-30, 270630 or 241001-241231; raise ValueError for the rest."""
    span = _SPAN.fullmatch(text.strip())
    if span is None:
        return _one(text)
    first, last = (part for part in span.groups() if part)
    found = StatedDate(_one(first).first, _one(last).last)
    if found.first > found.last:
        raise ValueError(f"{text!r} ends before it begins")
    return found


def _one(text: str) -> StatedDate:
    short = _SHORT.fullmatch(text.strip())
    if short is None:
        return StatedDate.parse(text)
    year, month, day = (int(part) for part in short.groups())
    day_meant = date(year if year > _CENTURY else _CENTURY + year, month, day)
    return StatedDate.parse(day_meant.isoformat())
