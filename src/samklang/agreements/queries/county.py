"""How every agreement of a county stands, in three statements whatever the size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from samklang.agreements.models import Agreement
from samklang.agreements.queries import recorded
from samklang.agreements.queries.naming import under_way
from samklang.agreements.standing import AgreementRow, Standing, in_force, placed
from samklang.common.lean import rows
from samklang.organizations.api import Acting


def county_standings(
    partnership_id: int, *, on: date, area: int | None = None, seen_by: Acting | None = None
) -> dict[int, Standing]:
    """Return how every agreement of the partnership, or of one area, stands on the day, by its id.

    Three statements whatever the size; the caller has asked leave for the partnership. Drafts
    have no names of their own, except, with one statement more, those that `seen_by` may know.
    """
    return county_rows(partnership_id, on=on, area=area, seen_by=seen_by)[1]


def county_rows(
    partnership_id: int, *, on: date, area: int | None = None, seen_by: Acting | None = None
) -> tuple[list[AgreementRow], dict[int, Standing]]:
    """Return also the agreements that nobody knew of on the day, if the reader may know of them."""
    agreements, required = _agreements(partnership_id, area)
    editions = recorded.newest(partnership_id, required, on=on, area=area)
    unsettled = [pk for pk, held in editions.items() if not in_force(held[0], on=on)]
    for pk, former in recorded.earlier(unsettled, required, on=on).items():
        editions[pk] += former
    stood = placed(agreements, editions, on=on)
    return _as_named(agreements, stood, seen_by), stood


def _as_named(
    agreements: list[AgreementRow], stood: dict[int, Standing], seen_by: Acting | None
) -> list[AgreementRow]:
    drafts = {row.pk for row in agreements if not _is_open(stood.get(row.pk))}
    unnamed = drafts - _named(drafts, seen_by)
    for pk in unnamed & stood.keys():
        stood[pk].agreement = replace(stood[pk].agreement, title=under_way())
    return [
        stood[row.pk].agreement if row.pk in unnamed else row
        for row in agreements
        if row.pk not in unnamed or row.pk in stood
    ]


def _is_open(standing: Standing | None) -> bool:
    return standing is not None and standing.edition is not None and standing.edition.is_open


def _named(drafts: Iterable[int], seen_by: Acting | None) -> set[int]:
    if seen_by is None:
        return set()
    named = Agreement.objects.filter(pk__in=list(drafts)).named_to(seen_by)
    return set(named.values_list("pk", flat=True))


# Plain SQL, since a county has hundreds of agreements; the parties come as one text for each.
_AGREEMENTS = """
SELECT agreement.id, agreement.title, agreement.level, agreement.area_id, agreement.parent_id,
    agreement.keeper_id, coalesce(CAST((
        SELECT {list}({one}(organization.position, party.id, party.organization_id, party.required))
        FROM agreements_party party
        JOIN organizations_organization organization ON organization.id = party.organization_id
        WHERE party.agreement_id = agreement.id
    ) AS text), '[]')
FROM agreements_agreement agreement
WHERE agreement.partnership_id = %(partnership)s AND agreement.undone_at IS NULL
"""


def _agreements(
    partnership_id: int, area: int | None
) -> tuple[list[AgreementRow], dict[int, tuple[int, ...]]]:
    """Return the agreements, and who must adopt each."""
    statement = _AGREEMENTS.format(**recorded.LISTS[connection.vendor])
    if area is not None:
        statement = f"{statement} AND {recorded.IN_AREA}"
    asked = {"partnership": partnership_id, "area": area}
    found = [_read(row) for row in rows(statement, asked)]
    return [row for row, _required in found], {row.pk: required for row, required in found}


@lru_cache(maxsize=4000)
def _read(row: tuple[Any, ...]) -> tuple[AgreementRow, tuple[int, ...]]:
    """Read an agreement and who must adopt it; the same record is read once."""
    *facts, recorded_parties = row
    parties = sorted(json.loads(recorded_parties))
    party_ids = tuple(party_id for _position, _pk, party_id, _required in parties)
    required = tuple(party_id for _position, _pk, party_id, must in parties if must)
    return AgreementRow(*(*facts, party_ids)), required
