"""A registration that was a mistake leaves the register, and nothing that others built is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from samklang.agreements import actions, policies, queries
from samklang.agreements.actions import register_read_agreement
from samklang.agreements.confirmed import ConfirmedDiaryNumber, ConfirmedEvent, ConfirmedFacts
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    DiaryNumber,
    Edition,
    EventKind,
    Level,
)
from samklang.agreements.queries import Terms, county_standings, register, same_work
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import keep
from samklang.organizations.acting import Acting
from samklang.organizations.api import OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def facts(known: Agreement | None = None, *, content: bytes = b"Avtal") -> ConfirmedFacts:
    lund, region = cast.organization(), cast.organization("nord", kind=OrganizationKind.REGION)
    file = keep("a.txt", content, format="txt", by=siri().user, organization=lund)
    return ConfirmedFacts(
        partnership_id=lund.partnership_id,
        level=Level.LOCAL,
        area_id=cast.area().pk,
        title="Fel fil",
        party_ids=(lund.pk, region.pk),
        known_agreement_id=known.pk if known else None,
        events=(ConfirmedEvent(EventKind.KNOWN_TO_HOLD), ConfirmedEvent(EventKind.STARTS)),
        diary_numbers=(ConfirmedDiaryNumber(lund.pk, "SN 9"),),
        file_id=file.pk,
    )


def wrong() -> Edition:
    return register_read_agreement(facts(), by=siri())


def rune_adopts(edition: Edition) -> None:
    """Somebody else records that the region has adopted it."""
    region = cast.organization("nord", kind=OrganizationKind.REGION)
    actions.record_adoption(
        edition.agreement,
        Adoption(
            edition=edition,
            organization=region,
            kind=AdoptionKind.DECISION,
            adopted_date=date(2026, 1, 1),
        ),
        by=cast.acting_for(cast.person("rune", of=region)),
        seen=Agreement.objects.get(pk=edition.agreement_id).version,
    )


def test_what_was_taken_back_is_in_no_picture_of_the_county_on_any_day() -> None:
    """Seen red: with `undone_at` left out of the statement, the county still had it."""
    edition = wrong()
    home = edition.agreement.partnership_id

    actions.take_back(edition, by=siri())

    assert county_standings(home, on=cast.TODAY) == {}
    assert register(siri(), Terms()).rows == ()
    assert same_work(siri(), home, Level.LOCAL, cast.area().pk, facts().party_ids) is None
    assert not Agreement.objects.visible_to(siri()).exists()


def test_history_stays_and_tells_that_it_was_taken_back(siri_client: Client) -> None:
    edition = wrong()
    actions.take_back(edition, by=siri())

    page = siri_client.get(reverse("agreements:history", args=[edition.agreement_id]))
    own = siri_client.get(edition.agreement.get_absolute_url())

    assert "Tog tillbaka registreringen av utgåva 1" in page.content.decode()
    assert "Registreringen togs tillbaka" in own.content.decode()


def test_those_who_had_no_part_in_it_do_not_find_it() -> None:
    edition = wrong()
    actions.take_back(edition, by=siri())
    rut = Client()
    rut.force_login(cast.person("rut", of=cast.organization("nord", kind=OrganizationKind.REGION)))

    assert rut.get(edition.agreement.get_absolute_url()).status_code == 404


def test_the_same_file_can_be_registered_again_as_a_new_entry() -> None:
    asked = facts()
    first = register_read_agreement(asked, by=siri())
    actions.take_back(first, by=siri())

    second = register_read_agreement(asked, by=siri())

    assert second.agreement_id != first.agreement_id
    assert list(county_standings(asked.partnership_id, on=cast.TODAY)) == []
    assert Agreement.objects.standing().get() == second.agreement


def test_of_a_known_agreement_only_the_wrong_edition_and_what_came_with_it_go() -> None:
    known = cast.agreement(parties=[cast.organization()])
    cast.in_force(known, "2020-01-01")
    edition = register_read_agreement(facts(known), by=siri())
    assert known.parties.count() == 2

    actions.take_back(edition, by=siri())

    known.refresh_from_db()
    assert known.undone_at is None
    assert [party.organization for party in known.parties.all()] == [cast.organization()]
    assert not DiaryNumber.objects.standing().exists()
    found = queries.dossier(siri(), known.pk, on=cast.TODAY)
    assert [one.edition.number for one in found.editions] == [1]
    assert register_read_agreement(facts(known), by=siri()).number == 3


def test_nobody_takes_it_back_twice() -> None:
    edition = wrong()
    actions.take_back(edition, by=siri())

    with pytest.raises(MoveNotAllowed), transaction.atomic():
        actions.take_back(edition, by=siri())


# Who may, and what others have built on it


def reason(edition: Edition, acting: Acting | None = None) -> str:
    return str(policies.can_take_back(acting or siri(), edition).reason)


def test_whoever_registered_it_may_take_it_back_with_what_they_added_themselves() -> None:
    edition = wrong()
    number = DiaryNumber(organization=cast.organization(), number="SN 10")
    actions.record_diary_number(edition.agreement, number, by=siri(), seen=2)

    assert policies.can_take_back(siri(), edition)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR])
def test_nobody_else_may(role: Role) -> None:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)

    said = reason(wrong(), cast.acting_for(cast.person("ask", role, of=support)))

    assert said.startswith("Bara den som registrerade")


@pytest.mark.parametrize(("days", "may"), [(30, True), (31, False)])
def test_it_may_be_taken_back_for_thirty_days(days: int, may: bool) -> None:
    edition = wrong()
    assert edition.recorded_at is not None
    day = edition.recorded_at.date() + timedelta(days=days)

    acting = cast.acting_for(cast.person("siri"), today=day)

    assert bool(policies.can_take_back(acting, edition)) is may


def test_what_somebody_else_has_recorded_since_holds_it_there_with_the_reason() -> None:
    edition = wrong()
    rune_adopts(edition)

    assert reason(edition).startswith("Rune har antecknat något om den sedan dess")


def test_an_agreement_that_builds_on_it_holds_it_there() -> None:
    edition = wrong()
    cast.agreement("Ett lokalt", parent=edition.agreement)

    assert reason(edition).startswith("”Ett lokalt” bygger på den.")


def test_what_others_record_about_another_edition_is_no_hindrance() -> None:
    known = cast.agreement(
        parties=[
            cast.organization(),
            cast.organization("nord", kind=OrganizationKind.REGION),
        ]
    )
    earlier = cast.in_force(known, "2020-01-01")
    edition = register_read_agreement(facts(known), by=siri())
    rune_adopts(earlier)

    assert policies.can_take_back(siri(), edition)


def test_a_refusal_is_told_and_changes_nothing(siri_client: Client) -> None:
    edition = wrong()
    rune_adopts(edition)

    answer = siri_client.post(
        reverse("agreements:take_back", args=[edition.agreement_id, edition.pk])
    )

    assert answer.status_code == 403
    assert "Rune har antecknat något" in answer.content.decode()
    assert Agreement.objects.standing().exists()


def test_the_history_offers_it_or_says_why_not(siri_client: Client) -> None:
    edition = wrong()
    history = reverse("agreements:history", args=[edition.agreement_id])
    take_back = reverse("agreements:take_back", args=[edition.agreement_id, edition.pk])

    assert take_back in siri_client.get(history).content.decode()
    rune_adopts(edition)
    page = siri_client.get(history).content.decode()

    assert take_back not in page
    assert "Rune har antecknat något" in page


@pytest.fixture
def siri_client(client: Client) -> Client:
    client.force_login(cast.person("siri"))
    return client
