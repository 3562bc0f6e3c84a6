"""What somebody asks the county page to show; a search form, so it never refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from samklang.common.chosen_day import ChosenDay, chosen_day

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
class Terms(ChosenDay):
    """The choices: a day, and how the county is shown."""

    show: Show = Show.ALL
    order: Order = Order.NAME
    measure: Measure = Measure.HAS
    projector: bool = False

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
    return Terms(
        **asdict(chosen_day(query, today=today)),
        show=_choice(Show, query.get("show"), Show.ALL),
        order=_choice(Order, query.get("order"), Order.NAME),
        measure=_choice(Measure, query.get("measure"), Measure.HAS),
        projector=query.get("view") == "projector",
    )


def _choice(kind: type[Choice], typed: str | None, default: Choice) -> Choice:
    return kind(typed) if typed in set(kind) else default
