"""Where a meeting stands in its body’s year, and what became of it since it was sent out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from samklang.audit.api import Entry
from samklang.common.policy import Verdict
from samklang.meetings import policies
from samklang.meetings.models import Meeting, PlanChange
from samklang.meetings.queries import Agenda
from samklang.meetings.stop_dates import Stops, late, stops
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Course:
    """The meetings before and after it that the reader sees, and its changes since it was sent.

    `moved` are the times that it was moved since others knew of it; `rewritten_at` is when its
    agenda was last changed since it was sent out.
    """

    previous: Meeting | None
    next: Meeting | None
    moved: tuple[PlanChange, ...]
    rewritten_at: datetime | None
    may_cancel: Verdict
    may_delete: Verdict
    may_announce: Verdict
    may_carry_on: Verdict
    stops: Stops
    late: tuple[str, ...]


def course(acting: Acting, agenda: Agenda) -> Course:
    meeting = agenda.meeting
    return Course(
        agenda.previous,
        agenda.next,
        agenda.moved,
        _rewritten_at(meeting, agenda.history),
        policies.can_cancel(acting, meeting),
        policies.can_delete(acting, meeting),
        policies.can_announce(acting, meeting),
        policies.can_carry_on(acting, meeting),
        stops(meeting),
        tuple(late(meeting, matter_count=_matters(agenda), today=acting.today)),
    )


def _matters(agenda: Agenda) -> int:
    return sum(one.matter_id is not None for one in agenda.items)


def _rewritten_at(meeting: Meeting, history: Iterable[Entry]) -> datetime | None:
    if meeting.sent_at is None or not meeting.is_planned:
        return None
    changes = (
        one.happened_at
        for one in history
        if one.verb.startswith("agenda.") and one.happened_at > meeting.sent_at
    )
    return max(changes, default=None)
