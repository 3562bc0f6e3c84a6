"""Reads how invented decisions are carried home: what is asked, and how far each has come."""

from __future__ import annotations

from samklang.decisions.api import WayHome
from samklang.setup.entries import HomeEntry
from samklang.setup.pack_meetings import Around
from samklang.setup.tables import Table, choice, day, required_day


def homes(file: Table, around: Around) -> tuple[HomeEntry, ...]:
    found = [_home(table, around) for table in file.tables("homes")]
    file.finish()
    return tuple(found)


def _home(table: Table, around: Around) -> HomeEntry:
    one = HomeEntry(
        body=choice(table, "body", around.bodies),
        decided_date=required_day(table, "date"),
        clause=table.text("clause"),
        by=choice(table, "by", around.persons),
        meaning=table.text("meaning"),
        asked=table.text("asked"),
        due_date=required_day(table, "due"),
        ways=tuple(_way(one, around) for one in table.tables("ways")),
    )
    table.finish()
    return one


def _way(table: Table, around: Around) -> tuple[str, WayHome]:
    organization = choice(table, "organization", around.organizations)
    way = WayHome(
        carrier=table.text("carrier", ""),
        forum=table.text("forum", ""),
        planned_date=day(table, "planned"),
        decided_date=day(table, "decided"),
        came_back=table.text("came_back", ""),
        landed_date=day(table, "landed"),
        not_applicable_reason=table.text("not_applicable", ""),
    )
    table.finish()
    return organization, way
