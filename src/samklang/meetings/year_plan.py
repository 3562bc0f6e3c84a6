"""The county’s meetings of a year as its page, its picture and its workbook show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.common.letters import in_alphabet
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import inline
from samklang.meetings.models import Meeting
from samklang.meetings.queries import Known
from samklang.meetings.stop_dates import Stops, late, stops
from samklang.meetings.year_picture import Mark, Strip, Year, draw


@dataclass(frozen=True)
class PlanRow:
    """One meeting: when, its stop dates, how far it has come, and what is late."""

    known: Known
    today: date

    @property
    def meeting(self) -> Meeting:
        return self.known.meeting

    @property
    def day(self) -> date:
        return self.meeting.day

    @property
    def url(self) -> str:
        return self.meeting.get_absolute_url() if self.known.is_seen else ""

    @cached_property
    def stops(self) -> Stops:
        return stops(self.meeting)

    @property
    def state(self) -> str:
        """In the words of those who may know: a draft is known by its organization alone."""
        if self.meeting.is_draft and self.meeting.is_known:
            return _("Day told to the county, agenda not sent out")
        if self.meeting.is_draft:
            return _("Draft, seen only by %(keeper)s") % {"keeper": self.meeting.keeper.short_name}
        return str(self.meeting.get_state_display())

    @property
    def mark(self) -> Mark:
        if self.meeting.is_cancelled:
            return Mark.CANCELLED
        if self.meeting.is_held:
            return Mark.HELD
        if self.meeting.is_planned:
            return Mark.SENT_OUT
        return Mark.ANNOUNCED if self.meeting.is_known else Mark.DRAFT

    @cached_property
    def late(self) -> list[str]:
        count = self.known.matter_count if self.known.is_seen else None
        return list(late(self.meeting, matter_count=count, today=self.today))


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class YearPlan:
    """All that is known of the year’s meetings, for whoever looks."""

    year: int
    today: date
    known: Sequence[Known]

    @cached_property
    def rows(self) -> list[PlanRow]:
        return [PlanRow(one, self.today) for one in self.known]

    @property
    def months(self) -> list[Month]:
        found: dict[int, list[PlanRow]] = {}
        for row in self.rows:
            found.setdefault(row.day.month, []).append(row)
        return [
            Month(date_format(date(self.year, month, 1), "F"), tuple(rows))
            for month, rows in found.items()
        ]

    @property
    def late_count(self) -> int:
        return sum(bool(row.late) for row in self.rows)

    @property
    def marks(self) -> list[tuple[Mark, str]]:
        """Return the marks that are in the picture, each with its words."""
        there = {row.mark for row in self.rows}
        return [(one, one.words) for one in Mark if one in there]

    @cached_property
    def drawing(self) -> Drawing:
        strips: dict[str, list[PlanRow]] = {}
        for row in self.rows:
            strips.setdefault(row.meeting.body.name, []).append(row)
        names = sorted(strips, key=in_alphabet)
        made = tuple(
            Strip(name, tuple((row.day, row.mark, row.url) for row in strips[name]))
            for name in names
        )
        return draw(Year(self._label, self.year, made, self.today))

    @property
    def picture(self) -> SafeString:
        return inline(self.drawing, "w-l")

    @property
    def _label(self) -> str:
        count = len(self.rows)
        return ngettext(
            "%(count)d meeting in %(year)d. The same is in the table below.",
            "%(count)d meetings in %(year)d. The same is in the table below.",
            count,
        ) % {"count": count, "year": self.year}
