"""Accounts are named as people are, and only invented persons can be borrowed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.accounts.queries import demo_persons
from tests import cast

pytestmark = pytest.mark.django_db


def invented(username: str = "dag", **values: Any) -> User:
    return User.objects.create(username=username, name=username.title(), demo=True, **values)


@pytest.mark.parametrize(("name", "shown"), [("Siri Ström", "Siri Ström"), ("", "siri")])
def test_a_person_is_called_by_name_and_else_by_user_name(name: str, shown: str) -> None:
    assert str(User(username="siri", name=name)) == shown


def test_the_invented_persons_stand_in_the_packs_order_without_the_closed_ones() -> None:
    tove, dag = invented("tove"), invented("dag")
    invented("borta", is_active=False)
    cast.person("siri")

    assert list(demo_persons()) == [tove, dag]


@pytest.mark.parametrize("sent", [{}, {"person": ""}, {"person": "nobody"}, {"person": "siri"}])
def test_nobody_else_is_signed_in_by_one_click(
    client: Client, settings: Any, sent: dict[str, str]
) -> None:
    settings.SAMKLANG_DEMO = True
    invented()
    cast.person("siri")

    answer = client.post(reverse("accounts:demo_sign_in"), sent)

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_closed_invented_person_cannot_be_borrowed(client: Client, settings: Any) -> None:
    settings.SAMKLANG_DEMO = True
    invented(is_active=False)

    assert client.post(reverse("accounts:demo_sign_in"), {"person": "dag"}).status_code == 404


def test_one_click_leads_to_the_page_that_was_asked_for_and_nowhere_else(
    client: Client, settings: Any
) -> None:
    settings.SAMKLANG_DEMO = True
    invented()
    address = reverse("accounts:demo_sign_in")

    own = client.post(address, {"person": "dag", "next": "/avtal/"})
    foreign = client.post(address, {"person": "dag", "next": "https://elsewhere.example/"})

    assert own["Location"] == "/avtal/"
    assert foreign["Location"] == reverse("portal:county")


@pytest.mark.parametrize("name", ["accounts:demo_sign_in", "accounts:sign_out"])
def test_signing_in_and_out_is_never_done_by_a_link(client: Client, name: str) -> None:
    """A picture in a letter could otherwise sign somebody out, or in as another."""
    client.force_login(cast.person("siri"))

    assert client.get(reverse(name)).status_code == 405
    assert "_auth_user_id" in client.session


def test_a_sign_in_that_another_site_sends_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.post("/logga/in/", {"username": "a", "password": "b"}).status_code == 403


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"login": "siri", "password": "fel"}, "hör inte ihop"),
        ({"login": "", "password": "x"}, "Skriv ditt användarnamn"),
        ({"login": "siri", "password": ""}, "Skriv ditt lösenord"),
    ],
)
def test_a_sign_in_that_fails_says_what_is_wrong(
    client: Client, sent: dict[str, str], sentence: str
) -> None:
    cast.person("siri")

    answer = client.post("/logga/in/", sent)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_closed_account_gets_the_same_answer_as_a_wrong_password(client: Client) -> None:
    """What is not said cannot be used to find out who has an account."""
    siri = cast.person("siri")
    siri.set_password("en lång och stilla å")
    siri.is_active = False
    siri.save()

    closed = client.post("/logga/in/", {"login": "siri", "password": "en lång och stilla å"})
    wrong = client.post("/logga/in/", {"login": "siri", "password": "fel"})

    assert closed.status_code == wrong.status_code == 422
    assert _without_token(closed.content) == _without_token(wrong.content)


def _without_token(page: bytes) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.decode())
