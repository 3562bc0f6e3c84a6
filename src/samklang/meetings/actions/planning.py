"""A meeting from its first draft until it has been held."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from samklang.meetings.actions.locking import locked, open_for_writing, written
from samklang.meetings.lifecycle import HOLD, LIFECYCLE, SEND_OUT
from samklang.meetings.models import Meeting
from samklang.meetings.written import Plan
from samklang.organizations.api import Acting, Body, Organization


@transaction.atomic
def call(body: Body, plan: Plan, *, keeper: Organization, by: Acting) -> Meeting:
    """Begin a draft of a meeting, which nobody outside the organization sees."""
    meeting = Meeting.objects.create(
        partnership_id=keeper.partnership_id,
        body=body,
        keeper=keeper,
        recorded_by=by.user,
        **plan.values(),
    )
    written("meeting.called", meeting, by=by)
    return meeting


@transaction.atomic
def change_plan(meeting: Meeting, plan: Plan, *, by: Acting, seen: int) -> Meeting:
    fresh = open_for_writing(meeting, seen=seen)
    for name, value in plan.values().items():
        setattr(fresh, name, value)
    fresh.save(update_fields=list(plan.values()))
    written("meeting.changed", fresh, by=by)
    return fresh


@transaction.atomic
def send_out(meeting: Meeting, *, by: Acting) -> Meeting:
    """Show the county the meeting and its agenda; from now on they see every change of it."""
    fresh = locked(meeting)
    fresh.state = LIFECYCLE.after(SEND_OUT, in_state=fresh.state)
    fresh.sent_at = timezone.now()
    fresh.save(update_fields=["state", "sent_at"])
    written("meeting.sent_out", fresh, by=by)
    return fresh


@transaction.atomic
def hold(meeting: Meeting, *, by: Acting) -> Meeting:
    """Say that the meeting has been held; its agenda stands as it was."""
    fresh = locked(meeting)
    fresh.state = LIFECYCLE.after(HOLD, in_state=fresh.state)
    fresh.save(update_fields=["state"])
    written("meeting.held", fresh, by=by)
    return fresh
