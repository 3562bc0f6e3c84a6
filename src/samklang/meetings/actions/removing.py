"""A meeting is taken out of the register; the record keeps that it was there."""

from __future__ import annotations

from samklang.audit.api import record
from samklang.meetings.actions.locking import forget_unused_matters
from samklang.meetings.actions.packing import clear_packs_of
from samklang.meetings.models import Meeting
from samklang.organizations.api import Acting


def remove(meeting: Meeting, verb: str, *, by: Acting) -> None:
    """Remove it with all that is its own; whoever calls this has locked it and asked if it may."""
    record(
        verb,
        meeting,
        by=by.user,
        partnership_id=meeting.partnership_id,
        organization_id=meeting.keeper_id,
        what=str(meeting),
    )
    clear_packs_of(meeting)
    meeting.delete()
    forget_unused_matters()
