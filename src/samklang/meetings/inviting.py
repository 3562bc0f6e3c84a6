"""What changes a meeting that others have in their calendars, and tells them in the same breath."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from samklang.meetings import actions
from samklang.meetings.letters import tell_invited
from samklang.meetings.models import Meeting
from samklang.meetings.written import Plan
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Notice:
    """By whom it is done, and the address of the meeting’s page that letters lead to."""

    by: Acting
    page: str


@transaction.atomic
def send_out(meeting: Meeting, notice: Notice) -> int:
    """Send the agenda out; return how many are told by letter."""
    sent = actions.send_out(meeting, by=notice.by)
    return tell_invited(sent, "sent_out", page=notice.page)


@transaction.atomic
def change_plan(meeting: Meeting, plan: Plan, notice: Notice, *, seen: int) -> int:
    """Change when and where it is; those who were sent it are told if it was moved."""
    moved = actions.change_plan(meeting, plan, by=notice.by, seen=seen)
    fresh = Meeting.objects.get(pk=meeting.pk)
    if not moved or fresh.sent_at is None:
        return 0
    return tell_invited(fresh, "moved", page=notice.page)


@transaction.atomic
def cancel(meeting: Meeting, notice: Notice, *, reason: str) -> int:
    cancelled = actions.cancel(meeting, reason=reason, by=notice.by)
    if cancelled.sent_at is None:
        return 0
    return tell_invited(cancelled, "cancelled", page=notice.page)
