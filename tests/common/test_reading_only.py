"""In read-only mode everything can be read, nothing is changed, and what was typed comes back.

Seen red: without process_view the change is refused by the connection; without that too it is
made; with the buttons left alone they can be pressed; with no allowed writes nobody signs in.
"""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.agreements.models import Agreement
from samklang.audit.api import Entry
from samklang.common.reading_only import refused_writes
from samklang.common.trouble import ReadOnlyMode
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(settings: Any) -> Client:
    """Siri, signed in before the reading-only began."""
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("siri"))
    settings.SAMKLANG_READ_ONLY = True
    return client


def test_everything_can_be_read_and_the_page_says_that_nothing_can_be_changed(
    client: Client,
) -> None:
    agreement = cast.agreement()

    answer = client.get(reverse("agreements:detail", args=[agreement.pk]))

    assert answer.status_code == 200
    assert "Det går bara att läsa just nu" in answer.content.decode()


def test_a_change_is_refused_politely_and_what_was_typed_comes_back(client: Client) -> None:
    agreement = cast.agreement()
    address = reverse("agreements:edit", args=[agreement.pk])

    answer = client.post(address, {"title": "Ett helt nytt namn på avtalet", "version": 1})

    assert answer.status_code == 503
    assert "Ett helt nytt namn på avtalet</textarea>" in answer.content.decode()
    assert Agreement.objects.get().title == agreement.title
    assert not Entry.objects.exists()


def test_buttons_that_would_change_something_are_off_and_those_for_reading_are_on(
    client: Client,
) -> None:
    page = client.get(reverse("agreements:create")).content.decode()
    head, body = page.split("<main", 1)

    assert "<button disabled" in body.split("</main>")[0]
    assert "<button disabled" not in head
    register = client.get(reverse("agreements:register")).content.decode()
    assert "<button disabled" not in register


def test_one_can_sign_in_and_out(client: Client) -> None:
    fresh, sent = Client(raise_request_exception=False), {"login": "rut", "password": "x" * 16}
    User.objects.create_user("rut", password=sent["password"])

    assert fresh.post(reverse("accounts:sign_in"), sent).status_code == 302
    assert fresh.post(reverse("accounts:sign_out")).status_code == 302
    assert fresh.post(reverse("accounts:sign_in"), {"login": "rut"}).status_code == 422


def test_what_slips_through_is_refused_by_the_connection() -> None:
    with refused_writes():
        with pytest.raises(ReadOnlyMode), transaction.atomic():
            Agreement.objects.update(title="x")
        with pytest.raises(ReadOnlyMode), connection.cursor() as cursor:
            cursor.execute("  drop table audit_entry")
        assert not Agreement.objects.exists()


def test_a_refusal_that_cannot_be_written_down_is_answered_all_the_same(client: Client) -> None:
    answer = client.get(reverse("agreements:detail", args=[4711]))

    assert answer.status_code == 404


def test_out_of_read_only_mode_nothing_of_this_is_there() -> None:
    client = Client()
    client.force_login(cast.person("siri"))

    page = client.get(reverse("agreements:create")).content.decode()

    assert "<button disabled" not in page
    assert "Det går bara att läsa just nu" not in page


def test_one_can_sign_in_with_both_steps(settings: Any) -> None:
    """Seen red: a form without its own address had its button off."""
    siri = cast.person("siri")
    siri.set_password("fyra stilla björkar vid ån")
    siri.save()
    secret = generate_totp_secret()
    TOTP.activate(siri, secret)
    settings.SAMKLANG_READ_ONLY = True
    client = Client()

    first = client.get(reverse("accounts:sign_in")).content.decode()
    client.post(
        reverse("accounts:sign_in"), {"login": "siri", "password": "fyra stilla björkar vid ån"}
    )
    second = client.get(reverse("mfa_authenticate")).content.decode()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    client.post(reverse("mfa_authenticate"), {"code": code})

    assert "<button disabled" not in first + second
    assert client.session["_auth_user_id"] == str(siri.pk)
