"""How a person writes a day, a month, a year or a span: read whole, or refused with a sentence.

Nothing is read out of the middle of what was written. “31 February 2021” is therefore never taken
as February 2021, nor “2024-13” as 2024: the whole text says one thing, or it is asked for again.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import dates, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.periods import EARLIEST_YEAR, LATEST_YEAR, StatedDate

_DASH = r"\s?[-–—]\s?"
_LONG_OR_SHORT = r"(?P<year>\d{4}|\d{2})"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
# “den 1 juli” is how the Scandinavian languages say a day; “30:e” how Swedish counts it.
_DAY = r"(?:den\s)?(?P<day>\d{1,2})(?::?[ea])?\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})",
        rf"(?P<year>\d{{4}}){_DASH}(?P<month>\d{{1,2}})",
        rf"(?P<year>\d{{4}}){_DASH}(?P<month>\d{{1,2}}){_DASH}(?P<day>\d{{1,2}})",
        r"(?P<year>\d{4})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"{_LONG_OR_SHORT}(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"{_DAY}\s{_NAME},?\s{_LONG_OR_SHORT}",
        rf"{_NAME}\s(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?:\s|{_DASH}){_LONG_OR_SHORT}",
    )
)
# A hyphen alone parts two years or two short days; elsewhere it stands inside a day.
_BETWEEN = re.compile(r"\s?(?:--|[/–—])\s?|\s-\s|(?<=\d{4})-(?=\d{4})")
# A year of two digits is one of ours; older ones are written out, so that none is guessed.
_CENTURY, _LAST_SHORT_YEAR, _SHORT = 2000, 39, 2
_MONTHS = 12
# No day or span is longer, and looking for one takes the square of a text's length.
_LONGEST = 80

ANYTHING_ELSE = _(
    "Write a day as 2027-06-30, a month as 2027-06, a year as 2027 or a span as "
    "2024-10-01 – 2024-12-31."
)


class NotADate(ValueError):
    """What was written is no day, month, year or span; `sentence` tells the writer why."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def written(text: str) -> StatedDate:
    """Read 2027, 2027-06, 2027-06-30, 270630, 30 June 2027 or a span of two; or raise NotADate."""
    tidy = " ".join(text.split())
    if len(tidy) > _LONGEST:
        raise NotADate(ANYTHING_ELSE)
    both = None if _form_of(tidy) else _ends_of(tidy)
    return _whole(*map(_one, both)) if both else _one(tidy)


def _ends_of(text: str) -> tuple[str, str] | None:
    """Part a span where both sides say a day, month or year of their own."""
    parted = ((text[: at.start()], text[at.end() :]) for at in _BETWEEN.finditer(text))
    return next((ends for ends in parted if all(map(_form_of, ends))), None)


def _whole(first: StatedDate, last: StatedDate) -> StatedDate:
    if first.first > last.last:
        raise NotADate(_("The last day comes before the first day. Write the earlier one first."))
    return StatedDate(first.first, last.last)


def _form_of(text: str) -> re.Match[str] | None:
    return next((found for form in _FORMS if (found := form.fullmatch(text))), None)


def _one(text: str) -> StatedDate:
    found = _form_of(text)
    if found is None:
        raise NotADate(ANYTHING_ELSE)
    parts = found.groupdict()
    year = _year(parts["year"])
    month = _month(parts)
    if not month:
        return StatedDate.parse(f"{year:04d}")
    if not parts.get("day"):
        return StatedDate.parse(f"{year:04d}-{month:02d}")
    return StatedDate.on(_day(year, month, int(parts["day"])))


def _year(text: str) -> int:
    year = int(text)
    if len(text) == _SHORT:
        if year > _LAST_SHORT_YEAR:
            raise NotADate(_("Write the year with four digits."))
        return _CENTURY + year
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotADate(
            _("The year must be between %(first)s and %(last)s.")
            % {"first": EARLIEST_YEAR, "last": LATEST_YEAR}
        )
    return year


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    if name:
        return _named(name.casefold())
    month = int(parts.get("month") or 0)
    if parts.get("month") and not 1 <= month <= _MONTHS:
        raise NotADate(_("There is no month %(month)s.") % {"month": parts["month"]})
    return month


def _named(name: str) -> int:
    for number, full in _month_names():
        if full.startswith(name):
            return number
    raise NotADate(ANYTHING_ELSE)


@cache
def _month_names() -> tuple[tuple[int, str], ...]:
    """The months in every language that Samklang speaks: the document decides, not the reader."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found += [(number, str(name).casefold()) for number, name in dates.MONTHS.items()]
    return tuple(found)


def _day(year: int, month: int, day: int) -> date:
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise NotADate(
            _("There is no such day: %(month)s %(year)s has %(days)s days.")
            % {"month": dates.MONTHS[month], "year": year, "days": days}
        )
    return date(year, month, day)
