"""How every agreement of a county stands, in three statements whatever the size."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from samklang.agreements.models import Party, ValidityEvent
from samklang.agreements.queries.editions import edition_rows
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


def _agreement_rows(partnership_id: int) -> list[AgreementRow]:
    rows = Party.objects.filter(agreement__partnership=partnership_id).values_list(
        "agreement_id",
        "agreement__title",
        "agreement__level",
        "agreement__area_id",
        "agreement__parent_id",
        "agreement__keeper_id",
        "organization_id",
    )
    party_ids: dict[int, list[int]] = defaultdict(list)
    found = {}
    for row in rows:
        party_ids[row[0]].append(row[-1])
        found[row[0]] = row[:-1]
    return [AgreementRow(*row, tuple(party_ids[pk])) for pk, row in found.items()]


def _events(edition_ids: list[int]) -> dict[int, list[Event]]:
    rows = (
        ValidityEvent.objects.standing()
        .filter(edition__in=edition_ids)
        .values_list(
            "edition_id",
            "kind",
            "first_date",
            "last_date",
            "years",
            "decided_last_date",
            "quote",
        )
    )
    found: dict[int, list[Event]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(Event(*row[1:]))
    return found
