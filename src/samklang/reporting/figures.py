"""What an inventory report holds: every figure, name and quote that its pages and files show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from samklang.common.periods import StatedDate


class Answer(StrEnum):
    """What a municipality’s cell counts as."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"


class LeftOut(StrEnum):
    """Why a local agreement has no part in the mean time."""

    NO_ADOPTION = "no_adoption"
    NO_START = "no_start"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Counts:
    yes: int = 0
    no: int = 0
    no_answer: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.yes + other.yes, self.no + other.no, self.no_answer + other.no_answer)

    @property
    def total(self) -> int:
        return self.yes + self.no + self.no_answer


@dataclass(frozen=True, slots=True)
class Holding:
    """When an agreement holds, as it was known on the day."""

    start: StatedDate | None = None
    end: StatedDate | None = None
    extended_from: StatedDate | None = None
    until_further_notice: bool = False
    # Where the start is not known: from when it surely held.
    known_from: date | None = None


@dataclass(frozen=True, slots=True)
class Regional:
    """The regional agreement of an area."""

    agreement_id: int
    title: str
    status: str
    holding: Holding


@dataclass(frozen=True, slots=True)
class Local:
    """A local agreement that counts as Yes, held against its regional one."""

    agreement_id: int
    title: str
    names: tuple[str, ...]
    status: str
    holding: Holding
    adopted_date: date | None
    # Months from the regional agreement’s first day to the local one’s adoption.
    months: float | None
    left_out: str
    # The regional agreement’s last day, when this one goes on after it.
    outlived_end: StatedDate | None
    clause: str

    @property
    def name(self) -> str:
        return ", ".join(self.names) or self.title


@dataclass(frozen=True, slots=True)
class Clause:
    """A review clause in its own words, and whose agreements say it."""

    quote: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """Everything about one area."""

    code: str
    # The area’s short and long names per language; "" is the pack’s own language.
    names: Mapping[str, str]
    titles: Mapping[str, str]
    answers: Counts
    regional: Regional | None
    locals: tuple[Local, ...]
    mean_months: float | None

    @property
    def measured(self) -> tuple[Local, ...]:
        return tuple(local for local in self.locals if local.months is not None)

    @property
    def outliving(self) -> tuple[Local, ...]:
        return tuple(local for local in self.locals if local.outlived_end is not None)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in the order of the agreements; the same words are quoted once."""
        whose: dict[str, tuple[str, ...]] = {}
        for local in self.locals:
            if local.clause:
                whose[local.clause] = (*whose.get(local.clause, ()), local.name)
        return tuple(Clause(quote, names) for quote, names in whose.items())

    def left_out(self, why: str) -> tuple[Local, ...]:
        return tuple(local for local in self.locals if local.left_out == why)


@dataclass(frozen=True, slots=True)
class Cell:
    """How a municipality stands in one area."""

    status: str
    answer: str
    agreement_id: int | None = None
    end: StatedDate | None = None


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality’s cells, in the order of the areas."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What people wrote about the inventory: to whom, how it was made, what comes next."""

    addressed_to: str = ""
    method: str = ""
    next_steps: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The figures of one report; `name` and `words` are the county’s own, per language."""

    on: date
    name: str
    words: Mapping[str, Mapping[str, str]]
    demo: bool
    areas: tuple[AreaFigures, ...]
    municipalities: tuple[Municipality, ...]
    mean_months: float | None
    account: Account = field(default_factory=Account)

    @property
    def answers(self) -> Counts:
        return sum((area.answers for area in self.areas), Counts())

    @property
    def outliving_count(self) -> int:
        return sum(len(area.outliving) for area in self.areas)
