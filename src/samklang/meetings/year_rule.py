"""Which days a rule means: every so many weeks, or the second Thursday of every other month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK = 7
_MONTHS = 12
# No plan is longer, whatever is written in its form.
MOST_DAYS = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """From the first day to the last, both included; `nth` is which of the month, -1 the last.

    Without `nth` it goes by weeks.
    """

    first: date
    last: date
    weekday: int
    every: int = 1
    nth: int | None = None

    def days(self) -> list[date]:
        found = self._by_weeks() if self.nth is None else self._by_months(self.nth)
        return [day for day, _count in zip(found, range(MOST_DAYS), strict=False)]

    def _by_weeks(self) -> Iterator[date]:
        day = self.first + timedelta(days=(self.weekday - self.first.weekday()) % _WEEK)
        while day <= self.last:
            yield day
            day += timedelta(weeks=self.every)

    def _by_months(self, nth: int) -> Iterator[date]:
        """The months are counted from that of the first day, be its own meeting before it."""
        month = self.first.year * _MONTHS + self.first.month - 1
        while (begins := _month(month)) <= self.last:
            day = self._in_month(begins, nth)
            if self.first <= day <= self.last:
                yield day
            month += self.every

    def _in_month(self, begins: date, nth: int) -> date:
        if nth < 0:
            ends = _month(begins.year * _MONTHS + begins.month) - timedelta(days=1)
            return ends - timedelta(days=(ends.weekday() - self.weekday) % _WEEK)
        first = begins + timedelta(days=(self.weekday - begins.weekday()) % _WEEK)
        return first + timedelta(weeks=nth - 1)


def _month(number: int) -> date:
    return date(number // _MONTHS, number % _MONTHS + 1, 1)
