"""How every agreement of a county stands, in three statements whatever the size."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import Count, F, Max, Q

from samklang.agreements.models import Edition, Party, ValidityEvent
from samklang.agreements.standing import AgreementRow, EditionRow, Standing, standings
from samklang.agreements.validity import Event


def county_standings(partnership_id: int, *, on: date) -> dict[int, Standing]:
    """Return how every agreement of the partnership stands on the day, by its id.

    Three statements whatever the size; the caller has asked leave for the partnership.
    """
    return county_rows(partnership_id, on=on)[1]


def county_rows(partnership_id: int, *, on: date) -> tuple[list[AgreementRow], dict[int, Standing]]:
    """Return also the agreements that nobody knew of on the day."""
    agreements = _agreement_rows(partnership_id)
    editions = _edition_rows(partnership_id, on=on)
    return agreements, standings(agreements, editions, _events(partnership_id), on=on)


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


def _edition_rows(partnership_id: int, *, on: date) -> dict[int, list[EditionRow]]:
    required = Count(
        "agreement__parties", filter=Q(agreement__parties__required=True), distinct=True
    )
    by_then = Q(
        adoptions__undone_at__isnull=True,
        adoptions__adopted_date__lte=on,
        adoptions__organization_id=F("agreement__parties__organization_id"),
        agreement__parties__required=True,
    )
    rows = (
        Edition.objects.filter(agreement__partnership=partnership_id)
        .order_by("agreement_id", "number")
        .annotate(
            required_count=required,
            adopted_count=Count("adoptions", filter=by_then, distinct=True),
            adopted_date=Max("adoptions__adopted_date", filter=by_then),
            recorded_count=Count(
                "adoptions", filter=Q(adoptions__undone_at__isnull=True), distinct=True
            ),
        )
        .values_list(
            "pk",
            "agreement_id",
            "number",
            "begun_date",
            "stage",
            "required_count",
            "adopted_count",
            "adopted_date",
            "recorded_count",
        )
    )
    found: dict[int, list[EditionRow]] = defaultdict(list)
    for row in rows:
        found[row[1]].append(EditionRow(*row))
    return found


def _events(partnership_id: int) -> dict[int, list[Event]]:
    rows = (
        ValidityEvent.objects.standing()
        .filter(edition__agreement__partnership=partnership_id)
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
