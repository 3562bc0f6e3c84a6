"""How every agreement of a county stands, in three statements whatever the size."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import connection

from samklang.agreements.queries.editions import day, edition_rows
from samklang.agreements.standing import AgreementRow, Standing, standings
from samklang.agreements.validity import Event


def county_standings(partnership_id: int, *, on: date) -> dict[int, Standing]:
    """Return how every agreement of the partnership stands on the day, by its id.

    Three statements whatever the size; the caller has asked leave for the partnership.
    """
    return county_rows(partnership_id, on=on)[1]


def county_rows(partnership_id: int, *, on: date) -> tuple[list[AgreementRow], dict[int, Standing]]:
    """Return also the agreements that nobody knew of on the day."""
    agreements = _agreement_rows(partnership_id)
    editions = edition_rows(partnership_id, on=on)
    numbers = [edition.pk for rows in editions.values() for edition in rows]
    return agreements, standings(agreements, editions, _events(numbers), on=on)


# Plain SQL, since a county has hundreds of agreements and thousands of events.
_AGREEMENTS = """
SELECT agreement.id, agreement.title, agreement.level, agreement.area_id, agreement.parent_id,
    agreement.keeper_id, party.organization_id
FROM agreements_party party
JOIN agreements_agreement agreement ON agreement.id = party.agreement_id
JOIN organizations_organization organization ON organization.id = party.organization_id
WHERE agreement.partnership_id = %s AND agreement.undone_at IS NULL
ORDER BY organization.position, party.id
"""
_EVENTS = """
SELECT edition_id, kind, first_date, last_date, years, decided_last_date, quote
FROM agreements_validityevent
WHERE undone_at IS NULL AND edition_id IN ({editions})
ORDER BY id
"""


def _agreement_rows(partnership_id: int) -> list[AgreementRow]:
    party_ids: dict[int, list[int]] = defaultdict(list)
    found = {}
    for *facts, organization_id in _rows(_AGREEMENTS, [partnership_id]):
        party_ids[facts[0]].append(organization_id)
        found[facts[0]] = facts
    return [
        AgreementRow(pk, title, level, area_id, parent_id, keeper_id, tuple(party_ids[pk]))
        for pk, title, level, area_id, parent_id, keeper_id in found.values()
    ]


def _events(edition_ids: list[int]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = defaultdict(list)
    # One statement in any case, so that a page asks as much of an empty county.
    editions = ", ".join(map(str, edition_ids)) or "NULL"
    for edition_id, kind, first, last, years, decided, quote in _rows(
        _EVENTS.format(editions=editions), []
    ):
        found[edition_id].append(Event(kind, day(first), day(last), years, day(decided), quote))
    return found


def _rows(statement: str, parameters: list[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
