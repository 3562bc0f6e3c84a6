"""A meeting from its first draft until it has been held, or called off."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings.actions.beginning import begin
from samklang.meetings.actions.locking import locked, open_for_writing, written
from samklang.meetings.actions.removing import remove
from samklang.meetings.lifecycle import CANCEL, HOLD, LIFECYCLE, SEND_OUT
from samklang.meetings.models import Meeting, PlanChange, Series
from samklang.meetings.written import Plan
from samklang.organizations.api import Acting, Body, Organization

# What calendars show: a change of anything else moves nothing in them.
_MOVES = ("date", "start_time", "end_time", "place")


@transaction.atomic
def call(
    body: Body,
    plan: Plan,
    *,
    keeper: Organization,
    by: Acting,
    series: Series | None = None,
) -> Meeting:
    """Begin a draft of a meeting, which nobody outside the organization sees."""
    meeting = Meeting.objects.create(
        partnership_id=keeper.partnership_id,
        body=body,
        keeper=keeper,
        series=series,
        recorded_by=by.user,
        **plan.values(),
    )
    begin(meeting)
    written("meeting.called", meeting, by=by)
    return meeting


@transaction.atomic
def change_plan(meeting: Meeting, plan: Plan, *, by: Acting, seen: int) -> bool:
    """Change when and where it is, and who leads it; return whether it was moved in calendars."""
    fresh = open_for_writing(meeting, seen=seen)
    was = {name: getattr(fresh, name) for name in _MOVES}
    for name, value in plan.values().items():
        setattr(fresh, name, value)
    fresh.save(update_fields=list(plan.values()))
    if was == {name: getattr(fresh, name) for name in _MOVES}:
        written("meeting.changed", fresh, by=by)
        return False
    change = PlanChange(meeting=fresh, by=by.user)
    for name, value in was.items():
        setattr(change, f"was_{name}", value)
    change.save()
    written("meeting.moved", fresh, by=by, was=_said(was), now=_said(plan.values()))
    return True


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


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: Acting) -> Meeting:
    """Call off a meeting that others know of; it stays, with the reason."""
    fresh = locked(meeting)
    fresh.state = LIFECYCLE.after(CANCEL, in_state=fresh.state)
    fresh.cancelled_at, fresh.cancel_reason = timezone.now(), reason
    fresh.save(update_fields=["state", "cancelled_at", "cancel_reason"])
    written("meeting.cancelled", fresh, by=by, reason=reason)
    return fresh


@transaction.atomic
def delete_draft(meeting: Meeting, *, by: Acting) -> None:
    """Take away a draft that nobody else knew of; the record keeps that it was there."""
    fresh = locked(meeting)
    if not fresh.is_draft or fresh.announced_at is not None:
        raise MoveNotAllowed(f"meeting {fresh.pk} is known to others")
    remove(fresh, "meeting.deleted", by=by)


def _said(plan: dict[str, Any]) -> str:
    """Write down when and where, as the history tells it whichever language it is read in."""
    day, start, end, place = (plan[name] for name in _MOVES)
    times = "–".join(one.strftime("%H.%M") for one in (start, end) if one)
    return ", ".join(filter(None, (day.isoformat() if day else "", times, place))) or "–"
