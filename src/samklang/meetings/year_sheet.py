"""The year plan as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from django.utils.translation import gettext as _

from samklang.common.workbooks import Book, Cells
from samklang.meetings.year_plan import YearPlan
from samklang.organizations.api import Acting


def workbook(plan: YearPlan, *, county: str, by: Acting) -> bytes:
    book = Book()
    book.list(_("Meetings"), _meetings(plan), kept=2)
    book.about(_("About the extract"), _about(plan, county, by))
    return book.written()


def _meetings(plan: YearPlan) -> Iterator[Cells]:
    yield (
        _("Day"),
        _("Body"),
        _("Begins"),
        _("Ends"),
        _("Place"),
        _("Called by"),
        _("State"),
        _("Matters in by"),
        _("Papers out by"),
        _("Late"),
    )
    for row in plan.rows:
        meeting = row.meeting
        yield (
            row.day,
            meeting.body.name,
            _clock(meeting.start_time),
            _clock(meeting.end_time),
            meeting.place,
            meeting.keeper.name,
            row.state,
            row.stops.matters,
            row.stops.papers,
            "; ".join(row.late),
        )


def _clock(at: time | None) -> str:
    return f"{at:%H.%M}" if at else ""


def _about(plan: YearPlan, county: str, by: Acting) -> Iterator[tuple[str, str | date]]:
    yield _("County"), county
    yield _("Year"), str(plan.year)
    yield _("Taken out on"), by.today
    yield _("By"), str(by.user)
