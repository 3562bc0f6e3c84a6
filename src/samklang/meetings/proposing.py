"""The days that a rule proposes for a series, each with what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from samklang.meetings.forms import ProposeForm
from samklang.meetings.holidays import holidays
from samklang.meetings.models import Series
from samklang.meetings.queries import taken_days
from samklang.meetings.stop_dates import Stops, stops_before

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day, its stop dates, and why it is skipped; nothing where it can become a meeting."""

    day: date
    stops: Stops
    skipped: str


@dataclass(frozen=True)
class Proposing:
    """What was asked, and the days that it means."""

    series: Series
    form: ProposeForm

    @cached_property
    def days(self) -> list[Proposed]:
        if not self.form.is_bound or not self.form.is_valid():
            return []
        days = self.form.proposed()
        country, taken = self.series.partnership.country, taken_days(self.series, days)
        closed: dict[date, str] = {}
        for year in {day.year for day in days}:
            closed |= holidays(country, year)
        return [
            Proposed(
                day, stops_before(day, self.series, country=country), _skipped(day, closed, taken)
            )
            for day in days
        ]

    @property
    def rule(self) -> list[tuple[str, str]]:
        """Return what was asked, for the form that confirms it to carry along."""
        return [(name, str(self.form.data.get(name, ""))) for name in self.form.fields]

    @property
    def offered(self) -> list[date]:
        return [one.day for one in self.days if not one.skipped]


def proposing(series: Series, asked: Mapping[str, str], *, today: date) -> Proposing:
    next_year = today.year + 1
    usual = {
        "way": "months",
        "first_day": date(next_year, 1, 7),
        "last_day": date(next_year, 12, 20),
    }
    sent = asked if "way" in asked else None
    form = ProposeForm(sent, initial=usual, weekday=series.weekday)
    return Proposing(series, form)


def _skipped(day: date, closed: Mapping[date, str], taken: set[date]) -> str:
    if day in closed:
        return closed[day]
    if day.weekday() >= _SATURDAY:
        return _("Weekend")
    return _("The body meets already") if day in taken else ""
