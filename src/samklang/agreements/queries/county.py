"""How every agreement of a county stands, in two statements whatever the size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samklang.agreements.lean_rows import AgreementRow
from samklang.agreements.models import Agreement
from samklang.agreements.queries import recorded
from samklang.agreements.queries.naming import under_way
from samklang.agreements.standing import Standing, placed
from samklang.organizations.api import Acting


def county_standings(
    partnership_id: int, *, on: date, area: int | None = None, seen_by: Acting | None = None
) -> dict[int, Standing]:
    """Return how every agreement of the partnership, or of one area, stands on the day, by its id.

    Two statements whatever the size; the caller has asked leave for the partnership. Drafts
    have no names of their own, except, with one statement more, those that `seen_by` may know.
    """
    return county_rows(partnership_id, on=on, area=area, seen_by=seen_by)[1]


def county_rows(
    partnership_id: int, *, on: date, area: int | None = None, seen_by: Acting | None = None
) -> tuple[list[AgreementRow], dict[int, Standing]]:
    """Return also the agreements that nobody knew of on the day, if the reader may know of them."""
    known = recorded.newest(partnership_id, on=on, area=area)
    editions = {one.agreement.pk: [one.newest] for one in known if one.newest}
    unsettled = {
        one.agreement.pk: one.required for one in known if one.newest and not one.newest.in_force
    }
    for pk, former in recorded.earlier(unsettled, on=on).items():
        editions[pk] += former
    agreements = [one.agreement for one in known]
    stood = placed(agreements, editions, on=on)
    return _as_named(agreements, stood, seen_by), stood


def _as_named(
    agreements: list[AgreementRow], stood: dict[int, Standing], seen_by: Acting | None
) -> list[AgreementRow]:
    drafts = {row.pk for row in agreements} - {pk for pk, one in stood.items() if one.is_open}
    unnamed = drafts - _named(drafts, seen_by)
    if not unnamed:
        return agreements
    for pk in unnamed & stood.keys():
        stood[pk].agreement = replace(stood[pk].agreement, title=under_way())
    return [
        stood[row.pk].agreement if row.pk in unnamed else row
        for row in agreements
        if row.pk not in unnamed or row.pk in stood
    ]


def _named(drafts: Iterable[int], seen_by: Acting | None) -> set[int]:
    if seen_by is None:
        return set()
    named = Agreement.objects.filter(pk__in=list(drafts)).named_to(seen_by)
    return set(named.values_list("pk", flat=True))
