"""How a meeting is locked, and how its change is counted and written down."""

from __future__ import annotations

from typing import Any

from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings.lifecycle import OPEN, MinutesState
from samklang.meetings.models import Matter, Meeting, Minutes
from samklang.organizations.api import Acting


class Conflict(MoveNotAllowed):
    """Somebody else saved the meeting after the user had opened it."""


def locked(meeting: Meeting, *, seen: int | None = None) -> Meeting:
    """Take the meeting for writing; `seen` is the version that the user decided on.

    Once its minutes are locked nothing that they state is changed.
    """
    fresh = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if Minutes.objects.filter(meeting=fresh, state=MinutesState.LOCKED).exists():
        raise MoveNotAllowed(f"the minutes of meeting {fresh.pk} are locked")
    if seen is not None and fresh.version != seen:
        raise Conflict(f"meeting {fresh.pk} is at version {fresh.version}, not {seen}")
    return fresh


def open_for_writing(meeting: Meeting, *, seen: int | None = None) -> Meeting:
    """Take it for writing, unless it has been held meanwhile, or its minutes are checked."""
    fresh = locked(meeting, seen=seen)
    if Minutes.objects.filter(meeting=fresh, state=MinutesState.CHECKED).exists():
        raise MoveNotAllowed(f"the minutes of meeting {fresh.pk} are checked, and state its agenda")
    if fresh.state not in OPEN:
        raise MoveNotAllowed(f"meeting {fresh.pk} is {fresh.state}")
    return fresh


def written(verb: str, meeting: Meeting, *, by: Acting, **details: Any) -> None:
    """Count the change and record it."""
    meeting.version += 1
    meeting.save(update_fields=["version"])
    told(verb, meeting, by=by, **details)


def told(verb: str, meeting: Meeting, *, by: Acting, **details: Any) -> None:
    """Record what happened, in the name of the organization that the user writes for."""
    home = by.organization.pk if by.organization else None
    record(
        verb,
        meeting,
        by=by.user,
        partnership_id=meeting.partnership_id,
        organization_id=meeting.keeper_id if meeting.keeper_id in by.writes_for() else home,
        **details,
    )


def forget_unused_matters() -> None:
    """Take away the matters that are on no agenda: nobody sees them, and nothing leads there."""
    Matter.objects.filter(items__isnull=True).delete()
