"""A date as precisely as somebody stated it: a day, a month, a year or another span of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# A year outside these is a slip of the pen, or stands for “never”; no calendar can count on it.
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True, order=True)
class StatedDate:
    """All days that a statement may mean: “2021” is 2021-01-01 to 2021-12-31."""

    first: date
    last: date

    @classmethod
    def on(cls, day: date) -> StatedDate:
        return cls(day, day)

    @classmethod
    def parse(cls, iso: str) -> StatedDate:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; raise ValueError for anything else."""
        match = ISO.fullmatch(iso.strip())
        if not match:
            raise ValueError(f"{iso!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
        # A part that was left out is None; one that says 00 is a slip of the pen, and refused.
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise ValueError(f"{iso!r} is not a year that agreements are made in")
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return cls(date(year, month, 1), _last_of_month(year, month))
        return cls.on(date(year, month, day))

    @property
    def precision(self) -> Precision:
        if self.first == self.last:
            return Precision.DAY
        if self.first.day == 1 and self.last == _last_of_month(self.first.year, self.first.month):
            return Precision.MONTH
        if (self.first, self.last) == (
            date(self.first.year, 1, 1),
            date(self.first.year, 12, 31),
        ):
            return Precision.YEAR
        return Precision.SPAN

    @property
    def middle(self) -> date:
        return self.first + timedelta(days=(self.last - self.first).days // 2)

    def isoformat(self) -> str:
        """Say no more than was stated: 2021, 2021-07, 2021-07-01 or 2021-09-01/2021-11-30."""
        if self.first == self.last:
            return _written(self.first)
        match self.precision:
            case Precision.MONTH:
                return f"{self.first:%Y-%m}"
            case Precision.YEAR:
                return f"{self.first:%Y}"
            case _:
                return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def __str__(self) -> str:
        return self.isoformat()


# A county has a few days, each in hundreds of places.
_written = lru_cache(maxsize=2000)(date.isoformat)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def months_between(start: date, end: date) -> float:
    """Count months, the part of a month by days: 2021-07-01 to 2023-07-01 is 24."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (end.day - start.day) / 30.4375


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))
