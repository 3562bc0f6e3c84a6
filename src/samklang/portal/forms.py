"""What somebody asks the county page to show; a search form, so it never refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# No agreement of this kind is older, and none is decided further ahead.
EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)


Choice = TypeVar("Choice", bound=StrEnum)


class Show(StrEnum):
    ALL = "all"
    ACTION = "action"
    OWN = "own"


class Order(StrEnum):
    NAME = "name"
    END = "end"
    MISSING = "missing"


class Measure(StrEnum):
    """What the tile map counts."""

    HAS = "has"
    ACTION = "action"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Terms:
    """The choices, with today where no day, or a day that is none, was given."""

    on: date
    today: date
    typed: str
    wrong_day: bool = False
    show: Show = Show.ALL
    order: Order = Order.NAME
    measure: Measure = Measure.HAS
    projector: bool = False

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def query(self) -> str:
        """What links carry along, so that one keeps looking at the same day."""
        return "" if self.is_today else f"?on={self.on.isoformat()}"

    @property
    def projector_query(self) -> str:
        whole = self.whole_query
        return f"{whole}&view=projector" if whole else "?view=projector"

    @property
    def whole_query(self) -> str:
        """The choices as an address, for downloads and for the projector."""
        chosen = {
            "on": "" if self.is_today else self.on.isoformat(),
            "show": "" if self.show is Show.ALL else self.show,
            "order": "" if self.order is Order.NAME else self.order,
            "measure": "" if self.measure is Measure.HAS else self.measure,
        }
        given = {name: value for name, value in chosen.items() if value}
        return f"?{urlencode(given)}" if given else ""


def terms(query: Mapping[str, str], *, today: date) -> Terms:
    """Read the query; what is not understood falls back to the plain picture."""
    typed = query.get("on", "").strip()
    day = _day(typed)
    return Terms(
        on=day or today,
        today=today,
        typed=typed or today.isoformat(),
        wrong_day=bool(typed) and day is None,
        show=_choice(Show, query.get("show"), Show.ALL),
        order=_choice(Order, query.get("order"), Order.NAME),
        measure=_choice(Measure, query.get("measure"), Measure.HAS),
        projector=query.get("view") == "projector",
    )


def _day(typed: str) -> date | None:
    if not DAY.fullmatch(typed):
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _choice(kind: type[Choice], typed: str | None, default: Choice) -> Choice:
    return kind(typed) if typed in set(kind) else default
