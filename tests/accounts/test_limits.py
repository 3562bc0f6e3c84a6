"""Tries are counted, by account and by address, and nobody can lock a colleague out elsewhere.

Seen red: with ACCOUNT_RATE_LIMITS off (every refusal), with "login" ten and "login_failed" a
hundred times higher, with "reset_password" not counting by account, with the prefix for IPv6 at
128, and with one proxy trusted where there is none. With no limits of ours allauth's own hold.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from samklang.accounts.models import User
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's


@pytest.fixture(autouse=True)
def _counting(settings: Any) -> None:
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tries"}
    settings.CACHES = {"default": kept, "pages": kept}
    caches["default"].clear()


@pytest.fixture
def siri() -> User:
    siri = cast.person("siri")
    siri.set_password(PASSWORD)
    siri.save()
    return siri


def attempt(name: str, password: str, *, address: str = "192.0.2.1") -> int:
    client = Client(REMOTE_ADDR=address)
    return client.post("/logga/in/", {"login": name, "password": password}).status_code


def test_five_wrong_passwords_close_the_account_for_a_while(siri: User) -> None:
    answers = [attempt(siri.username, "fel", address=f"192.0.2.{n}") for n in range(5)]

    assert answers == [422] * 5
    assert attempt(siri.username, PASSWORD, address="192.0.2.77") == 422


def test_an_account_that_does_not_exist_is_counted_alike(siri: User) -> None:
    for name in (siri.username, "nobody"):
        for n in range(5):
            attempt(name, "fel", address=f"192.0.2.{n}")

    client = Client(REMOTE_ADDR="192.0.2.99")
    shown = [
        client.post("/logga/in/", {"login": name, "password": "fel"}).content.decode()
        for name in (siri.username, "nobody")
    ]

    assert ["För många försök" in page for page in shown] == [True, True]


def test_a_right_password_does_not_use_up_tries(siri: User) -> None:
    assert [attempt(siri.username, PASSWORD) for _ in range(8)] == [302] * 8


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", 429),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", 422),
        ("192.0.2.1", "192.0.2.1", 429),
        ("192.0.2.1", "192.0.2.2", 422),
    ],
)
def test_an_address_that_floods_is_answered_too_many(first: str, second: str, answer: int) -> None:
    """A subscriber has a whole /64 of IPv6, so it counts as one address."""
    for n in range(30):
        attempt(f"name-{n}", "fel", address=first)

    assert attempt("another", "fel", address=second) == answer


@pytest.mark.usefixtures("siri")
def test_a_forged_header_does_not_change_the_address() -> None:
    for n in range(30):
        client = Client(REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}")
        client.post("/logga/in/", {"login": f"name-{n}", "password": "fel"})

    assert attempt("another", "fel") == 429


def test_a_new_password_is_sent_to_the_same_account_three_times_an_hour(
    siri: User, settings: Any, mailoutbox: list[object]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    siri.email = "siri@kommunen.example"
    siri.save()

    answers = [
        Client(REMOTE_ADDR=f"192.0.2.{n}")
        .post("/logga/losenord/glomt/", {"email": siri.email})
        .status_code
        for n in range(4)
    ]

    assert answers == [302, 302, 302, 429]
    assert len(mailoutbox) == 3
