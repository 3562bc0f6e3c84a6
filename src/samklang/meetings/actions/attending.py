"""Who was at a meeting, who was excused and who was a guest."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings.actions.locking import locked, written
from samklang.meetings.lifecycle import MinutesState
from samklang.meetings.models import Attendance, Meeting, Minutes
from samklang.meetings.written import ReadPerson
from samklang.organizations.api import Acting


@transaction.atomic
def say_who_was_there(
    meeting: Meeting, people: Iterable[ReadPerson], *, by: Acting, seen: int
) -> Meeting:
    """Write down who was there, before the meeting or after it; checked minutes state it."""
    fresh = locked(meeting, seen=seen)
    if Minutes.objects.filter(meeting=fresh).exclude(state=MinutesState.WRITING).exists():
        raise MoveNotAllowed(f"the minutes of meeting {fresh.pk} are checked")
    fresh.attendances.all().delete()
    put_people(fresh, people)
    written("meeting.attendance_said", fresh, by=by)
    return fresh


def put_people(meeting: Meeting, people: Iterable[ReadPerson]) -> None:
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            name=one.name,
            organization_id=one.organization_id,
            organization_name=one.organization_name,
            presence=one.presence,
            position=position,
        )
        for position, one in enumerate(people)
    )
