"""A meeting with all of its agenda that somebody may see, and what has happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from samklang.audit.api import Entry, history, revision
from samklang.common.lean import rows
from samklang.meetings.models import (
    AgendaItem,
    AttachedFile,
    Attachment,
    Attendance,
    Meeting,
    Minutes,
    Openness,
    called,
)
from samklang.meetings.queries.minutes import as_read_by, minutes_of
from samklang.organizations.api import Acting

_WRITTEN = "SELECT SUM(written_count) FROM meetings_agendaitem WHERE meeting_id = %s"
# How minutes come about is the keeper’s own; the county reads that they are checked, and after.
_WITHIN_THE_KEEPER = ("minutes.begun", "minutes.written", "minutes.set_aside")


@dataclass(frozen=True, slots=True)
class SealedPaper:
    """All that may be known of an attachment by whoever may not read it: its number and place."""

    label: str
    items: tuple[AgendaItem, ...]

    def __str__(self) -> str:
        return called(self.label)


@dataclass(frozen=True)
class Agenda:
    """All that a meeting’s page shows, in as many statements however long the agenda is."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    attachments: tuple[Attachment, ...]
    attendances: tuple[Attendance, ...]
    minutes: Minutes | None
    sealed: tuple[SealedPaper, ...] = ()


def agenda(acting: Acting, meeting: Meeting) -> Agenda:
    """Return what is on the agenda, with what the user may read of its papers and minutes."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("matter")
    return Agenda(
        meeting,
        tuple(as_read_by(acting, items)),
        papers(acting, meeting),
        tuple(meeting.attendances.select_related("organization")),
        minutes_of(acting, meeting),
        sealed_papers(acting, meeting),
    )


def papers(acting: Acting, meeting: Meeting) -> tuple[Attachment, ...]:
    """Return the attachments that the user may read, each with its files."""
    files = AttachedFile.objects.select_related("file", "received_by")
    found = meeting.attachments.visible_to(acting)
    return tuple(found.prefetch_related("items", Prefetch("files", files)))


def sealed_papers(acting: Acting, meeting: Meeting) -> tuple[SealedPaper, ...]:
    found = meeting.attachments.sealed_from(acting).prefetch_related("items")
    return tuple(SealedPaper(one.label, tuple(one.items.all())) for one in found)


def page_state(acting: Acting, pk: int) -> tuple[object, ...]:
    """Return what is another whenever a meeting’s page is: its county’s changes, and its minutes’.

    Whoever goes on writing in an item is recorded once for a sitting, so that is counted apart.
    """
    ((written,),) = rows(_WRITTEN, [pk])
    return (written, *((one, revision(one)) for one in sorted(acting.partnership_ids)))


def meeting_history(acting: Acting, meeting: Meeting) -> QuerySet[Entry]:
    """Return what has happened to it: for the county nothing of when something was a draft.

    Of a confidential attachment it tells those who may read it, and whoever calls the meeting
    also of what was taken away; of a hidden one nobody else is told what happened before.
    """
    if meeting.keeper_id in acting.organization_ids:
        kind = Attachment._meta.label_lower
        own = Entry.objects.filter(target_kind=kind, details__of=meeting.pk)
        return history([meeting]) | own.select_related("actor")
    hidden = meeting.attachments.filter(openness=Openness.HIDDEN)
    readable = meeting.attachments.visible_to(acting).exclude(openness=Openness.OPEN)
    there = history([meeting, *readable]).exclude(verb__in=_WITHIN_THE_KEEPER)
    if unseen := [one.pk for one in hidden if one not in set(readable)]:
        there = there.filter(Q(details__paper__isnull=True) | ~Q(details__paper__in=unseen))
    return there.filter(happened_at__gte=meeting.sent_at) if meeting.sent_at else there
