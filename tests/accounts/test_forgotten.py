"""A forgotten password is replaced by a letter, and the letter is all that helps.

Seen red: with the letter sent to everybody whatever address was typed, with PASSWORD_RESET_TIMEOUT
left out of the settings, with `language` unheeded, with the mark of the address as it was typed,
and without a second try when the mail server is down.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, datetime, timedelta
from typing import Any

import pytest
from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samklang.accounts.models import User
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "siri@kommunen.example"
NEW = "sju gula båtar på sjön"


@pytest.fixture(autouse=True)
def _post_office(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def siri() -> User:
    siri = cast.person("siri")
    siri.email = ADDRESS
    siri.set_password("fyra stilla björkar vid ån")
    siri.save()
    return siri


def ask(client: Client, address: str, **headers: str) -> Any:
    return client.post(reverse("account_reset_password"), {"email": address}, **headers)  # type: ignore[arg-type]


def link_in(letter: EmailMessage) -> str:
    found = re.search(r"https?://[^\s]+(/logga/losenord/nytt/[^\s]+)", str(letter.body))
    assert found, letter.body
    return found[1]


@pytest.mark.usefixtures("siri")
def test_a_known_and_an_unknown_address_get_the_same_answer(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    known, unknown = ask(client, ADDRESS), ask(client, "nobody@kommunen.example")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in mailoutbox] == [[ADDRESS]]


def test_an_address_is_known_however_it_is_typed(
    client: Client, siri: User, mailoutbox: list[EmailMessage]
) -> None:
    siri.email = "Siri@Kommunen.example"
    siri.save()

    ask(client, "SIRI@kommunen.example")

    assert [letter.to for letter in mailoutbox] == [[siri.email]]


def test_a_letter_that_the_mail_server_does_not_take_is_sent_later(
    client: Client, siri: User, mailoutbox: list[EmailMessage], settings: Any
) -> None:
    """Nothing answers at the first two tries; each waits longer than the one before."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    ask(client, ADDRESS)
    asked, first, second = (work_off() for _try in range(3))

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    third = work_off()

    assert [len(waited) for waited in (asked, first, second, third)] == [1, 1, 1, 1]
    assert timedelta(0) == first[0] < second[0] < third[0] < timedelta(minutes=10)
    assert [letter.to for letter in mailoutbox] == [[siri.email]]
    assert work_off() == []


def test_a_letter_that_is_never_taken_is_given_up(
    client: Client, siri: User, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    ask(client, siri.email)

    tries = [bool(work_off()) for _try in range(10)]

    assert tries == [True] * 6 + [False] * 4


def work_off() -> list[timedelta]:
    """Do what waits, due or not, and return how long each had been put off, to the minute."""
    waiting = list(DBTaskResult.objects.filter(status=TaskResultStatus.READY))
    for one in waiting:
        one.status = TaskResultStatus.RUNNING
        one.save()
        one.task.call(*one.args_kwargs["args"], **one.args_kwargs["kwargs"])
    return [put_off(one) for one in waiting]


def put_off(job: DBTaskResult[..., Any]) -> timedelta:
    if job.run_after.year == MAXYEAR:
        return timedelta(0)
    return timedelta(minutes=round((job.run_after - job.enqueued_at).total_seconds() / 60))


def test_the_link_gives_a_new_password_once(
    client: Client, siri: User, mailoutbox: list[EmailMessage]
) -> None:
    ask(client, ADDRESS)
    link = link_in(mailoutbox[0])
    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    siri.refresh_from_db()
    again = Client().get(link, follow=True).content.decode()

    assert siri.check_password(NEW)
    assert "använd eller för gammal" in again


def test_a_new_password_does_not_get_around_the_second_step(
    client: Client, siri: User, mailoutbox: list[EmailMessage]
) -> None:
    TOTP.activate(siri, generate_totp_secret())
    ask(client, ADDRESS)
    form = client.get(link_in(mailoutbox[0]), follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    answer = client.post("/logga/in/", {"login": "siri", "password": NEW})

    assert answer["Location"] == reverse("mfa_authenticate")


class Earlier(EmailAwarePasswordResetTokenGenerator):  # type: ignore[misc]  # allauth has no types
    """Makes the keys of letters that were sent a while ago."""

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.minutes = minutes

    def _now(self) -> datetime:
        now: datetime = super()._now()
        return now - timedelta(minutes=self.minutes)


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (61, False)])
def test_the_link_holds_for_an_hour(client: Client, siri: User, minutes: int, works: bool) -> None:
    key = [user_pk_to_url_str(siri), Earlier(minutes).make_token(siri)]

    shown = client.get(reverse("account_reset_password_from_key", args=key), follow=True)

    assert ("använd eller för gammal" not in shown.content.decode()) is works


@pytest.mark.usefixtures("siri")
@pytest.mark.parametrize(
    ("language", "says"), [("sv", "gäller i en timme"), ("en", "holds for an hour")]
)
def test_the_letter_is_in_the_readers_language(
    client: Client, mailoutbox: list[EmailMessage], language: str, says: str
) -> None:
    client.post(reverse("set_language"), {"language": language})

    ask(client, ADDRESS)

    assert says in str(mailoutbox[0].body)


@pytest.mark.usefixtures("siri")
@pytest.mark.parametrize("password", ["kort", "x" * 300, "samklang samklang", "international"])
def test_a_poor_new_password_is_refused(
    client: Client, mailoutbox: list[EmailMessage], password: str
) -> None:
    ask(client, ADDRESS)
    form = client.get(link_in(mailoutbox[0]), follow=True)

    client.post(form.redirect_chain[-1][0], {"password1": password, "password2": password})

    assert not User.objects.get(username="siri").check_password(password)


@pytest.mark.usefixtures("siri")
def test_a_forged_host_gets_no_letter(client: Client, mailoutbox: list[EmailMessage]) -> None:
    answer = ask(client, ADDRESS, headers={"host": "elsewhere.example"})  # type: ignore[arg-type]

    assert answer.status_code == 400
    assert mailoutbox == []


@pytest.mark.usefixtures("siri")
def test_a_forged_forwarded_host_is_not_in_the_letter(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    ask(client, ADDRESS, headers={"x-forwarded-host": "elsewhere.example"})  # type: ignore[arg-type]

    assert "elsewhere.example" not in str(mailoutbox[0].body)
