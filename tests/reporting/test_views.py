"""The report pages: who sees them, what they answer, and how little they ask the database."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from samklang.accounts.models import User
from samklang.organizations.models import OrganizationKind, Role
from samklang.reporting import actions, exporting
from samklang.reporting.freezing import fingerprint, frozen
from samklang.reporting.models import Report
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db

ON = county.DAY.isoformat()
KINDS = [kind.slug for kind in exporting.KINDS]
# Session, user, seats with organization and partnership.
WHO = 3


def coordinator() -> User:
    support = cast.organization("support", kind=OrganizationKind.SUPPORT)
    return cast.person("kim", Role.COORDINATOR, of=support)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def approved() -> Report:
    return actions.approve(cast.partnership(), county.figures(), by=coordinator())


def sending(**more: str) -> dict[str, str]:
    return {"on": ON, "area": "forest", "seen": fingerprint(frozen(county.figures())), **more}


def test_the_list_shows_what_was_approved_newest_first() -> None:
    county.full()
    approved()

    page = signed_in(coordinator()).get(reverse("reporting:reports")).content.decode()

    assert "Inventering, läget den 7 februari 2025" in page
    assert "Kim" in page


def test_the_empty_list_says_what_to_do() -> None:
    page = signed_in(coordinator()).get(reverse("reporting:reports")).content.decode()

    assert "Ingen är godkänd än" in page


def test_somebody_without_a_seat_sees_an_empty_list_and_no_draft() -> None:
    county.full()
    approved()
    olle = signed_in(cast.person("olle", None))

    assert "läget den 7" not in olle.get(reverse("reporting:reports")).content.decode()
    assert olle.get(reverse("reporting:draft")).status_code == HTTPStatus.NOT_FOUND


def test_another_county_neither_sees_nor_takes_out_the_report() -> None:
    county.full()
    report = approved()
    stranger = signed_in(
        cast.person(
            "stina", Role.COORDINATOR, of=cast.organization("fjord", of=cast.partnership("s"))
        )
    )

    for address in (
        reverse("reporting:report", args=[report.pk]),
        reverse("reporting:file", args=[report.pk, "xlsx"]),
    ):
        assert stranger.get(address).status_code == HTTPStatus.NOT_FOUND


def test_the_draft_shows_the_county_on_the_day_asked_for() -> None:
    county.full()

    page = signed_in(coordinator()).get(reverse("reporting:draft"), {"on": ON}).content.decode()

    assert "läget den 7 februari 2025 enligt registret" in page
    assert "Av 5 möjliga finns 2." in page
    assert "”Ses över varje år.”" in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"on": "igår"}, "Skriv dagen som år-månad-dag"),
        ({"on": "2999-01-01"}, "Den dagen har inte kommit än"),
        ({"on": ON, "area": "moon"}, "Ett av områdena finns inte"),
    ],
)
def test_a_question_that_makes_no_sense_is_asked_again(asked: dict[str, str], said: str) -> None:
    county.full()

    answer = signed_in(coordinator()).get(reverse("reporting:draft"), asked)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()


def test_without_a_choice_it_is_today_and_the_statutory_areas() -> None:
    county.municipalities()
    cast.area()
    law = cast.area("law")
    law.statutory = True
    law.save()

    page = signed_in(coordinator()).get(reverse("reporting:draft")).content.decode()

    assert 'id="area-law"' in page
    assert 'id="area-forest"' not in page


def test_a_coordinator_approves_and_comes_to_the_frozen_report() -> None:
    county.full()

    answer = signed_in(coordinator()).post(
        reverse("reporting:approve"),
        sending(addressed_to="Nätverket 7 februari", next_steps="En enkät."),
        follow=True,
    )

    report = Report.objects.get()
    page = answer.content.decode()
    assert answer.redirect_chain == [(report.get_absolute_url(), HTTPStatus.FOUND)]
    assert "Rapport till Nätverket 7 februari" in page
    assert "En enkät." in page
    assert report.sha256 in page


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.ADMINISTRATOR])
def test_others_may_not_approve_and_are_told_why(role: str) -> None:
    county.full()
    somebody = signed_in(cast.person("siri", role, of=cast.organization("alm")))

    page = somebody.get(reverse("reporting:draft"), {"on": ON}).content.decode()
    answer = somebody.post(reverse("reporting:approve"), sending())

    reason = "Bara en samordnare på stödenheten får godkänna"
    assert reason in page
    assert 'action="/rapporter/inventering/godkann/"' not in page
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert reason in answer.content.decode()
    assert not Report.objects.exists()


def test_a_register_that_changed_meanwhile_is_shown_again_before_it_is_frozen() -> None:
    county.full()
    seen = sending(next_steps="En enkät.")
    county.says_none("hassel")

    answer = signed_in(coordinator()).post(reverse("reporting:approve"), seen)

    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Registret har ändrats sedan du öppnade utkastet" in page
    assert "En enkät." in page
    assert not Report.objects.exists()


def test_the_frozen_page_shows_the_frozen_figures_whatever_the_register_says() -> None:
    county.full()
    report = approved()
    county.says_none("hassel")
    county.says_none("björk")

    page = signed_in(coordinator()).get(report.get_absolute_url()).content.decode()

    assert "I 1 fall är svaret nej" in page
    assert "fryst, ändras inte" in page


def test_a_report_that_was_touched_says_so_and_shows_no_figures() -> None:
    county.full()
    report = approved()
    Report.objects.update(figures=report.figures.replace('"yes":2', '"yes":3'))
    kim = signed_in(coordinator())

    page = kim.get(report.get_absolute_url())
    file = kim.get(reverse("reporting:file", args=[report.pk, "pdf"]))

    assert page.status_code == HTTPStatus.OK
    assert "Siffrorna stämmer inte med kontrollsumman" in page.content.decode()
    assert "Av 5 möjliga" not in page.content.decode()
    assert file.status_code == HTTPStatus.CONFLICT
    assert file["Content-Type"].startswith("text/html")


def test_the_page_is_in_the_language_of_its_reader() -> None:
    county.full()
    kim = signed_in(coordinator())
    kim.cookies["django_language"] = "en"

    page = kim.get(reverse("reporting:draft"), {"on": ON}).content.decode()

    assert "Which local agreements are there?" in page
    assert "Has none" in page
    assert "until 2027-12-31" in page


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_and_a_frozen_report_can_be_taken_out_as(kind: str) -> None:
    county.full()
    report = approved()
    kim = signed_in(coordinator())

    drafted = kim.get(reverse("reporting:draft_file", args=[kind]), {"on": ON})
    taken = kim.get(reverse("reporting:file", args=[report.pk, kind]))

    assert drafted.status_code == taken.status_code == HTTPStatus.OK
    assert f'filename="inventering-nordmark-2025-02-07.{kind}"' in taken["Content-Disposition"]
    assert f"-utkast.{kind}" in drafted["Content-Disposition"]
    assert taken["Content-Disposition"].isascii()


def test_whoever_takes_out_the_figures_can_check_the_hash_for_themselves() -> None:
    county.full()
    report = approved()

    answer = signed_in(coordinator()).get(reverse("reporting:file", args=[report.pk, "json"]))

    assert sha256(answer.content).hexdigest() == report.sha256


def test_a_picture_can_be_taken_out_on_its_own() -> None:
    county.full()

    answer = signed_in(coordinator()).get(
        reverse("reporting:draft_file", args=["picture-forest"]), {"on": ON}
    )

    assert answer.content.startswith(b"\x89PNG")
    assert "forest.png" in answer["Content-Disposition"]


def test_a_kind_of_file_that_there_is_not_is_not_found() -> None:
    county.full()

    answer = signed_in(coordinator()).get(reverse("reporting:draft_file", args=["exe"]), {"on": ON})

    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_same_few_questions_however_long_it_is(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    county.full()
    for number in range(count):
        figures = county.figures(on=date(2024, 1, 1 + number))
        actions.approve(cast.partnership(), figures, by=coordinator())
    client = signed_in(coordinator())

    with django_assert_num_queries(WHO + 3):  # areas, how many reports, the reports
        client.get(reverse("reporting:reports"))


@pytest.mark.parametrize("count", [1, 30])
def test_the_draft_asks_the_same_few_questions_however_large_the_county(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    parent = county.regional()
    for number in range(count):
        county.local(f"by-{number}", parent, adopted=date(2023, 1, 1))
    client = signed_in(coordinator())

    # Areas, municipalities, two of the register, answers.
    with django_assert_num_queries(WHO + 5):
        client.get(reverse("reporting:draft"), {"on": ON})


def test_the_frozen_page_asks_only_for_the_report(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    county.full()
    report = approved()
    client = signed_in(coordinator())

    with django_assert_num_queries(WHO + 1):
        client.get(report.get_absolute_url())


def test_nobody_signed_in_is_asked_to_sign_in() -> None:
    answer = Client().get(reverse("reporting:draft"))

    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].startswith(reverse("accounts:sign_in"))


def test_the_areas_are_chosen_by_their_names_in_the_readers_language() -> None:
    forest = cast.area()
    forest.translations = {"en": {"short_name": "Woods", "name": "The woods"}}
    forest.save()
    kim = signed_in(coordinator())
    kim.cookies["django_language"] = "en"

    assert "Woods" in kim.get(reverse("reporting:reports")).content.decode()
