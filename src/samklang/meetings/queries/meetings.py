"""The meetings that somebody may see, and one of them with all that is on its agenda."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry, history
from samklang.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Meeting,
    MeetingQuerySet,
    Minutes,
)
from samklang.meetings.queries.minutes import as_read_by, minutes_of
from samklang.organizations.api import Acting

# How minutes come about is the keeper’s own; the county reads that they are checked, and after.
_WITHIN_THE_KEEPER = ("minutes.begun", "minutes.written", "minutes.set_aside")


def meetings(acting: Acting) -> MeetingQuerySet:
    """Return those that the user may see, with how much each has on its agenda, newest first."""
    hidden = Minutes.objects.hidden_from(acting).values("meeting")
    adopted = Q(items__clauses__wording__gt="") & ~Q(pk__in=hidden)
    return (
        Meeting.objects.visible_to(acting)
        .select_related("body", "keeper")
        .annotate(
            item_count=Count("items", distinct=True),
            clause_count=Count("items__clauses", filter=adopted, distinct=True),
        )
        .order_by(F("date").desc(nulls_last=True), "-pk")
    )


def find_meeting(acting: Acting, pk: int) -> Meeting:
    found = Meeting.objects.visible_to(acting).select_related(
        "body", "keeper", "partnership", "file", "recorded_by", "series"
    )
    return get_object_or_404(found, pk=pk)


def find_item(acting: Acting, pk: int, item_pk: int) -> AgendaItem:
    found = AgendaItem.objects.visible_to(acting).select_related(
        "meeting__body", "meeting__keeper", "matter"
    )
    return get_object_or_404(found.filter(meeting=pk), pk=item_pk)


def find_attachment(acting: Acting, pk: int, attachment_pk: int) -> Attachment:
    seen = Meeting.objects.visible_to(acting).filter(pk=pk).order_by().values("pk")
    found = Attachment.objects.filter(meeting__in=seen).select_related(
        "meeting__body", "meeting__keeper"
    )
    return get_object_or_404(found, pk=attachment_pk)


def numbers(meeting: Meeting) -> list[AgendaItem]:
    """Return the items that have a number of their own."""
    return [one for one in meeting.items.select_related("meeting") if not one.letter]


@dataclass(frozen=True)
class Agenda:
    """All that a meeting’s page shows, in as many statements however long the agenda is."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    attachments: tuple[Attachment, ...]
    attendances: tuple[Attendance, ...]
    minutes: Minutes | None


def agenda(acting: Acting, meeting: Meeting) -> Agenda:
    """Return what is on the agenda, with what the user may read of the minutes."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("matter")
    return Agenda(
        meeting,
        tuple(as_read_by(acting, items)),
        tuple(meeting.attachments.prefetch_related("items")),
        tuple(meeting.attendances.select_related("organization")),
        minutes_of(acting, meeting),
    )


def meeting_history(acting: Acting, meeting: Meeting) -> QuerySet[Entry]:
    """Return what has happened to it: for the county nothing of when something was a draft."""
    there = history([meeting])
    if meeting.keeper_id in acting.organization_ids:
        return there
    there = there.exclude(verb__in=_WITHIN_THE_KEEPER)
    return there if meeting.sent_at is None else there.filter(happened_at__gte=meeting.sent_at)
