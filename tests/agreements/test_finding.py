"""An agreement, its parts and its files are found by those of its county, and by nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from samklang.agreements import queries
from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    EditionFile,
    EventKind,
    Level,
    Party,
    ValidityEvent,
)
from samklang.documents.api import keep
from samklang.organizations.api import Acting, Organization, OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


def is_decided(edition: Edition, *, on: date) -> bool:
    return Edition.objects.decided(on=on).filter(pk=edition.pk).exists()


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def foreigner(role: str = Role.COORDINATOR) -> Acting:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    return cast.acting_for(cast.person("ola", role, of=fjord))


def whole() -> tuple[Agreement, Edition, EditionFile]:
    agreement = cast.agreement()
    edition = cast.in_force(agreement)
    file = keep("a.txt", b"a", format="text", by=None, organization=cast.organization())
    cast.adopted(edition, date(2023, 1, 1))
    DiaryNumber.objects.create(agreement=agreement, organization=cast.organization(), number="AB 1")
    return agreement, edition, EditionFile.objects.create(edition=edition, file=file)


def test_ones_own_countys_agreement_is_found_with_all_its_parts() -> None:
    agreement, edition, held = whole()
    acting = siri()

    assert queries.find(acting, agreement.pk) == agreement
    assert queries.find_edition(acting, agreement.pk, edition.pk) == edition
    assert queries.find_file(acting, agreement.pk, held.file_id) == held
    kinds: tuple[type[Any], ...] = (ValidityEvent, Adoption, DiaryNumber)
    for model in kinds:
        entry = model.objects.first()
        assert entry is not None
        assert queries.find_entry(acting, model, agreement.pk, entry.pk) == entry


@pytest.mark.parametrize("role", Role.values)
def test_another_countys_agreement_is_not_found_whatever_ones_role(role: str) -> None:
    """Seen red: with `visible_to` out of find, the agreement was found."""
    agreement, edition, held = whole()
    acting = foreigner(role)

    with pytest.raises(Http404):
        queries.find(acting, agreement.pk)
    with pytest.raises(Http404):
        queries.find_edition(acting, agreement.pk, edition.pk)
    with pytest.raises(Http404):
        queries.find_file(acting, agreement.pk, held.file_id)


@pytest.mark.parametrize("model", [ValidityEvent, Adoption, DiaryNumber])
def test_another_countys_entry_is_not_found(
    model: type[Any],
) -> None:
    agreement, _edition, _held = whole()
    entry = model.objects.first()
    assert entry is not None

    with pytest.raises(Http404):
        queries.find_entry(foreigner(), model, agreement.pk, entry.pk)


@pytest.mark.parametrize("model", [ValidityEvent, Adoption, DiaryNumber])
def test_an_entry_is_found_only_by_the_way_of_its_own_agreement(
    model: type[Any],
) -> None:
    whole()
    another = cast.agreement("Ett annat")
    entry = model.objects.first()
    assert entry is not None

    with pytest.raises(Http404):
        queries.find_entry(siri(), model, another.pk, entry.pk)


def test_a_file_is_found_only_by_the_way_of_its_own_agreement() -> None:
    _agreement, _edition, held = whole()
    another = cast.agreement("Ett annat")

    with pytest.raises(Http404):
        queries.find_file(siri(), another.pk, held.file_id)


def test_an_edition_and_a_party_that_are_not_there_are_not_found() -> None:
    agreement, edition, _held = whole()

    with pytest.raises(Http404):
        queries.find_edition(siri(), agreement.pk, edition.pk + 1)
    with pytest.raises(Http404):
        queries.find_party(agreement, cast.organization("mora").pk)
    assert queries.find_party(agreement, agreement.keeper_id).organization == agreement.keeper


def test_editions_come_newest_first_and_parties_in_the_countrys_alphabet() -> None:
    ale, orsa = cast.organization("ale"), cast.organization("orsa")
    Organization.objects.filter(pk=ale.pk).update(position=2)
    Organization.objects.filter(pk=orsa.pk).update(position=1)
    agreement = cast.agreement(keeper=ale, parties=[ale, orsa])
    for number in (1, 3, 2):
        cast.edition(agreement, number=number)

    assert [one.number for one in queries.editions(siri(), agreement)] == [3, 2, 1]
    assert [one.organization for one in queries.parties(agreement)] == [orsa, ale]


def test_what_is_known_of_an_edition_is_what_stands_and_is_stated() -> None:
    agreement = cast.agreement()
    stated, blank, undone = (cast.edition(agreement, number=n) for n in (1, 2, 3))
    cast.event(stated, EventKind.STARTS, "2023-05")
    cast.event(stated, EventKind.ENDS, "2026")
    cast.event(blank, EventKind.STARTS)
    gone = cast.event(undone, EventKind.STARTS, "2024")
    gone.undone_at = timezone.now()
    gone.save()

    known = queries.known_validity(siri(), agreement)
    assert {pk: (str(one.start), str(one.end)) for pk, one in known.items()} == {
        stated.pk: ("2023-05", "2026"),
        blank.pk: ("None", "None"),
    }


def test_a_local_agreement_is_built_on_the_countys_own_regional_ones() -> None:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    regional = cast.agreement("Ram", level=Level.REGIONAL)
    cast.agreement("Lokal")
    cast.agreement("Fjordens ram", level=Level.REGIONAL, keeper=fjord)

    assert queries.regional_ones(siri(), regional.partnership_id) == [regional]


@pytest.mark.parametrize(
    ("level", "kinds", "keeper"),
    [
        (Level.LOCAL, ["region", "municipality"], "party1"),
        (Level.LOCAL, ["region", "users"], "lund"),
        (Level.REGIONAL, ["region", "municipality"], "lund"),
    ],
)
def test_a_local_ones_municipality_keeps_it_and_else_the_one_who_registers(
    level: Level, kinds: list[str], keeper: str
) -> None:
    parties = [cast.organization(f"party{n}", kind=kind) for n, kind in enumerate(kinds)]
    ids = tuple(one.pk for one in parties)

    assert queries.keeper_of(level, ids, by=siri()) == cast.organization(keeper).pk


def test_without_a_seat_the_first_party_keeps_it() -> None:
    nord = cast.organization("nord", kind=OrganizationKind.REGION)
    olle = cast.acting_for(cast.person("olle", role=None))

    assert queries.keeper_of(Level.REGIONAL, (nord.pk,), by=olle) == nord.pk


# Whether the others may read the text


def both() -> tuple[Agreement, Organization, Organization]:
    lund, mora = cast.organization(), cast.organization("mora")
    return cast.agreement(parties=[lund, mora]), lund, mora


@pytest.mark.parametrize(
    ("begun", "stage", "yes", "is_open"),
    [
        (None, "", (), False),
        (None, "Utkast", (), False),
        (date(2026, 1, 1), "", (), False),
        (None, "Utkast", ("lund",), False),
        (None, "", ("lund",), False),
        (None, "Utkast", ("lund", "mora"), True),
        (date(2026, 1, 1), "", ("lund", "mora"), True),
    ],
)
def test_a_text_is_open_when_all_have_adopted_it_and_silence_is_no_yes(
    begun: date | None, stage: str, yes: tuple[str, ...], is_open: bool
) -> None:
    """Seen red: with `any` for all required parties, one yes of two opened the draft."""
    agreement, _lund, _mora = both()
    edition = cast.edition(agreement, begun=begun, stage=stage)
    for name in yes:
        cast.adopted(edition, date(2026, 5, 1), by=cast.organization(name))

    assert is_decided(edition, on=cast.TODAY) is is_open


@pytest.mark.parametrize(("stage", "is_open"), [("", True), ("Utkast", False)])
def test_a_text_that_somebody_vouches_for_is_open_unless_it_is_still_being_made(
    stage: str, is_open: bool
) -> None:
    edition = cast.edition(both()[0], stage=stage)
    cast.vouched(edition, "2024-01-01")

    assert is_decided(edition, on=cast.TODAY) is is_open


def test_an_adoption_opens_a_text_from_its_day() -> None:
    edition = cast.edition(both()[0], stage="Utkast")
    cast.adopted(edition, date(2026, 5, 1))

    assert not is_decided(edition, on=date(2026, 4, 30))
    assert is_decided(edition, on=date(2026, 5, 1))


def test_an_undone_yes_closes_the_text_again() -> None:
    agreement, _lund, mora = both()
    edition = cast.edition(agreement, stage="Utkast")
    cast.adopted(edition, date(2026, 5, 1))
    edition.adoptions.filter(organization=mora).update(undone_at=timezone.now())

    assert not is_decided(edition, on=cast.TODAY)


def test_a_party_that_need_not_adopt_is_not_waited_for() -> None:
    agreement, lund, mora = both()
    Party.objects.filter(organization=mora).update(required=False)
    edition = cast.edition(agreement, stage="Utkast")
    cast.adopted(edition, date(2026, 5, 1), by=lund)

    assert is_decided(edition, on=cast.TODAY)
