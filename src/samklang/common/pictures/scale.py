"""Where a day falls on a picture’s axis of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_ROOM_FOR_A_YEAR = 44


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from the first of January of one year to that of another."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def over(cls, days: Iterable[date], *, left: float, right: float) -> Scale:
        """Cover all the days with whole years, and a little after the last."""
        sorted_days = sorted(days)
        last = sorted_days[-1] + timedelta(days=120)
        return cls(date(sorted_days[0].year, 1, 1), date(last.year + 1, 1, 1), left, right)

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days
        return round(self.left + share * (self.right - self.left), 1)

    def years(self) -> Iterator[tuple[float, str]]:
        """Give each year’s line, and its number where there is room for it."""
        count = self.last.year - self.first.year
        step = max(1, -(-_ROOM_FOR_A_YEAR * count // int(self.right - self.left)))
        for year in range(self.first.year, self.last.year):
            label = str(year) if (year - self.first.year) % step == 0 else ""
            yield self.x(date(year, 1, 1)), label
