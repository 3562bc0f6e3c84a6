"""Signing in with an account of one's own, and as an invented person in demo mode only."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from samklang.accounts.models import User
from tests import cast

PASSWORD = "a long and quiet river"  # noqa: S105  # an invented person's
SIGN_IN = "/logga/in/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def siri() -> User:
    siri = cast.person("siri")
    siri.set_password(PASSWORD)
    siri.save()
    return siri


@pytest.fixture
def demo_person() -> User:
    return User.objects.create(username="dag", name="Dag", demo=True)


def sign_in(client: Client, **sent: str) -> str:
    answer = client.post(SIGN_IN, {"login": "siri", "password": PASSWORD, **sent})
    assert answer.status_code == 302
    return answer.headers["Location"]


@pytest.mark.usefixtures("siri")
def test_the_right_password_leads_to_the_county(client: Client) -> None:
    assert sign_in(client) == reverse("portal:county")
    assert "_auth_user_id" in client.session


@pytest.mark.usefixtures("siri")
def test_the_page_that_asked_for_sign_in_is_shown_after_it(client: Client) -> None:
    asked = client.get("/avtal/?area=forest")

    assert asked.headers["Location"] == f"{SIGN_IN}?next=/avtal/%3Farea%3Dforest"
    assert sign_in(client, next="/avtal/?area=forest") == "/avtal/?area=forest"


@pytest.mark.usefixtures("siri")
@pytest.mark.parametrize(
    "foreign",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "https:elsewhere.example",
        "http:///elsewhere.example",
        "\t//elsewhere.example",
        "javascript:alert(1)",
        "https://testserver@elsewhere.example/",
    ],
)
def test_signing_in_leads_nowhere_else(client: Client, foreign: str) -> None:
    """Seen red: without url_has_allowed_host_and_scheme, every address was followed."""
    assert sign_in(client, next=foreign) == reverse("portal:county")


@pytest.mark.usefixtures("siri")
@pytest.mark.parametrize("name", ["siri", "nobody"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    client: Client, name: str
) -> None:
    answer = client.post(
        SIGN_IN,
        {"login": name, "password": "wrong"},
        headers={"accept-language": "sv"},
    )

    assert answer.status_code == 422
    assert "hör inte ihop" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_let_in(client: Client, siri: User) -> None:
    siri.is_active = False
    siri.save()

    assert client.post(SIGN_IN, {"login": "siri", "password": PASSWORD}).status_code == 422


@pytest.mark.usefixtures("siri")
def test_signing_in_makes_a_new_session(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "en"})
    client.session["before"] = True
    before = client.session.session_key

    sign_in(client)

    assert client.session.session_key != before


@pytest.mark.usefixtures("siri")
def test_signing_out_ends_the_session(client: Client) -> None:
    sign_in(client)
    cookie = client.cookies["samklang"].value

    client.post(reverse("accounts:sign_out"))
    client.cookies["samklang"] = cookie

    assert client.get("/lanet/").headers["Location"].startswith(SIGN_IN)


@pytest.mark.usefixtures("demo_person")
def test_one_click_signs_in_an_invented_person_in_demo_mode(
    client: Client, settings: Settings
) -> None:
    settings.SAMKLANG_DEMO = True

    shown = client.get(SIGN_IN).content.decode()
    answer = client.post(reverse("accounts:demo_sign_in"), {"person": "dag"})

    assert 'value="dag"' in shown
    assert answer.headers["Location"] == reverse("portal:county")


@pytest.mark.usefixtures("demo_person")
def test_outside_demo_mode_there_is_no_demo_sign_in(client: Client) -> None:
    shown = client.get(SIGN_IN).content.decode()
    answer = client.post(reverse("accounts:demo_sign_in"), {"person": "dag"})

    assert "dag" not in shown
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("siri")
def test_a_real_person_cannot_be_borrowed_in_demo_mode(client: Client, settings: Settings) -> None:
    settings.SAMKLANG_DEMO = True

    assert client.post(reverse("accounts:demo_sign_in"), {"person": "siri"}).status_code == 404


def test_a_page_is_private_unless_it_says_otherwise(client: Client) -> None:
    assert client.get("/lanet/").headers["Location"] == f"{SIGN_IN}?next=/lanet/"


def test_the_sign_in_page_marks_a_field_that_was_left_empty(client: Client) -> None:
    answer = client.post(SIGN_IN, {"login": "", "password": ""})

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_login"' in shown
    assert 'aria-invalid="true"' in shown
