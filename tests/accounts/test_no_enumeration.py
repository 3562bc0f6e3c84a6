"""Who has an account cannot be told from how long an answer takes: each way does the same work.

Work is counted, not timed: how often a password is hashed, and how many statements are asked.
Seen red: with a SignedInBackend that does not hash for nobody, with one that does not hash for
whoever has no password, with ForgottenForm queueing for accounts only, with allauth's own form, and
with the typed address among what is queued.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from samklang.accounts.models import User
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's
ADDRESS = "siri@kommunen.example"


class CountingHasher(MD5PasswordHasher):
    """Hashes as the tests do, and counts how often."""

    count: ClassVar[int] = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.count += 1
        encoded: str = super().encode(password, salt)
        return encoded


@pytest.fixture(autouse=True)
def _counted(settings: Any) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]


@pytest.fixture
def siri() -> User:
    siri = cast.person("siri")
    siri.email = ADDRESS
    siri.set_password(PASSWORD)
    siri.save()
    return siri


def mistyped(_siri: User) -> None:
    """The account is as it was."""


def closed(siri: User) -> None:
    siri.is_active = False
    siri.save()


def without_a_password(siri: User) -> None:
    siri.set_unusable_password()
    siri.save()


def work_of(address: str, sent: dict[str, str], status: int) -> tuple[int, list[str]]:
    """Return how often a password was hashed, and what kinds of statement were asked."""
    before = CountingHasher.count
    with CaptureQueriesContext(connection) as asked:
        answer = Client().post(address, sent)
    assert answer.status_code == status
    kinds = [statement["sql"].split('"')[0] for statement in asked]
    return CountingHasher.count - before, kinds


def sign_in(name: str, password: str) -> tuple[int, list[str]]:
    return work_of(reverse("accounts:sign_in"), {"login": name, "password": password}, 422)


@pytest.mark.parametrize("account", [mistyped, closed, without_a_password])
def test_a_sign_in_that_fails_is_as_much_work_as_one_of_nobodys(siri: User, account: Any) -> None:
    account(siri)

    work = sign_in(siri.username, "fel lösenord")

    assert work == sign_in("nobody", "fel lösenord")
    assert work[0] == 1


def test_the_right_password_of_a_closed_account_is_as_much_work(siri: User) -> None:
    closed(siri)

    assert sign_in(siri.username, PASSWORD) == sign_in("nobody", PASSWORD)


@pytest.mark.parametrize("account", [mistyped, closed, without_a_password])
def test_a_forgotten_password_is_as_much_work_as_a_strangers(
    siri: User, account: Any, mailoutbox: list[EmailMessage], settings: Any
) -> None:
    """The letter is a job for later: the page has answered before anything is sent."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    account(siri)
    page = reverse("account_reset_password")

    known, unknown = (
        work_of(page, {"email": one}, 302) for one in (ADDRESS, "nobody@kommunen.example")
    )

    assert known == unknown
    assert known[0] == 0
    assert DBTaskResult.objects.count() == 2
    assert mailoutbox == []


def test_what_waits_to_be_sent_tells_neither_address_nor_account(siri: User, settings: Any) -> None:
    """Anybody’s address can be typed; it is not kept for that."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    for one in (ADDRESS, "nobody@kommunen.example"):
        work_of(reverse("account_reset_password"), {"email": one}, 302)

    known, unknown = DBTaskResult.objects.values_list("args_kwargs", flat=True)
    assert "@" not in f"{known}{unknown}"
    assert [len(one) for one in known["args"]] == [len(one) for one in unknown["args"]]
    assert siri.pk not in known["args"]
