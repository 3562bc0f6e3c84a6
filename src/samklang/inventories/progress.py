"""How far a batch has come, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samklang.inventories.faults import fault_sentence
from samklang.inventories.kinds import LEVELS, MEETINGS, NOT_AGREEMENTS, OTHER, SOMETHING_ELSE
from samklang.inventories.lifecycle import NEEDS_A_PERSON, State
from samklang.inventories.models import Batch, Reading

_SYMBOLS = {
    State.WAITING: "s-missing",
    State.READING: "s-under-way",
    State.READ: "s-in-force",
    State.CONFIRMED: "s-in-force",
    State.REJECTED: "s-not-applicable",
}


@dataclass(frozen=True)
class ReadingRow:
    """One file in the list."""

    reading: Reading

    @property
    def asks(self) -> bool:
        """Say whether it has a fault, a personal number or two answers to one question."""
        if self.reading.state == State.READ:
            return self.clash_count > 0
        return self.reading.state in (State.SET_ASIDE, State.QUARANTINED)

    @property
    def tick(self) -> str:
        """Return the shade of its square: h help, w waiting, n now, d done."""
        if self.asks:
            return "h"
        return {State.WAITING: "w", State.READING: "n"}.get(State(self.reading.state), "d")

    @property
    def symbol(self) -> str:
        return "s-warning" if self.asks else _SYMBOLS[State(self.reading.state)]

    @property
    def fault(self) -> str:
        code = self.reading.fault
        return fault_sentence(code, self.reading.fault_details) if code else ""

    @property
    def clash_count(self) -> int:
        """Return the contradictions that are somebody's to settle: not those of a memo."""
        code = self._result.get("kind", {}).get("value", "")
        if code not in (*LEVELS, OTHER, *MEETINGS):
            return 0
        return len(self._result.get("contradictions", ()))

    @property
    def kind(self) -> str:
        """Return what it is when it is no agreement."""
        code = self._result.get("kind", {}).get("value", "")
        is_agreement = code in (*LEVELS, OTHER)
        return "" if is_agreement else str(NOT_AGREEMENTS.get(code, SOMETHING_ELSE))

    @property
    def _result(self) -> dict[str, Any]:
        return self.reading.result or {}


@dataclass(frozen=True)
class Progress:
    """A batch with its files; a ZIP counts as what was in it."""

    batch: Batch
    readings: tuple[Reading, ...]

    @cached_property
    def rows(self) -> list[ReadingRow]:
        return [ReadingRow(reading) for reading in self.readings]

    @property
    def total(self) -> int:
        return len(self.readings)

    @property
    def waiting(self) -> list[Reading]:
        return [reading for reading in self.readings if reading.state == State.WAITING]

    @property
    def shown(self) -> list[ReadingRow]:
        """Return all but those that wait, which are only counted."""
        return [row for row in self.rows if row.reading.state != State.WAITING]

    @property
    def read_count(self) -> int:
        return sum(one.state not in (State.WAITING, State.READING) for one in self.readings)

    @property
    def working(self) -> bool:
        return self.read_count < self.total

    @property
    def asking(self) -> list[ReadingRow]:
        return [row for row in self.rows if row.asks]

    @property
    def to_confirm(self) -> list[Reading]:
        return [reading for reading in self.readings if reading.state in NEEDS_A_PERSON]
