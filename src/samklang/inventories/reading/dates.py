"""Finds dates in running text, in every form that the field's documents use."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?P<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december|jan|feb|febr|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DASH = r" ?[-–—] ?"
_DAY = r"(?P<d>[12]\d|3[01]|0?[1-9])"
_TWO_DIGITS = r"(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
_NUMBERS = r"(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
_SHORT_YEAR = r"(?P<yy>[0-3]\d)"
_ORDINAL = r"(?P<ordinal>första|sista)(?: dagen i)?"
# The more exact form comes first, and wins where two overlap.
_FORMS = [
    # 2021-07-01, 2013 – 11 - 01, 2013.11.01, 2021/07/01
    rf"(?<![\d/.]){_YEAR}(?:{_DASH}|[./])(?P<m>0?[1-9]|1[0-2])(?:{_DASH}|[./]){_DAY}(?!\d)",
    # den 30:e juni 2027, 1 oktober, 2021
    rf"(?<![\d.])(?:\bden )?{_DAY}(?::?[ea])?[.]? {_MONTH},? ?{_YEAR}(?!\d)",
    # den första januari 2021, sista juni 2024
    rf"(?:\bden )?{_ORDINAL} {_MONTH},? ?{_YEAR}(?!\d)",
    # 3 sep-21
    rf"(?<![\d.])(?:\bden )?{_DAY}(?::?[ea])?[.]? {_MONTH}(?: ?-|')(?P<yy>\d\d)(?![\d:]|\.\d)",
    # 1/7 2021, 31/12-24
    rf"(?<![\d/]){_DAY}/(?P<m>1[0-2]|0?[1-9])(?: |-| -)(?:{_YEAR}|(?P<yy>\d\d))(?!\d)",
    # 1 oktober i år, 30 juni (the year is known from elsewhere)
    rf"(?<![\d.])(?:\bden )?{_DAY}(?::?[ea])? {_MONTH}(?: i år)?",
    # juni 2024, dec-20
    rf"\b{_MONTH}(?: månad)?(?:,? {_YEAR}(?!\d)|-(?P<yy>\d\d)(?!\d))",
    # 20210701, 20210701-20240630
    rf"(?<![\d-])(?P<year>20[0-3]\d){_NUMBERS}(?=[-–]\d{{8}}(?!\d)|(?![\d-]))",
    rf"(?<=\d{{8}}[-–])(?P<year>20[0-3]\d){_NUMBERS}(?![\d-])",
    # 241001, 241001-241231
    rf"(?<![\d\w-]){_SHORT_YEAR}{_NUMBERS}(?=[-–]\d{{6}}(?!\d)|(?![\d-]))",
    rf"(?<=\d[-–]){_SHORT_YEAR}{_NUMBERS}(?![\d-])",
    # 21-07-01, 1.7.2021
    rf"(?<![\d/.:-])(?P<yy>[012]\d)-{_TWO_DIGITS}(?![\d-])",
    rf"(?<![\d/.:-]){_DAY}\.(?P<m>1[0-2]|0?[1-9])\.{_YEAR}(?![\d-]|\.\d)",
    # 2021-07
    rf"(?<![\d/.-]){_YEAR}-(?P<m>0[1-9]|1[0-2])(?![\d-])",
    # hösten 2024
    rf"\b(?:våren|sommaren|hösten|vintern)[ -]{_YEAR}\b",
    # 2018, 2021-, 2018–2022
    rf"(?<![\d/.:,-]){_YEAR}(?![\d/:]|[.,]\d|-\d\d\d?(?!\d)| ?kr)",
    rf"(?<=\d{{4}}[-–]){_YEAR}(?![\d/:-])",
    rf"(?<=\d{{4}} [-–] ){_YEAR}(?![\d/:-])",
]
# '1 januari – 31 december 2023': the first takes its year from the last.
_YEAR_LATER = re.compile(
    r" ?(?:[-–—]{1,2}|till(?: och med)?|t\.? ?o\.? ?m\.?|tom) ?(?:den )?"
    rf"\d{{1,2}}(?::?[ea])?[.]? (?:{_MONTH}),? ?{_YEAR}",
    re.IGNORECASE,
)
_COMPILED = [re.compile(form, re.IGNORECASE) for form in _FORMS]
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Date:
    """A date as precise as it was written: YYYY, YYYY-MM or YYYY-MM-DD."""

    iso: str
    start: int
    end: int
    is_bare_year: bool = False
    lacks_year: bool = False


def _read(found: re.Match[str], year_hint: int | None) -> Date | None:
    parts = found.groupdict()
    year = _year(parts) or _year_later(found) or year_hint
    month = _month(parts)
    if year is None:
        return None
    iso = f"{year:04d}"
    if month:
        iso += f"-{month:02d}"
        last = monthrange(year, month)[1]
        if day := _day(parts, last):
            # A day that does not exist is no date, and hides no month inside it either.
            iso = f"{iso}-{day:02d}" if day <= last else ""
    is_bare = not month and found.group().isdigit()
    return Date(iso, found.start(), found.end(), is_bare, _year(parts) is None)


def _year_later(found: re.Match[str]) -> int | None:
    """Find the year of a range at its far end."""
    later = _YEAR_LATER.match(found.string, found.end())
    return int(later["year"]) if later else None


def _day(parts: dict[str, str | None], last: int) -> int:
    if ordinal := parts.get("ordinal"):
        return 1 if ordinal.casefold() == "första" else last
    return int(parts.get("d") or 0)


def _year(parts: dict[str, str | None]) -> int | None:
    if year := parts.get("year"):
        return int(year)
    if short := parts.get("yy"):
        return _CENTURY + int(short)
    return None


def _month(parts: dict[str, str | None]) -> int:
    if name := parts.get("month"):
        return _MONTHS[name.casefold()[:3]]
    return int(parts.get("m") or 0)


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, year_hint: int | None = None
) -> list[Date]:
    """Return the dates in a stretch of text, in order; the more exact form wins."""
    stop = len(text) if end is None else end
    taken: list[Date] = []  # in order, and none upon another
    for form in _COMPILED:
        for date in _dates_of(form, text, (start, stop), year_hint):
            place = bisect_left(taken, date.start, key=_start)
            beside = taken[max(0, place - 1) : place + 1]
            if all(date.end <= other.start or date.start >= other.end for other in beside):
                taken.insert(place, date)
    return [date for date in taken if date.iso]


def _start(date: Date) -> int:
    return date.start


def _dates_of(
    form: re.Pattern[str], text: str, span: tuple[int, int], year_hint: int | None
) -> Iterator[Date]:
    for found in form.finditer(text, *span):
        if date := _read(found, year_hint):
            yield date
