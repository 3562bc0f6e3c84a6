"""The second step: set up once, asked for ever after, and needed to administer.

Seen red: with MfaAdapter.encrypt returning its text, with strength.is_strong answering True,
without AccountAdapter.get_reauthentication_methods, without the sentences of mfa/index.html, with
allauth's own forms, messages and names of keys, and with a mail server's fault let through.
"""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.organizations.models import Role
from tests import cast

pytestmark = pytest.mark.django_db
# What allauth tells, it tells when the change is committed.
ON_COMMIT = pytest.mark.django_db(transaction=True)
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's
LOCMEM = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


@pytest.fixture(autouse=True)
def _early_in_half_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code holds for half a minute: no test begins at the end of one."""
    real = time.time
    ahead = 31 - real() % 30
    monkeypatch.setattr(time, "time", lambda: real() + ahead)


@pytest.fixture
def ada() -> User:
    """An administrator with a password only."""
    ada = cast.person("ada", Role.ADMINISTRATOR)
    ada.email = "ada@kommunen.example"
    ada.set_password(PASSWORD)
    ada.save()
    return ada


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def sign_in(client: Client) -> Any:
    return client.post("/logga/in/", {"login": "ada", "password": PASSWORD})


def show_again(client: Client) -> None:
    """Sign in, and show once more that it is you, as every change of the sign-in asks."""
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def connect_an_app(client: Client) -> str:
    """Set up the second step as a person does; return its secret."""
    show_again(client)
    shown = client.get(reverse("mfa_activate_totp"))
    secret: str = shown.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


@pytest.mark.usefixtures("ada")
def test_the_square_is_a_picture_of_our_own_address(client: Client) -> None:
    show_again(client)
    page = client.get(reverse("mfa_activate_totp"))

    picture = client.get(reverse("accounts:totp_picture"))

    assert "data:image" not in page.content.decode()
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<?xml")
    assert "no-store" in picture["Cache-Control"]


@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@ON_COMMIT
@pytest.mark.usefixtures("ada")
def test_the_pages_speak_with_one_voice(client: Client) -> None:
    """One word for each thing: allauth’s own would call the same codes something else."""
    connect_an_app(client)
    after = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    key = client.get(reverse("mfa_add_webauthn")).content.decode()

    assert "Appen är ansluten." in after
    assert "Reservkoder" in after
    assert "återställningskoder" not in after
    assert "Vad du kallar den" in key
    assert 'value="Nyckel 1"' in key


@ON_COMMIT
def test_a_connected_app_gives_codes_for_emergencies_and_a_letter(
    client: Client, ada: User, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    connect_an_app(client)

    kinds = set(Authenticator.objects.filter(user=ada).values_list("type", flat=True))

    assert kinds == {"totp", "recovery_codes"}
    assert [letter.to for letter in mail.outbox] == [["ada@kommunen.example"]] * len(mail.outbox)
    assert len(mail.outbox) > 0


@pytest.mark.usefixtures("ada")
def test_the_secret_lies_encrypted_in_the_database(client: Client) -> None:
    secret = connect_an_app(client)

    stored = Authenticator.objects.get(type="totp").data

    assert secret not in str(stored)


@pytest.mark.usefixtures("ada")
def test_after_that_the_password_alone_lets_nobody_in(client: Client) -> None:
    connect_an_app(client)
    other = Client()

    answer = sign_in(other)

    assert answer["Location"] == reverse("mfa_authenticate")
    assert "Med en nyckel" not in other.get(answer["Location"]).content.decode()
    assert "_auth_user_id" not in other.session
    assert other.get("/lanet/").status_code == 302


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("code", ["", "000000", "12345", "abcdef", "1234567"])
def test_a_wrong_code_lets_nobody_in(client: Client, code: str) -> None:
    connect_an_app(client)
    other = Client()
    sign_in(other)

    other.post(reverse("mfa_authenticate"), {"code": code})

    assert "_auth_user_id" not in other.session


def test_a_code_works_once(client: Client, ada: User, settings: Any) -> None:
    settings.CACHES = {"default": {**LOCMEM, "LOCATION": "codes"}, "pages": LOCMEM}
    secret = connect_an_app(client)
    Authenticator.objects.filter(user=ada, type="totp").delete()
    TOTP.activate(ada, secret)
    first, second = Client(), Client()

    for one in (first, second):
        sign_in(one)
        one.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert "_auth_user_id" not in second.session


def test_a_recovery_code_opens_once(client: Client, ada: User) -> None:
    connect_an_app(client)
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    first, second = Client(), Client()

    for one in (first, second):
        sign_in(one)
        one.post(reverse("mfa_authenticate"), {"code": code})

    assert first.session["_auth_user_id"] == str(ada.pk)
    assert "_auth_user_id" not in second.session


@pytest.mark.usefixtures("ada")
def test_recovery_codes_are_shown_once(client: Client) -> None:
    connect_an_app(client)
    first = client.get(reverse("mfa_view_recovery_codes"))
    code = first.context["unused_codes"][0]

    again = Client()
    sign_in(again)
    again.post(reverse("mfa_authenticate"), {"code": code})
    shown = again.get(reverse("mfa_view_recovery_codes"), follow=True).content.decode()

    assert not any(one in shown for one in first.context["unused_codes"])


@ON_COMMIT
@pytest.mark.usefixtures("ada")
def test_an_administrator_administers_only_after_the_second_step(client: Client, ada: User) -> None:
    """And with a password only still sees what the organization sees."""
    people = cast.organization().get_absolute_url()
    sign_in(client)
    before = client.get(people)

    connect_an_app(client)
    after = client.get(people)

    assert before.status_code == after.status_code == 200
    assert "Bjud in en kollega" not in before.content.decode()
    assert "vilar tills du använder tvåstegsverifiering" in before.content.decode()
    assert "Bjud in en kollega" in after.content.decode()


@ON_COMMIT
@pytest.mark.usefixtures("ada")
def test_taking_the_second_step_away_puts_the_rights_to_rest(client: Client) -> None:
    connect_an_app(client)
    client.post(reverse("mfa_deactivate_totp"))

    shown = client.get(cast.organization().get_absolute_url()).content.decode()
    assert "Bjud in en kollega" not in shown


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("page", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_a_session_that_somebody_left_open_cannot_change_how_one_signs_in(
    client: Client, page: str
) -> None:
    sign_in(client)

    answer = client.get(reverse(page))

    assert answer["Location"].startswith(reverse("account_reauthenticate"))


@ON_COMMIT
def test_a_change_stands_and_is_told_when_the_mail_server_is_down(
    client: Client, ada: User, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    new = "sju gula båtar på den stilla sjön"
    show_again(client)

    answer = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    ada.refresh_from_db()
    assert (answer.status_code, ada.check_password(new)) == (302, True)
    assert f"no notice to user {ada.pk}: ConnectionRefusedError" in caplog.text


@pytest.mark.parametrize(
    ("demo", "on_the_page", "when_refused"),
    [
        (True, "En påhittad person loggar in med ett klick, så", "kan inte ändra det"),
        (False, "Välj ett lösenord först", "Välj först ett eget lösenord"),
    ],
)
def test_whoever_cannot_set_up_a_second_step_reads_why(
    client: Client, demo: bool, on_the_page: str, when_refused: str
) -> None:
    """An invented person, and somebody who comes by a provider: neither has a password."""
    person = cast.person("anna")
    person.demo = demo
    person.set_unusable_password()
    person.save()
    client.force_login(person)

    page = client.get(reverse("mfa_index")).content.decode()
    refused = client.get(reverse("mfa_activate_totp"))

    assert on_the_page in page
    assert "Anslut en app" not in page
    assert reverse("mfa_activate_totp") not in page
    assert refused.status_code == 403
    assert when_refused in refused.content.decode()
