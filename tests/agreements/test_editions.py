"""What the database leaves out decides nothing.

Seen red: with `own.number < newest.number` turned round, and with the required parties ignored.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from samklang.agreements.lean_rows import EditionRow
from samklang.agreements.models import Agreement, Edition, EventKind, Party
from samklang.agreements.queries import recorded
from samklang.agreements.queries.county import county_standings
from samklang.agreements.standing import standings
from samklang.agreements.validity import Event
from tests import cast

pytestmark = pytest.mark.django_db
DAYS = [date(2019, 1, 1), date(2021, 6, 1), date(2024, 6, 1), date(2026, 11, 24), date(2031, 1, 1)]


def plainly(agreement: Agreement, on: date) -> str | None:
    """Ask the rules about every edition there is, without the database's help."""
    row = next(
        iter(county_standings(agreement.partnership_id, on=date(2200, 1, 1)).values())
    ).agreement
    rows = [_plain_row(one, on) for one in agreement.editions.order_by("number")]
    events = {one.pk: _events(one) for one in agreement.editions.all()}
    found = standings([row], {agreement.pk: rows}, events, on=on)
    return found[agreement.pk].status if found else None


def _plain_row(edition: Edition, on: date) -> EditionRow:
    required = set(
        edition.agreement.parties.filter(required=True).values_list("organization", flat=True)
    )
    adoptions = edition.adoptions.filter(undone_at__isnull=True)
    days = [
        one.adopted_date
        for one in adoptions
        if one.adopted_date <= on and one.organization_id in required
    ]
    return EditionRow(
        edition.pk,
        edition.agreement_id,
        edition.number,
        edition.begun_date,
        edition.stage,
        len(required),
        len(days),
        max(days, default=None),
        len(adoptions),
    )


def _events(edition: Edition) -> list[Event]:
    return [
        Event(one.kind, one.first_date, one.last_date, one.years, one.decided_last_date, one.quote)
        for one in edition.validity_events.filter(undone_at__isnull=True)
    ]


def said(agreement: Agreement, on: date) -> str | None:
    found = county_standings(agreement.partnership_id, on=on).get(agreement.pk)
    return found.status if found else None


FIRST = ({"ends": "2022-12-31"}, {"ends": "2022-12-31", "extended": "2025-12-31"}, {"open": ""})
SECOND = (
    {"starts": "2023-01-01", "ends": "2026-12-31"},
    {"starts": "2028-01-01", "ends": "2030-12-31"},
    {"starts": "2023-01-01", "ends": "2024-01-31"},
    {"begun": "2026-01-01"},
    {"starts": "2023-01-01", "terminated": "2025-03-31", "open": ""},
)


@pytest.mark.parametrize(("first", "second"), list(product(FIRST, SECOND)))
def test_an_answer_is_the_same_with_and_without_the_former_editions(
    first: dict[str, str], second: dict[str, str]
) -> None:
    agreement = cast.agreement()
    _written(agreement, 1, {"starts": "2020-01-01", **first})
    _written(agreement, 2, second)

    assert [said(agreement, day) for day in DAYS] == [plainly(agreement, day) for day in DAYS]


def _written(agreement: Agreement, number: int, events: dict[str, str]) -> None:
    begun = date.fromisoformat(events["begun"]) if "begun" in events else None
    edition = cast.edition(agreement, number=number, begun=begun)
    for kind, day in events.items():
        if kind == "open":
            cast.event(edition, EventKind.UNTIL_FURTHER_NOTICE)
        elif kind != "begun":
            cast.event(edition, kind, day, decided="2022-10-01" if kind == "extended" else "")


def test_former_editions_that_have_ended_stay_in_the_database() -> None:
    agreement = cast.agreement()
    for number in range(1, 6):
        year = 2018 + number
        _written(agreement, number, {"starts": f"{year}-01-01", "ends": f"{year}-12-31"})
    _written(agreement, 6, {"starts": "2024-01-01", "ends": "2027-12-31"})

    (known,) = recorded.newest(agreement.partnership_id, on=cast.TODAY)
    earlier = recorded.earlier({agreement.pk: known.required}, on=cast.TODAY)

    assert known.newest is not None
    assert known.newest.edition.number == 6
    assert earlier == {}


def test_the_sentence_of_a_clause_comes_along_with_the_rest() -> None:
    """Seen red: with every sentence left in the database, not only those of starts and ends."""
    edition = cast.edition(cast.agreement(), number=1)
    cast.event(edition, EventKind.STARTS, "2026-01-01", quote="Gäller från årsskiftet.")
    cast.event(edition, EventKind.REVIEW_YEARLY, quote="Ses över varje år.")

    (known,) = recorded.newest(edition.agreement.partnership_id, on=cast.TODAY)

    assert known.newest is not None
    assert known.newest.validity.review_quote == "Ses över varje år."


def test_an_agreement_without_a_text_is_known_and_stands_nowhere() -> None:
    """Seen red: with a JOIN that leaves out agreements without an edition."""
    agreement = cast.agreement()

    (known,) = recorded.newest(agreement.partnership_id, on=cast.TODAY)

    assert (known.agreement.pk, known.newest) == (agreement.pk, None)
    assert county_standings(agreement.partnership_id, on=cast.TODAY) == {}


def test_only_the_parties_that_must_adopt_are_counted() -> None:
    other = cast.organization("berg")
    guest = cast.organization("dal")
    agreement = cast.agreement(parties=[cast.organization(), other])
    Party.objects.create(agreement=agreement, organization=guest, required=False)
    edition = cast.in_force(agreement, "2026-01-01", "2027-12-31")
    cast.adopted(edition, date(2025, 12, 1), by=cast.organization())
    cast.adopted(edition, date(2025, 12, 2), by=guest)
    cast.adopted(edition, date(2026, 12, 2), by=other)

    standing = county_standings(agreement.partnership_id, on=cast.TODAY)[agreement.pk]
    row = standing.edition

    assert row is not None
    assert (row.required_count, row.adopted_count, row.recorded_count) == (2, 1, 3)
    assert row.adopted_date == date(2025, 12, 1)
