"""Puts the invented persons, agreements and answers of a demo county beside its own facts."""

from __future__ import annotations

from django.db import transaction

from samklang.accounts.models import User
from samklang.common.rows import put_row
from samklang.inventories.api import put_demo_finding
from samklang.organizations.api import (
    Organization,
    Partnership,
    mark_demo,
    organizations,
    put_seat,
)
from samklang.setup import loading
from samklang.setup.demo_meetings import put_meetings
from samklang.setup.demo_texts import put_text
from samklang.setup.entries import Demo, PersonEntry
from samklang.setup.placing import Ground, ground_of, place
from samklang.setup.placing_bodies import put_invented
from samklang.setup.tables import PackError


@transaction.atomic
def load(demo: Demo) -> Partnership:
    """Load the county, then what is invented; loading it again changes nothing."""
    partnership = loading.load(demo.county)
    ground = ground_of(partnership.pk)
    parties = {one.code: one for one in organizations(partnership.pk)}
    for person in demo.persons:
        _put_person(person, parties)
    put_invented(demo, partnership)
    place(demo.agreements, ground, packs=(demo.county.code, demo.code), demo=True)
    _put_findings(demo, ground)
    for one in demo.texts:
        put_text(demo, one, ground)
    put_meetings(demo, partnership, ground)
    mark_demo(partnership, demo=True)
    return partnership


def _put_person(entry: PersonEntry, parties: dict[str, Organization]) -> None:
    """Make somebody who signs in by one click and never with a password."""
    if User.objects.filter(username=entry.username, demo=False).exists():
        raise PackError(f"{entry.username!r} is a real account here; the demo person needs another")
    values = {"name": entry.name, "last_name": entry.title}
    person, made = put_row(
        User.objects.all(), key={"username": entry.username, "demo": True}, values=values
    )
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    for seat in entry.seats:
        put_seat(person, parties[seat.organization], role=seat.role, from_date=seat.from_date)


def _put_findings(demo: Demo, ground: Ground) -> None:
    for entry in demo.findings:
        put_demo_finding(
            organization_id=ground.organizations[entry.organization],
            area_id=ground.areas[entry.area],
            answered_date=entry.answered_date,
            channel=entry.channel,
            answered_by=entry.answered_by,
            quote=entry.quote,
        )
