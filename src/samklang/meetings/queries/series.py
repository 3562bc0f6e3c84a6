"""The series that somebody plans, and the meetings of a year that they may know of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry, history
from samklang.meetings.lifecycle import OPEN
from samklang.meetings.models import (
    AgendaItem,
    Meeting,
    MeetingQuerySet,
    Minutes,
    Outcome,
    Series,
    SeriesQuerySet,
)
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting of the year plan; of one that is only announced nothing but its day is told."""

    meeting: Meeting
    is_seen: bool
    matter_count: int


def all_series(acting: Acting) -> SeriesQuerySet:
    return Series.objects.visible_to(acting).select_related("body", "keeper")


def find_series(acting: Acting, pk: int) -> Series:
    found = all_series(acting).select_related("partnership").prefetch_related("standing_items")
    return get_object_or_404(found, pk=pk)


def series_history(series: Series) -> QuerySet[Entry]:
    return history([series])


def meetings_of(series: Series) -> MeetingQuerySet:
    return series.meetings.select_related("body", "keeper").order_by("date", "pk")


def year_plan(acting: Acting, year: int, *, body_id: int | None = None) -> list[Known]:
    """Return the meetings of the year that the user knows of, in as many statements for any."""
    known = Meeting.objects.known_to(acting).filter(date__year=year)
    if body_id is not None:
        known = known.filter(body=body_id)
    seen = set(Meeting.objects.visible_to(acting).order_by().values_list("pk", flat=True))
    found = known.select_related("body", "keeper", "series", "partnership").annotate(
        matter_count=Count("items", filter=Q(items__matter__isnull=False))
    )
    return [
        Known(one, one.pk in seen, vars(one)["matter_count"])
        for one in found.order_by("date", "start_time", "pk")
    ]


def taken_days(series: Series, days: Iterable[date]) -> set[date]:
    """Return those of the days on which the body meets already, as its series' keeper knows."""
    there = Meeting.objects.filter(
        Q(keeper=series.keeper_id) | Q(announced_at__isnull=False) | Q(sent_at__isnull=False),
        body=series.body_id,
        date__in=list(days),
    )
    return {day for day in there.standing().values_list("date", flat=True) if day}


def not_done(acting: Acting, meeting: Meeting) -> list[AgendaItem]:
    """Return the items whose matter was moved on, or about which nothing is decided.

    What minutes say that are being written elsewhere is not known here.
    """
    items = meeting.items.filter(matter__isnull=False)
    if not Minutes.objects.hidden_from(acting).filter(meeting=meeting).exists():
        undecided = Q(clauses__isnull=True, outcome="")
        items = items.filter(undecided | Q(outcome=Outcome.MOVED_ON)).distinct()
    return list(items.select_related("matter").prefetch_related("presenters", "clauses"))


def open_after(acting: Acting, meeting: Meeting) -> list[Meeting]:
    """Return the body’s later meetings whose agenda the user can write."""
    after = Meeting.objects.visible_to(acting).filter(body=meeting.body_id, state__in=OPEN)
    if meeting.date is not None:
        after = after.filter(date__gt=meeting.date)
    there = after.exclude(pk=meeting.pk).select_related("body", "keeper").order_by("date", "pk")
    return list(there)
