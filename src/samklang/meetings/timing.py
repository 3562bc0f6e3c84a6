"""When the items of an agenda are planned to be dealt with: it follows from the meeting’s start.

Nothing of it is stored but how many minutes an item is planned to take. The letters of a number
begin with it; its own minutes are for all of it, and where the letters need more, theirs count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import cached_property

from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.meetings.lifecycle import OPEN
from samklang.meetings.models import AgendaItem, Meeting
from samklang.meetings.numbering import Block, blocks

_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item begins and ends, as far as that follows, and how long it is planned to take.

    `is_about` where something before it has no minutes, so that it begins then or later.
    """

    minutes: int | None = None
    start: time | None = None
    end: time | None = None
    is_about: bool = False

    @property
    def clock(self) -> str:
        """Say it by the clock: “10.00–10.15”, or “about 10.00”; nothing without a start."""
        if self.start is None:
            return ""
        start = time_format(self.start, "H.i")
        if self.is_about:
            return _("about %(time)s") % {"time": start}
        return f"{start}–{time_format(self.end, 'H.i')}" if self.end else start

    @property
    def length(self) -> str:
        return _("%(count)s min") % {"count": self.minutes} if self.minutes else ""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.clock, self.length)))


NO_SLOT = Slot()


class Timetable:
    """The times of an agenda that is still to be gone through; none where nothing has minutes."""

    def __init__(self, meeting: Meeting, items: Iterable[AgendaItem]) -> None:
        self.meeting = meeting
        self._blocks = blocks(items) if meeting.state in OPEN else []

    @cached_property
    def slots(self) -> dict[int, Slot]:
        found: dict[int, Slot] = {}
        if not self.planned:
            return found
        at, is_about = _minutes(self.meeting.start_time), False
        for block in self._blocks:
            whole = _length(block)
            found[block[0].pk] = _slot(at, whole or None, is_about)
            found |= _of_letters(block[1:], at, is_about)
            at = at + whole if at is not None else None
            is_about |= not _is_timed(block)
        return found

    def of(self, item: AgendaItem) -> Slot:
        return self.slots.get(item.pk, NO_SLOT)

    @cached_property
    def planned(self) -> int:
        """How many minutes all of it is planned to take."""
        return sum(map(_length, self._blocks))

    @property
    def available(self) -> int | None:
        """How many minutes the meeting has; none where it does not say when it ends."""
        start, end = _minutes(self.meeting.start_time), _minutes(self.meeting.end_time)
        return end - start if start is not None and end is not None else None

    @property
    def is_too_long(self) -> bool:
        return self.available is not None and self.planned > self.available

    @property
    def said(self) -> str:
        """Say how the plan fits the meeting; nothing where there is none."""
        if not self.planned:
            return ""
        if self.available is None:
            return _("Planned time: %(planned)s min.") % {"planned": self.planned}
        over = self.planned - self.available
        if over > 0:
            return ngettext(
                "The agenda is %(count)s minute longer than the meeting.",
                "The agenda is %(count)s minutes longer than the meeting.",
                over,
            ) % {"count": over}
        about = {"planned": self.planned, "available": self.available}
        return _("Planned time: %(planned)s of the meeting’s %(available)s min.") % about


def _length(block: Block) -> int:
    """Return the number’s own minutes, or those of its letters where these are more."""
    first, *under = block
    return max(first.planned_minutes or 0, sum(one.planned_minutes or 0 for one in under))


def _is_timed(block: Block) -> bool:
    """Whether it is known how long all of it takes."""
    first, *under = block
    return bool(first.planned_minutes or (under and all(one.planned_minutes for one in under)))


def _of_letters(under: Block, at: int | None, is_about: bool) -> dict[int, Slot]:
    found: dict[int, Slot] = {}
    for one in under:
        found[one.pk] = _slot(at, one.planned_minutes, is_about)
        at = at + (one.planned_minutes or 0) if at is not None else None
        is_about |= not one.planned_minutes
    return found


def _slot(at: int | None, minutes: int | None, is_about: bool) -> Slot:
    end = at + minutes if at is not None and minutes else None
    return Slot(minutes, _clock(at), _clock(end), is_about)


def _minutes(at: time | None) -> int | None:
    return at.hour * _HOUR + at.minute if at else None


def _clock(minutes: int | None) -> time | None:
    """Return the time of day; a plan that runs into the next day has none there."""
    if minutes is None or minutes >= _DAY:
        return None
    return time(minutes // _HOUR, minutes % _HOUR)
