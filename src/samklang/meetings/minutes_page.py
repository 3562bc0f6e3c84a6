"""The minutes as their page shows them: where they are on their way, and what keeps them open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from samklang.meetings.models import AgendaItem, Correction, Minutes
from samklang.meetings.notes import hinders
from samklang.meetings.sealing import fingerprint


@dataclass(frozen=True, slots=True)
class SaidRow:
    """An item with what was corrected in it afterwards."""

    item: AgendaItem
    corrections: tuple[Correction, ...]


class MinutesPage:
    """All that the minutes say, and what is left before they can be closed."""

    def __init__(
        self, minutes: Minutes, items: Sequence[AgendaItem], corrections: Sequence[Correction]
    ) -> None:
        self.minutes = minutes
        self.items = items
        self.corrections = corrections

    @property
    def general_corrections(self) -> list[Correction]:
        return [one for one in self.corrections if one.item_id is None]

    @cached_property
    def rows(self) -> list[SaidRow]:
        return [
            SaidRow(item, tuple(one for one in self.corrections if one.item_id == item.pk))
            for item in self.items
        ]

    @cached_property
    def hinders(self) -> list[tuple[AgendaItem, str]]:
        return [] if self.minutes.is_locked else list(hinders(self.items))

    @cached_property
    def is_as_locked(self) -> bool:
        """Whether what stands there now is what was locked."""
        return self.minutes.is_locked and fingerprint(self.minutes.meeting) == self.minutes.sha256
