"""A sign-in ends by itself, by its owner, and wherever its owner says.

Seen red: without SessionLimitsMiddleware, and with end_sessions doing nothing.
"""

from __future__ import annotations

import time

import pytest
from django.test import Client
from django.urls import reverse

from samklang.accounts.places import device
from samklang.accounts.sessions import IDLE_SECONDS, NOTED_EVERY_SECONDS, WHOLE_SECONDS
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.fixture
def siri(client: Client) -> Client:
    client.force_login(cast.person("siri"))
    return client


def turn_back(client: Client, *, begun: float = 0, seen: float = 0) -> None:
    """Let the session have begun, and been used last, so many seconds ago."""
    session = client.session
    session["begun_at"] = time.time() - begun
    session["seen_at"] = time.time() - seen
    session.save()


@pytest.mark.parametrize(
    ("begun", "seen", "lives"),
    [
        (0, 0, True),
        (IDLE_SECONDS - 60, IDLE_SECONDS - 60, True),
        (IDLE_SECONDS + 60, IDLE_SECONDS + 60, False),
        (WHOLE_SECONDS - 60, 0, True),
        (WHOLE_SECONDS + 60, 0, False),
        (-HOUR, -HOUR, True),  # the clock went back an hour: nobody is thrown out
    ],
)
def test_a_session_lives_two_idle_hours_and_twelve_in_all(
    siri: Client, begun: float, seen: float, lives: bool
) -> None:
    turn_back(siri, begun=begun, seen=seen)

    assert (siri.get("/avtal/").status_code == 200) is lives


def test_a_click_now_and_then_is_noted_but_not_every_click(siri: Client) -> None:
    turn_back(siri, begun=HOUR, seen=NOTED_EVERY_SECONDS / 2)
    before = siri.session["seen_at"]
    siri.get("/avtal/")
    assert siri.session["seen_at"] == before

    turn_back(siri, begun=HOUR, seen=NOTED_EVERY_SECONDS * 2)
    siri.get("/avtal/")
    assert time.time() - siri.session["seen_at"] < NOTED_EVERY_SECONDS


def signed_in(name: str, browser: str) -> Client:
    client = Client(HTTP_USER_AGENT=browser)
    user = cast.person(name)
    user.demo = True
    user.save()
    client.post(reverse("accounts:demo_sign_in"), {"person": name})
    return client


def test_one_sees_where_one_is_signed_in_and_ends_it(settings: object) -> None:
    settings.SAMKLANG_DEMO = True  # type: ignore[attr-defined]
    here, there = signed_in("tove", "Firefox at work"), signed_in("tove", "Safari on a phone")
    place = next(
        one for one in here.get(reverse("accounts:account")).context["places"] if not one.is_current
    )

    here.post(reverse("accounts:end_session", args=[place.pk]))

    assert here.get("/avtal/").status_code == 200
    assert there.get("/avtal/").status_code == 302


def test_one_ends_everything_but_where_one_is(settings: object) -> None:
    settings.SAMKLANG_DEMO = True  # type: ignore[attr-defined]
    here, *others = (signed_in("tove", f"browser {n}") for n in range(3))

    here.post(reverse("accounts:end_other_sessions"))

    assert here.get("/avtal/").status_code == 200
    assert [one.get("/avtal/").status_code for one in others] == [302, 302]


def test_nobody_ends_another_persons_session(settings: object) -> None:
    settings.SAMKLANG_DEMO = True  # type: ignore[attr-defined]
    tove, rut = signed_in("tove", "one"), signed_in("rut", "two")
    place = tove.get(reverse("accounts:account")).context["places"][0]

    assert rut.post(reverse("accounts:end_session", args=[place.pk])).status_code == 404
    assert tove.get("/avtal/").status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
            "Edge på Windows",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.6; rv:132.0) Firefox/132.0", "Firefox på Mac"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari på iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/129.0 Mobile Safari/537.36", "Chrome på Android"),
        ("curl/8.1", "En okänd webbläsare"),
        ("", "En okänd webbläsare"),
    ],
)
def test_a_browser_is_named_as_people_name_it(user_agent: str, said: str) -> None:
    assert device(user_agent) == said
