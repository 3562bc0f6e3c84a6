"""Puts the invented meetings of a demo county beside its bodies, and what came of them."""

from __future__ import annotations

from samklang.accounts.models import User
from samklang.decisions.api import Asking, Decision, offered, put_demo_home
from samklang.meetings.api import (
    KnownMeeting,
    ReadMeeting,
    ReadPerson,
    put_demo_meeting,
    put_demo_series,
)
from samklang.organizations.api import Partnership, bodies
from samklang.setup.entries import Demo, HomeEntry, MeetingEntry
from samklang.setup.placing import Ground
from samklang.setup.tables import PackError


def put_meetings(demo: Demo, partnership: Partnership, ground: Ground) -> None:
    """Put each meeting there; the bodies and persons were placed before."""
    groups = {one.code: one for one in bodies(partnership.pk)}
    there = {code: one.pk for code, one in groups.items()}
    people = {one.username: one for one in User.objects.filter(demo=True)}
    for one in demo.series:
        keeper = ground.organizations[one.keeper]
        put_demo_series(groups[one.body], one.words, keeper_id=keeper, by=people[one.by])
    for entry in demo.meetings:
        put_demo_meeting(
            KnownMeeting(
                _facts(entry, there, ground),
                entry.items,
                entry.is_sent_out,
                entry.is_announced,
                entry.series,
            ),
            by=people[entry.by],
            checked_by=people[entry.checked_by],
        )
    for home in demo.homes:
        _put_home(home, there[home.body], ground, by=people[home.by])


def _put_home(entry: HomeEntry, body_id: int, ground: Ground, *, by: User) -> None:
    found = Decision.objects.filter(
        body=body_id, decided_date=entry.decided_date, wording=entry.clause
    )
    decision = found.first()
    if decision is None:
        raise PackError(f"No demo meeting on {entry.decided_date} has decided {entry.clause!r}.")
    parties = frozenset(one.pk for one in offered(decision))
    said = Asking(entry.meaning, entry.asked, entry.due_date, parties)
    ways = {ground.organizations[code]: way for code, way in entry.ways}
    put_demo_home(decision, said, ways, by=by)


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
