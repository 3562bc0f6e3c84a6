"""What all parties may read is told alike by the database and by the rules of status.

Two forms of one rule: `EditionQuerySet.decided` and `lean_rows.EditionRow.adopted`. Seen red with
`waiting` left out of the first, and with the stage, and the day of the statement, not asked; and,
by `make mutants`, without each day of `decided`, with `lt` for each `lte`, with the parties and the
decisions of other texts, and with a yes of unknown wording held to be of another text.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from samklang.agreements import queries
from samklang.agreements.models import Adoption, Edition, EventKind, Party
from samklang.organizations.api import Role
from tests import cast

pytestmark = pytest.mark.django_db

BEFORE, AFTER = date(2026, 5, 1), date(2026, 12, 24)
EARLIER = ("", "2026-01-15", "2026-12-31")


@pytest.mark.parametrize("stage", ["", "Utkast"])
@pytest.mark.parametrize("required", [("lund", "mora"), ("lund",), ()])
def test_the_two_forms_of_the_rule_agree(stage: str, required: tuple[str, ...]) -> None:
    home = {name: cast.organization(name) for name in ("lund", "mora")}
    reader = cast.acting_for(cast.person("pia", Role.READER, of=cast.organization("ale")))
    differing = []

    # The others’ decisions are there already when a text is made that nobody has adopted.
    for adopted, known in product((("lund",), ("lund", "mora"), ("mora",), ()), (None, *EARLIER)):
        agreement = cast.agreement(parties=list(home.values()))
        Party.objects.filter(agreement=agreement).exclude(organization__code__in=required).update(
            required=False
        )
        edition = cast.edition(agreement, begun=date(2026, 1, 1), stage=stage)
        for name in adopted:
            cast.adopted(edition, BEFORE, by=home[name])
        if known is not None:
            cast.event(edition, EventKind.KNOWN_TO_HOLD, decided=known)
        by_database = Edition.objects.decided(on=cast.TODAY).filter(pk=edition.pk).exists()
        page = queries.dossier(reader, agreement.pk, on=cast.TODAY).editions[0]
        if by_database is not page.is_decided:
            differing.append((adopted, known, by_database))

    assert differing == []


DAY = date(2026, 6, 1)
EVE = DAY - timedelta(days=1)


def of_two() -> Edition:
    """A text that Lund and Mora must adopt, beside one of Ale’s that nobody has adopted."""
    lund, mora, ale = (cast.organization(name) for name in ("lund", "mora", "ale"))
    cast.edition(cast.agreement("Ett annat", keeper=ale))
    return cast.edition(cast.agreement(parties=[lund, mora]))


def says(edition: Edition, name: str, day: date, *, text: str = "", wording: str = "") -> None:
    Adoption.objects.create(
        edition=edition,
        organization=cast.organization(name),
        kind="decision",
        adopted_date=day,
        fingerprint=text,
        wording=wording,
        differs="Tre veckor." if wording == "other" else "",
    )


def decided_on(edition: Edition) -> list[date]:
    found = Edition.objects.filter(pk=edition.pk)
    return [day for day in (EVE, DAY) if found.decided(on=day).exists()]


@pytest.mark.one_database
def test_a_text_is_decided_from_the_very_day_of_the_last_yes() -> None:
    edition = of_two()
    says(edition, "lund", EVE)
    says(edition, "mora", DAY)

    assert decided_on(edition) == [DAY]


@pytest.mark.one_database
@pytest.mark.parametrize("first", [EVE, DAY])
def test_the_parties_are_apart_from_the_very_day_they_have_adopted_two_texts(first: date) -> None:
    edition = of_two()
    cast.vouched(edition)
    says(edition, "lund", first, text="a" * 64)
    says(edition, "mora", DAY, text="b" * 64)

    assert decided_on(edition) == [EVE]


@pytest.mark.one_database
def test_a_yes_of_unknown_wording_and_those_to_another_text_tell_nobody_apart() -> None:
    edition, other = of_two(), cast.edition(cast.agreement("Nästa"))
    says(edition, "lund", EVE, text="a" * 64)
    says(edition, "mora", EVE)
    says(other, "lund", EVE, text="b" * 64)
    says(other, "mora", EVE, text="c" * 64)

    assert decided_on(edition) == [EVE, DAY]


@pytest.mark.one_database
def test_a_statement_stands_from_its_day_until_a_party_decides_otherwise_on_this_text() -> None:
    edition = of_two()
    says(cast.edition(edition.agreement, number=2), "mora", EVE, wording="other")
    cast.event(edition, EventKind.KNOWN_TO_HOLD, decided=DAY.isoformat())
    assert decided_on(edition) == [DAY]

    cast.vouched(edition)
    says(edition, "mora", DAY, wording="other")
    assert decided_on(edition) == [EVE]
