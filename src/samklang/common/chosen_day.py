"""The day that somebody asks a page to show: a search, so it never refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# No agreement of this kind is older, and none is decided further ahead.
EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """The day, with today where none, or one that is none, was given; `typed` as it was written."""

    on: date
    today: date
    typed: str
    wrong_day: bool = False

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def is_past(self) -> bool:
        return self.on < self.today

    @property
    def query(self) -> str:
        """What links carry along, so that one keeps looking at the same day."""
        return "" if self.is_today else f"?on={self.on.isoformat()}"


def chosen_day(query: Mapping[str, str], *, today: date) -> ChosenDay:
    typed = query.get("on", "").strip()
    day = _day(typed)
    return ChosenDay(
        on=day or today,
        today=today,
        typed=typed or today.isoformat(),
        wrong_day=bool(typed) and day is None,
    )


def _day(typed: str) -> date | None:
    if not _DAY.fullmatch(typed):
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
