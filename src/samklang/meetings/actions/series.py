"""How a body’s meetings are planned: the series, and the year’s meetings made from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from samklang.audit.api import record
from samklang.meetings.actions.beginning import begin
from samklang.meetings.actions.locking import Conflict, locked, written
from samklang.meetings.models import Meeting, Series, StandingItem
from samklang.meetings.queries import taken_days
from samklang.meetings.written import SeriesWords, StandingWords
from samklang.organizations.api import Acting, Body, Organization


@transaction.atomic
def begin_series(body: Body, words: SeriesWords, *, keeper: Organization, by: Acting) -> Series:
    series = Series.objects.create(
        partnership_id=keeper.partnership_id,
        body=body,
        keeper=keeper,
        recorded_by=by.user,
        **words.values(),
    )
    put_standing(series, words.standing)
    _record("series.begun", series, by=by, what=series.name)
    return series


@transaction.atomic
def change_series(series: Series, words: SeriesWords, *, by: Acting, seen: int) -> Series:
    """Say anew how the body usually meets; meetings that are there stay as they are."""
    fresh = Series.objects.select_for_update().get(pk=series.pk)
    if fresh.version != seen:
        raise Conflict(f"series {fresh.pk} is at version {fresh.version}, not {seen}")
    for name, value in words.values().items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save()
    fresh.standing_items.all().delete()
    put_standing(fresh, words.standing)
    _record("series.changed", fresh, by=by, what=fresh.name)
    return fresh


@transaction.atomic
def plan_year(
    series: Series, days: Sequence[date], *, announced: bool, by: Acting
) -> list[Meeting]:
    """Make a draft for each day on which the body does not meet yet; tell the county, or not."""
    fresh = Series.objects.select_for_update().get(pk=series.pk)
    taken = taken_days(fresh, days)
    made = [_plan(fresh, day, by=by) for day in sorted(set(days) - taken)]
    if announced:
        for meeting in made:
            announce(meeting, by=by)
    _record("series.planned", fresh, by=by, count=len(made))
    return made


@transaction.atomic
def announce(meeting: Meeting, *, by: Acting) -> Meeting:
    """Tell the county the day, the time and the place; the agenda stays a draft."""
    fresh = locked(meeting)
    if not fresh.is_draft or fresh.is_known or fresh.date is None:
        raise Conflict(f"meeting {fresh.pk} is known, or has no day")
    fresh.announced_at = timezone.now()
    fresh.save(update_fields=["announced_at"])
    written("meeting.announced", fresh, by=by)
    return fresh


def _plan(series: Series, day: date, *, by: Acting) -> Meeting:
    meeting = Meeting.objects.create(
        partnership_id=series.partnership_id,
        body_id=series.body_id,
        keeper_id=series.keeper_id,
        series=series,
        date=day,
        recorded_by=by.user,
        **{name: getattr(series, name) for name in _USUAL},
    )
    begin(meeting)
    written("meeting.planned", meeting, by=by)
    return meeting


_USUAL = ("start_time", "end_time", "place", "chair", "secretary")


def put_standing(series: Series, standing: Iterable[StandingWords]) -> None:
    StandingItem.objects.bulk_create(
        StandingItem(
            series=series,
            position=position,
            title=one.title,
            presenter=one.presenter,
            is_previous_notes=one.is_previous_notes,
            **dict.fromkeys(one.kinds, True),
        )
        for position, one in enumerate(standing, start=1)
    )


def _record(verb: str, series: Series, *, by: Acting, **details: Any) -> None:
    record(
        verb,
        series,
        by=by.user,
        partnership_id=series.partnership_id,
        organization_id=series.keeper_id,
        **details,
    )
