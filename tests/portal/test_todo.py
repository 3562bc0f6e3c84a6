"""What somebody carries home stands among what they have to do, on the first page too.

Seen red: with every organization's in one's list, with a namesake with another first name, with
what has landed left, with the last day told as late, with a page that is named the same when
something more waits, with what waits asked for one by one, and with all of it on the first page.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samklang.accounts.models import User
from samklang.decisions.models import CarryHome, Decision, HomeRequest
from samklang.organizations.models import Role
from tests import cast
from tests.decisions.sittings import decided
from tests.decisions.test_carrying_home import asked, row

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FIRST, ALL = "/lanet/", "/att-gora/"


def client(name: str, role: str = Role.EDITOR, of: str = "orsa") -> Client:
    made = Client()
    made.force_login(cast.person(name, role, of=cast.organization(of)))
    return made


def text(page: str, asking: Client, **more: Any) -> str:
    answer = asking.get(page, **more)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_whoever_writes_for_an_organization_finds_what_it_is_to_carry_home() -> None:
    due = asked("orsa", "lund").due_date
    orsa, lisa = client("ed"), client("lisa", Role.READER)
    for page in (FIRST, ALL):
        said = text(page, orsa)
        assert "1 sak väntar på dig" in said
        assert "Ta hem: att börja mötas" in said
        assert "Säg vem som tar hem det till Orsa" in said
        assert f"senast {due.day} " in said
        assert (
            reverse("decisions:write_home", args=[Decision.objects.get().pk, row("orsa").pk])
            in said
        )
        assert "hem det till Lund" not in said
    # Who only reads is not the one who carries it, and has nothing to do.
    assert "Du har inget att göra just nu" in text(ALL, lisa)
    assert "väntar på dig" not in text(FIRST, lisa)


def test_whom_the_organization_names_finds_it_among_their_own_tasks() -> None:
    asked("orsa", "lund")
    lisa = client("lisa", Role.READER)
    User.objects.filter(username="lisa").update(name="Lisa Ek")
    CarryHome.objects.filter(pk=row("orsa").pk).update(carrier="Mona Lisa Ek, chef")
    assert "väntar på dig" not in text(ALL, lisa)

    CarryHome.objects.filter(pk=row("orsa").pk).update(carrier=" lisa  EK, chef för vården")
    said = text(ALL, lisa)
    assert "och du tar hem det till Orsa" in said
    assert f"{HomeRequest.objects.get().get_absolute_url()}#home-{row('orsa').pk}" in said
    assert "Lisa" not in text(ALL, client("lars", Role.READER, of="lund"))
    # Who writes for the organization sees that somebody has taken it on.
    assert "och lisa EK, chef för vården tar hem det till Orsa" in text(ALL, client("ed"))


def test_what_is_late_says_so_in_a_word_with_a_symbol_and_what_has_landed_is_done() -> None:
    made = asked("orsa")
    orsa = client("ed")
    HomeRequest.objects.filter(pk=made.pk).update(due_date=timezone.localdate())
    assert "försenad" not in text(ALL, orsa).lower()
    HomeRequest.objects.filter(pk=made.pk).update(due_date=timezone.localdate() - timedelta(days=1))
    for page in (FIRST, ALL):
        said = text(page, orsa)
        assert "1 sak väntar på dig, 1 är försenad" in said
        late = said.split('class="ink-copper">')[1].split("</span>")[0]
        assert 'href="#s-expiring"' in late
        assert "Försenat (inte påbörjat)" in late
        assert "skulle ha varit klart" in said

    CarryHome.objects.update(landed_date=timezone.localdate(), came_back="Vi möts i mars.")
    assert "väntar på dig" not in text(FIRST, orsa)


def test_the_first_page_is_made_anew_when_something_more_waits() -> None:
    orsa = client("ed")
    orsa.get(FIRST)  # the page is named with the cookie that it has given
    before = orsa.get(FIRST).headers["ETag"]
    assert orsa.get(FIRST, headers={"If-None-Match": before}).status_code == 304
    asked("orsa")
    assert "1 sak väntar på dig" in text(FIRST, orsa, headers={"If-None-Match": before})


def test_the_first_page_has_the_nearest_and_leads_to_the_rest() -> None:
    body = cast.body("Rådet")
    for number in range(4):
        due = timezone.localdate() + timedelta(days=50 - number)
        asked("orsa", decision=decided(body, f"att göra {number}"), due=due)
    orsa = client("ed")
    said = text(FIRST, orsa)
    assert [one for one in range(4) if f"att göra {one}" in said] == [1, 2, 3]
    assert said.index("att göra 3") < said.index("att göra 1")
    assert f'<a href="{ALL}">Se allt du har att göra</a>' in said
    assert "4 saker väntar på dig" in said
    assert "att göra 0" in text(ALL, orsa)
    # What waits for one is no business of a whole room.
    assert "väntar på dig" not in text(FIRST + "?view=projector", orsa)


@pytest.mark.parametrize("count", [1, 30])
def test_as_much_is_asked_however_much_waits(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = cast.body("Rådet")
    for number in range(count):
        asked("orsa", decision=decided(body, f"att göra {number}"))
    orsa = client("ed")
    # Session, user and seats; what waits.
    with django_assert_num_queries(4):
        orsa.get(ALL)
