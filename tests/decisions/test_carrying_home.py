"""A decision is carried home by each organization, which writes for itself what came back.

Seen red: with every writer let in, with what has landed told as late, with the last day told as
late, with a second writer let through, with whoever had begun taken away, with a reminder every
day, with the organizations asked for row by row, and with what does not apply counted.
"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.decisions.actions import Asking, WayHome, ask_home, write_home
from samklang.decisions.home_page import CarryingHome
from samklang.decisions.models import CarryHome, Decision, HomeRequest, HomeState
from samklang.decisions.queries import REMIND_AFTER, home_request
from samklang.organizations.models import OrganizationKind, Role
from tests import cast
from tests.decisions.sittings import ask as asking
from tests.decisions.sittings import decided, support
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DUE = cast.TODAY + timedelta(days=60)
# Who is signed in, with which seats; the organizations; the page with its count, what is asked and
# the rows.
HOME_QUERIES = 7


def url(page: str, *about: object) -> str:
    return reverse(f"decisions:{page}", args=about)


def coordinator(client: Client) -> Client:
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support()))
    return client


def editor(code: str) -> Client:
    made = Client()
    made.force_login(cast.person(f"ed-{code}", Role.EDITOR, of=cast.organization(code)))
    return made


def asked(*codes: str, decision: Decision | None = None, **more: Any) -> HomeRequest:
    """Ask the organizations to carry a decision home."""
    there = frozenset(cast.organization(code).pk for code in codes)
    said = Asking("Det rör er.", "Ta upp det.", more.pop("due", DUE), there)
    what = decision or decided(cast.body("Rådet"), "att börja mötas")
    return ask_home(what, said, by=asking(), seen=0)


def row(code: str) -> CarryHome:
    return CarryHome.objects.get(organization__code=code)


def states(request: HomeRequest, today: Any = cast.TODAY) -> list[HomeState]:
    fresh = home_request(request.decision)
    assert fresh is not None
    return [one.state(due=fresh.due_date, today=today) for one in fresh.rows.all()]


def test_the_county_asks_its_parties_to_carry_a_decision_home(client: Client) -> None:
    cast.organization("lund")
    orsa = editor("orsa")
    cast.organization("hsn", kind=OrganizationKind.REGION)
    ask, made = coordinator(client), decided(cast.body("Rådet"), "att börja mötas")
    page, form = url("carry_home", made.pk), url("ask_home", made.pk)
    assert "Ingen är ombedd att ta hem det" in ask.get(page).content.decode()
    begun = ask.get(form).content.decode()
    # All parties are asked unless somebody says otherwise; the support unit is none.
    assert begun.count("checked") == 3
    said = {
        "version": 0, "meaning": "Vi möts.", "asked": "Ta upp det i nämnden.",
        "due_date": DUE.isoformat(),
        "organizations": [cast.organization(code).pk for code in ("lund", "orsa", "hsn")],
    }  # fmt: skip
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"organizations": []}, "Välj något för ”Vilka organisationer gäller det?”."),
        ({"due_date": "2020-01-01"}, "Skriv en dag efter beslutets dag."),
        ({"asked": f"Ring {TEST_NUMBER}"}, "Ta bort personnumret."),
    )
    for more, sentence in wrong:
        answer = ask.post(form, {**said, **more})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), sentence
    assert orsa.post(form, said).status_code == 403
    assert ask.post(form, said).status_code == 302
    assert "Någon sparade medan du skrev" in ask.post(form, said).content.decode()
    assert "0 av 3 har landat." in orsa.get(page).content.decode()


def test_each_organization_writes_its_own_way_home_and_no_other(client: Client) -> None:
    lund, orsa = editor("lund"), editor("orsa")
    ask, made = coordinator(client), asked("lund", "orsa").decision
    page = url("carry_home", made.pk)
    shown = orsa.get(page).content.decode()
    own, other = row("orsa"), row("lund")
    assert url("write_home", made.pk, own.pk) in shown
    assert url("write_home", made.pk, other.pk) not in shown
    refused = orsa.get(url("write_home", made.pk, other.pk))
    assert "Bara de som skriver för Lund kommun" in refused.content.decode()
    assert refused.status_code == 403
    assert ask.get(url("write_home", made.pk, own.pk)).status_code == 403
    sent = {"version": 1, "carrier": "Vera, chef", "forum": "Nämnden"}
    assert orsa.post(url("write_home", made.pk, own.pk), sent).status_code == 302
    late = orsa.post(url("write_home", made.pk, own.pk), {**sent, "forum": "Ledningen"})
    text = late.content.decode()
    assert (late.status_code, 'value="Ledningen"' in text, 'value="2"' in text) == (409, True, True)
    told = lund.get(page).content.decode()
    assert "Vera, chef" in told
    assert "skrev hur Orsa tar hem det" in lund.get(made.get_absolute_url()).content.decode()


def test_how_far_it_has_come_follows_from_what_is_written_and_the_day(client: Client) -> None:
    orsa = editor("orsa")
    request = asked("orsa")
    there = url("write_home", request.decision_id, row("orsa").pk)
    today, coming = cast.TODAY.isoformat(), "2099-01-31"
    steps: tuple[tuple[dict[str, str], HomeState], ...] = (
        ({}, HomeState.NOT_BEGUN),
        ({"planned_date": coming}, HomeState.PLANNED),
        ({"decided_date": today}, HomeState.DECIDED),
        ({"landed_date": today, "came_back": "Nämnden sade ja."}, HomeState.LANDED),
        ({"not_applicable_reason": "Vi är inte med."}, HomeState.NOT_APPLICABLE),
    )
    for version, (said, state) in enumerate(steps, start=1):
        assert orsa.post(there, {"version": version, **said}).status_code == 302
        assert states(request) == [state]
        is_over = state in {HomeState.LANDED, HomeState.NOT_APPLICABLE}
        after = states(request, DUE + timedelta(days=1))
        assert after == [state if is_over else HomeState.LATE]
        assert states(request, DUE) == [state]
    wrong = (
        ({"landed_date": today}, "Skriv vad som kom tillbaka, eller ta bort dagen."),
        ({"decided_date": coming}, "Dagen har inte kommit än."),
        (
            {"landed_date": "2026-11-20", "came_back": "Ja", "decided_date": today},
            "Skriv en dag som inte är före beslutet hemma.",
        ),
        (
            {"landed_date": today, "came_back": "Ja", "not_applicable_reason": "Nej"},
            "Det har landat, eller så är det inte aktuellt.",
        ),
        ({"came_back": f"Om {TEST_NUMBER}"}, "Ta bort personnumret."),
    )
    for more, sentence in wrong:
        answer = orsa.post(there, {"version": 6, **more})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), sentence
    for broken in ({"landed_date": cast.TODAY, "came_back": "", "not_applicable_reason": ""},):
        with pytest.raises(IntegrityError), transaction.atomic():
            CarryHome.objects.update(**broken)


def test_whoever_has_begun_stays_when_fewer_are_asked() -> None:
    request = asked("lund", "orsa", "vik")
    by = cast.acting_for(cast.person("vera", Role.EDITOR, of=cast.organization("orsa")))
    write_home(row("orsa"), WayHome(carrier="Vera"), by=by, seen=1)
    fewer = Asking("Det rör er.", "Ta upp det.", DUE, frozenset({cast.organization("vik").pk}))

    ask_home(request.decision, fewer, by=asking(), seen=1)

    there = request.rows.values_list("organization__code", flat=True)
    assert sorted(there) == ["orsa", "vik"]


def test_a_reminder_goes_once_a_week_to_those_who_have_not_finished(
    client: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    ask = coordinator(client)
    vera = cast.person("vera", Role.EDITOR, of=cast.organization("orsa"))
    vera.email = "vera@orsa.example"
    vera.save()
    request = asked("lund", "orsa", "vik")
    CarryHome.objects.filter(organization__code="vik").update(not_applicable_reason="Nej")
    remind = url("remind_home", request.decision_id)

    settings.SAMKLANG_MAIL = False
    unsent = ask.post(remind, follow=True).content.decode()
    assert "Inget brev kunde skickas till: Lund, Orsa." in unsent
    settings.SAMKLANG_MAIL = True
    sent = ask.post(remind, follow=True).content.decode()
    assert "Ett brev är skickat till: Orsa." in sent
    assert "Inget brev kunde skickas till: Lund." in sent
    [letter] = mailoutbox
    assert letter.to == ["vera@orsa.example"]
    assert f"http://testserver{request.get_absolute_url()}" in letter.body
    assert "att börja mötas" not in f"{letter.subject}{letter.body}"
    assert "påminde: Orsa" in ask.get(request.decision.get_absolute_url()).content.decode()
    ask.post(remind)
    CarryHome.objects.update(reminded_at=row("orsa").reminded_at - REMIND_AFTER)  # type: ignore[operator]
    assert len(mailoutbox) == 1
    ask.post(remind)
    assert len(mailoutbox) == 2


@pytest.mark.parametrize("count", [1, 30])
def test_the_county_sees_what_has_landed_in_as_many_questions_for_thirty(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body, past = cast.body("Rådet"), cast.TODAY - timedelta(days=1)
    for number in range(count):
        made = decided(body, f"att {number}", on=past)
        asked("lund", "orsa", decision=made, due=past if number == 0 else DUE)
    ask = coordinator(client)
    with django_assert_num_queries(HOME_QUERIES):
        page = ask.get(url("home")).content.decode()

    assert f"{count} beslut" in page
    late = ask.get(url("home"), {"late": "on", "organization": str(cast.organization("orsa").pk)})
    assert "0 av 2 har landat, försenat hos 2." in late.content.decode()
    CarryHome.objects.update(not_applicable_reason="Nej")
    assert "Inget är sådant" in ask.get(url("home"), {"late": "on"}).content.decode()
    book = openpyxl.load_workbook(BytesIO(ask.get(url("home_sheet")).content))
    cells = [cell.value for cell in book["Hemtagning"][2]]
    assert cells[3:5] == ["Lund", "Ej aktuellt"]


def test_sixteen_organizations_stand_in_a_strip_that_says_what_the_table_says(
    client: Client,
) -> None:
    codes = [f"ort{number}" for number in range(16)]
    request = asked(*codes)
    for number, (name, value) in enumerate(
        (("carrier", "Vera"), ("decided_date", cast.TODAY), ("not_applicable_reason", "Nej"))
    ):
        CarryHome.objects.filter(organization__code=codes[number]).update(**{name: value})
    page = CarryingHome(home_request(request.decision), asking())  # type: ignore[arg-type]
    answer = coordinator(client).get(request.get_absolute_url()).content.decode()

    table = answer.split("<tbody>")[1].split("</tbody>")[0]
    for one in page.rows:
        name = one.row.organization.short_name
        assert f"{name}: {one.word}" in page.label
        assert f"<title>{name}: {one.state.label}</title>" in page.picture
        assert f'id="home-{one.row.pk}"' in table
    assert page.sums == "0 av 15 har landat."
    made = client.get(url("take_home", request.decision_id))
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")
