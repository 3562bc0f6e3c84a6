"""A meeting as its page shows it: rows under their numbers, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from samklang.common.lean import led
from samklang.meetings.labels import colliding
from samklang.meetings.lifecycle import State
from samklang.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Meeting,
    Presence,
)
from samklang.meetings.queries import Agenda, SealedPaper
from samklang.meetings.timing import NO_SLOT, Slot, Timetable

Paper = Attachment | SealedPaper


@dataclass(frozen=True, slots=True)
class Clash:
    """Two attachments that people could take for each other."""

    mine: Paper
    other: Paper
    here: str
    there: str


@dataclass
class ItemRow:
    """An item with what belongs to it; those with letters are under their number."""

    item: AgendaItem
    # Where its attachments are among those of the meeting.
    places: list[int]
    of_the_meeting: Sequence[Attachment]
    sealed: list[SealedPaper] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    under: list[ItemRow] = field(default_factory=list)
    slot: Slot = NO_SLOT

    @property
    def attachments(self) -> list[Attachment]:
        return [self.of_the_meeting[at] for at in self.places]

    @property
    def is_heading(self) -> bool:
        return bool(self.under) and not self.item.kinds


@dataclass(frozen=True, slots=True)
class Party:
    """Who was there from one organization."""

    name: str
    people: tuple[str, ...]


class MeetingPage:
    """All that is on a meeting’s page, in the order of the page."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.meeting: Meeting = agenda.meeting
        self.timetable = Timetable(agenda.meeting, agenda.items)

    @cached_property
    def rows(self) -> list[ItemRow]:
        papers = self.agenda.attachments
        places = self._places
        top: list[ItemRow] = []
        for item in self.agenda.items:
            sealed = [one for one in self.agenda.sealed if item in one.items]
            row = ItemRow(item, places[item.pk], papers, sealed, slot=self.timetable.of(item))
            if self.clashes:
                here = [*row.attachments, *sealed]
                row.clashes = [one for one in self.clashes if one.mine in here]
            is_under = item.letter and top and top[-1].item.number == item.number
            (top[-1].under if is_under else top).append(row)
        return top

    @cached_property
    def _places(self) -> defaultdict[int | None, list[int]]:
        """Where the attachments of each item are; of none, those of the meeting as a whole."""
        found: defaultdict[int | None, list[int]] = defaultdict(list)
        for at, paper in enumerate(self.agenda.attachments.said):
            for pk in paper.item_ids or (None,):
                found[pk].append(at)
        return found

    @cached_property
    def of_the_meeting(self) -> list[Attachment]:
        """The attachments that belong to no item of their own."""
        return [self.agenda.attachments[at] for at in self._places[None]]

    @cached_property
    def sealed_of_the_meeting(self) -> list[SealedPaper]:
        return [one for one in self.agenda.sealed if not one.items]

    @cached_property
    def clashes(self) -> list[Clash]:
        """Only among those that the reader may know of."""
        labels = (*self.agenda.labels, *(one.label for one in self.agenda.sealed))
        pairs = list(colliding(labels))
        papers: list[Paper] = [*self.agenda.attachments, *self.agenda.sealed] if pairs else []
        return [Clash(papers[i], papers[j], where(papers[i]), where(papers[j])) for i, j in pairs]

    @cached_property
    def missing(self) -> list[str]:
        """What a reader looks for at the head of a meeting and does not find."""
        said = self.meeting
        asked: tuple[tuple[str, object], ...] = (
            (_("the day"), said.date),
            (_("the place"), said.place),
            (_("the chair"), said.chair),
        )
        absent = [label for label, value in asked if not value]
        if said.state == State.HELD and not self.agenda.attendances:
            absent.append(_("who was there"))
        return absent

    def _parties(self, *presence: str) -> Iterator[Party]:
        people: defaultdict[str, list[Attendance]] = defaultdict(list)
        for one in self.agenda.attendances:
            if one.presence in presence:
                people[one.of].append(one)
        for name, found in people.items():
            yield Party(name, tuple(one.name for one in found))

    @cached_property
    def present(self) -> list[Party]:
        return list(self._parties(Presence.PRESENT))

    @cached_property
    def excused(self) -> list[Party]:
        return list(self._parties(Presence.EXCUSED))

    @cached_property
    def guests(self) -> list[Party]:
        return list(self._parties(Presence.GUEST))

    @property
    def organization_count(self) -> int:
        was_there = (one for one in self.agenda.attendances if one.presence != Presence.EXCUSED)
        there = {one.organization_id for one in was_there if one.organization_id}
        return len(there)


def where(paper: Paper) -> str:
    """Say where an attachment is used."""
    items = paper.items if isinstance(paper, SealedPaper) else led(paper, "items")
    marks = [one.mark or one.title for one in items]
    return ", ".join(marks) or _("the meeting as a whole")
