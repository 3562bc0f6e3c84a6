"""A meeting with all of its agenda that somebody may see, and what has happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.audit.api import Entry, revisions
from samklang.common.lean import Folded, Said
from samklang.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Meeting,
    Minutes,
    PlanChange,
    called,
)
from samklang.meetings.queries.gathered import LABEL, gathered
from samklang.organizations.api import Acting

_WRITTEN = "(SELECT SUM(written_count) FROM meetings_agendaitem WHERE meeting_id = %s)"


@dataclass(frozen=True, slots=True)
class SealedPaper:
    """All that may be known of an attachment by whoever may not read it: its number and place."""

    label: str
    items: tuple[AgendaItem, ...]

    def __str__(self) -> str:
        return called(self.label)


@dataclass(frozen=True)
class Agenda:
    """All that a meeting’s page shows, in one statement however long the agenda is."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    # All that is read of each item, by its id: what says the same looks the same.
    said: dict[int, Said]
    attachments: Folded[Attachment]
    attendances: Folded[Attendance]
    minutes: Minutes | None
    sealed: tuple[SealedPaper, ...] = ()
    # The body’s meetings before and after it that the reader sees; one that is cancelled is none.
    previous: Meeting | None = None
    next: Meeting | None = None
    # The times that it was moved since others knew of it.
    moved: tuple[PlanChange, ...] = ()
    history: tuple[Entry, ...] = ()
    # Whether minutes are being written that the reader does not see here.
    is_shut: bool = False

    @property
    def item_count(self) -> int:
        """How many items there are; a break is none."""
        return sum(not one.is_break for one in self.items)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the attachments are called, in their order."""
        return tuple(one.row[LABEL] for one in self.attachments.said)


def agenda(acting: Acting, meeting: Meeting) -> Agenda:
    """Return what is on the agenda, with what the user may read of its papers and minutes."""
    found = gathered(acting, meeting)
    days = {one.date < meeting.date: one for one in found.beside if one.date and meeting.date}
    return Agenda(
        meeting,
        tuple(found.items),
        found.said,
        found.attachments,
        found.attendances,
        found.minutes,
        tuple(SealedPaper(label, tuple(items)) for label, items in found.sealed),
        previous=days.get(True),
        next=days.get(False),
        moved=tuple(found.moved),
        history=tuple(found.history),
        is_shut=found.is_shut,
    )


def page_state(acting: Acting, pk: int) -> tuple[object, ...]:
    """Return what is another whenever a meeting’s page is: its county’s changes, and its minutes’.

    Whoever goes on writing in an item is recorded once for a sitting, so that is counted apart.
    """
    return revisions(acting.partnership_ids, _WRITTEN, [pk])
