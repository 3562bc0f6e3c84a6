"""Answers of the kind “we have none”."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.inventories import actions
from samklang.inventories.api import answered_none
from samklang.inventories.models import Channel, Finding
from samklang.organizations.models import Organization, OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db
LAST_YEAR = date(2025, 2, 7)


def none(organization: Organization, *, answered: date = LAST_YEAR) -> Finding:
    ester = cast.person("ester", of=organization)
    return actions.record_none(
        by=cast.acting_for(ester),
        organization=organization,
        area=cast.area(),
        answered_date=answered,
        channel=Channel.MAILBOX,
        answered_by="registrator",
        quote="Vi har ingen.",
    )


def signed_in(name: str, role: str, of: Organization) -> Client:
    client = Client()
    client.force_login(cast.person(name, role, of=of))
    return client


def sent(organization: Organization) -> dict[str, object]:
    return {
        "organization": organization.pk,
        "area": cast.area().pk,
        "answered_date": "2025-02-07",
        "channel": "mailbox",
        "quote": "Nej, ingen.",
    }


def test_an_answer_is_known_from_its_day_until_it_is_taken_back() -> None:
    lund = cast.organization()
    finding = none(lund)
    ester = cast.acting_for(cast.person("ester"))

    actions.withdraw(finding, withdrawn_date=date(2026, 3, 1), by=ester)

    cell = {(lund.pk, cast.area().pk)}
    home = lund.partnership_id
    assert answered_none(home, on=date(2025, 2, 6)) == set()
    assert answered_none(home, on=LAST_YEAR) == cell
    assert answered_none(home, on=date(2026, 2, 28)) == cell
    assert answered_none(home, on=date(2026, 3, 1)) == set()


def test_recording_and_taking_back_are_written_down() -> None:
    finding = none(cast.organization())
    actions.withdraw(finding, withdrawn_date=cast.TODAY, by=cast.acting_for(cast.person("ester")))

    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["finding.recorded", "finding.withdrawn"]


def test_an_answer_is_taken_back_only_once() -> None:
    finding = none(cast.organization())
    ester = cast.acting_for(cast.person("ester"))
    actions.withdraw(finding, withdrawn_date=date(2026, 3, 1), by=ester)

    again = actions.withdraw(finding, withdrawn_date=date(2026, 5, 1), by=ester)

    assert again.withdrawn_date == date(2026, 3, 1)


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    first = none(cast.organization())

    none(cast.organization(), answered=date(2026, 1, 15))

    first.refresh_from_db()
    assert first.withdrawn_date == date(2026, 1, 15)


def test_an_editor_records_the_answer_of_the_own_organization() -> None:
    lund = cast.organization()
    client = signed_in("ester", Role.EDITOR, lund)

    answer = client.post(reverse("inventories:record_finding"), sent(lund))

    assert answer.status_code == HTTPStatus.FOUND
    assert Finding.objects.get().quote == "Nej, ingen."


def test_an_editor_cannot_answer_for_another_organization() -> None:
    lund, malmo = cast.organization(), cast.organization("malmö")
    client = signed_in("ester", Role.EDITOR, lund)

    answer = client.post(reverse("inventories:record_finding"), sent(malmo))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Finding.objects.exists()


def test_a_coordinator_records_anybodys_answer() -> None:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    client = signed_in("siv", Role.COORDINATOR, support)

    answer = client.post(reverse("inventories:record_finding"), sent(cast.organization()))

    assert answer.status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("day", ["2099-01-01", "i går", ""])
def test_the_day_of_the_answer_must_be_a_day_that_has_been(day: str) -> None:
    lund = cast.organization()
    client = signed_in("ester", Role.EDITOR, lund)

    answer = client.post(
        reverse("inventories:record_finding"), {**sent(lund), "answered_date": day}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Nej, ingen." in answer.content.decode()


def test_a_reader_sees_the_answers_but_records_none() -> None:
    lund = cast.organization()
    finding = none(lund)
    client = signed_in("vera", Role.READER, lund)

    page = client.get(reverse("inventories:findings"))
    new = client.get(reverse("inventories:new_finding"))
    withdrawn = client.post(reverse("inventories:withdraw", args=[finding.pk]))

    assert "Vi har ingen." in page.content.decode()
    assert new.status_code == HTTPStatus.FORBIDDEN
    assert withdrawn.status_code == HTTPStatus.FORBIDDEN


def test_an_answer_that_the_register_denies_is_shown_to_be_denied() -> None:
    lund = cast.organization()
    agreement = cast.agreement("Lokalavtal om skog", keeper=lund)
    cast.in_force(agreement)
    client = signed_in("ester", Role.EDITOR, lund)

    after = client.post(reverse("inventories:record_finding"), sent(lund), follow=True)

    assert [row.denied_by for row in after.context["rows"]] == ["Lokalavtal om skog"]
    assert "Lokalavtal om skog" in next(str(one) for one in after.context["messages"])


def test_another_county_does_not_see_the_answers() -> None:
    finding = none(cast.organization())
    elsewhere = cast.organization("fjord", of=cast.partnership("sydmark"))
    client = signed_in("frid", Role.EDITOR, elsewhere)

    assert "Vi har ingen." not in client.get(reverse("inventories:findings")).content.decode()
    answer = client.post(reverse("inventories:withdraw", args=[finding.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        none(cast.organization(f"ort-{number}"))
    client = signed_in("ester", Role.EDITOR, cast.organization("ort-0"))

    with django_assert_num_queries(7):
        client.get(reverse("inventories:findings"))
