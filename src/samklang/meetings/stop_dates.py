"""When matters must be in and papers go out before a meeting, and what of it is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.meetings.holidays import working_day
from samklang.meetings.models import Meeting, Series


@dataclass(frozen=True, slots=True)
class Stops:
    """The two stop dates; none where the meeting has no day, or its series says nothing."""

    matters: date | None = None
    papers: date | None = None


def stops(meeting: Meeting) -> Stops:
    if meeting.series is None or meeting.date is None:
        return Stops()
    return stops_before(meeting.date, meeting.series, country=meeting.partnership.country)


def stops_before(day: date, series: Series, *, country: str) -> Stops:
    """Count back from the day of the meeting, to the last working day."""

    def before(days: int | None) -> date | None:
        return None if days is None else working_day(day - timedelta(days=days), country=country)

    return Stops(before(series.matters_days), before(series.papers_days))


def late(meeting: Meeting, *, matter_count: int | None, today: date) -> Iterator[str]:
    """Say what should have been done before a meeting that is still to be held.

    `matter_count` is how many matters are on the agenda; none for whoever may not see it.
    """
    if meeting.date is None or meeting.date < today or meeting.is_cancelled:
        return
    there = stops(meeting)
    if there.matters and there.matters < today and matter_count == 0:
        yield _said(_("Matters should have been in on %(day)s"), there.matters, today)
    if there.papers and there.papers < today and meeting.is_draft:
        yield _said(_("Papers should have gone out on %(day)s"), there.papers, today)


def _said(words: str, day: date, today: date) -> str:
    count = (today - day).days
    late_by = ngettext("%(count)d day late", "%(count)d days late", count) % {"count": count}
    return f"{words % {'day': date_format(day, 'j F')}}, {late_by}"
