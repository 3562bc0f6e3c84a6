"""Reads the invented persons of a demo county, and the answers they are said to have given."""

from __future__ import annotations

from samklang.inventories.api import Channel
from samklang.organizations.api import Role
from samklang.setup.entries import FindingEntry, PersonEntry, SeatEntry
from samklang.setup.pack_agreements import Known
from samklang.setup.tables import Table, choice, required_day


def persons(file: Table, known: Known) -> tuple[PersonEntry, ...]:
    found = []
    for table in file.tables("persons"):
        found.append(
            PersonEntry(
                username=table.text("username"),
                name=table.text("name"),
                title=table.text("title"),
                seats=tuple(_seat(t, known) for t in table.tables("seats")),
            )
        )
        table.finish()
    file.finish()
    return tuple(found)


def _seat(table: Table, known: Known) -> SeatEntry:
    one = SeatEntry(
        organization=choice(table, "organization", known.organizations),
        role=choice(table, "role", Role.values),
        from_date=required_day(table, "from"),
    )
    table.finish()
    return one


def findings(file: Table, known: Known) -> tuple[FindingEntry, ...]:
    found = []
    for table in file.tables("findings"):
        found.append(
            FindingEntry(
                organization=choice(table, "organization", known.organizations),
                area=choice(table, "area", known.areas),
                answered_date=required_day(table, "answered"),
                channel=choice(table, "channel", Channel.values),
                answered_by=table.text("answered_by", ""),
                quote=table.text("quote", ""),
            )
        )
        table.finish()
    file.finish()
    return tuple(found)
