"""Puts the invented meetings of a demo county beside its bodies."""

from __future__ import annotations

from samklang.accounts.models import User
from samklang.meetings.api import KnownMeeting, ReadMeeting, ReadPerson, put_demo_meeting
from samklang.organizations.api import Partnership, bodies
from samklang.setup.entries import Demo, MeetingEntry
from samklang.setup.placing import Ground


def put_meetings(demo: Demo, partnership: Partnership, ground: Ground) -> None:
    """Put each meeting there; the bodies and persons were placed before."""
    there = {one.code: one.pk for one in bodies(partnership.pk)}
    people = {one.username: one for one in User.objects.filter(demo=True)}
    for entry in demo.meetings:
        known = KnownMeeting(_facts(entry, there, ground), entry.items, entry.is_sent_out)
        put_demo_meeting(known, by=people[entry.by], checked_by=people[entry.checked_by])


def _facts(entry: MeetingEntry, bodies: dict[str, int], ground: Ground) -> ReadMeeting:
    return ReadMeeting(
        partnership_id=ground.partnership_id,
        keeper_id=ground.organizations[entry.keeper],
        body_id=bodies[entry.body],
        file_id=None,
        plan=entry.plan,
        is_held=entry.is_held,
        people=tuple(
            ReadPerson(one.name, ground.organizations[one.organization], presence=one.presence)
            for one in entry.people
        ),
        items=tuple(one.row for one in entry.items),
    )
