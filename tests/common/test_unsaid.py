"""The secret of a link stands in no log and in no record. Seen red without the two uses."""

from __future__ import annotations

import logging
import secrets

import pytest
from django.test import Client
from django.urls import reverse

from samklang.audit.models import Entry
from samklang.common.unsaid import SecretsFilter, without_secrets
from samklang.config.logs import LOGGING
from tests import cast


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Not Found: /organisation/inbjudan/{secret}/", "Not Found: /organisation/inbjudan/…/"),
        ("GET /logga/losenord/2-{secret}/?x=1", "GET /logga/losenord/…/?x=1"),
        ('"/inbjudan/{secret}"', '"/inbjudan/…"'),
        ("/avtal/17/giltighet/", "/avtal/17/giltighet/"),
        ("/lanet/psychiatric_disability/", "/lanet/psychiatric_disability/"),
        ("Uppföljningsarbetsgrupperna möts", "Uppföljningsarbetsgrupperna möts"),
    ],
)
def test_the_secret_part_of_an_address_is_left_out(text: str, said: str) -> None:
    assert without_secrets(text.format(secret=secrets.token_urlsafe(32))) == said


def test_a_line_of_the_log_has_no_secret_however_it_was_put_together() -> None:
    secret = secrets.token_urlsafe(32)
    record = logging.LogRecord("x", 30, "", 0, "Forbidden: %s", (f"/inbjudan/{secret}/",), None)

    assert SecretsFilter().filter(record)
    assert record.getMessage() == "Forbidden: /inbjudan/…/"
    assert "secrets" in LOGGING["handlers"]["stderr"]["filters"]


@pytest.mark.django_db
def test_the_record_of_a_refusal_has_no_secret() -> None:
    client, secret = Client(), secrets.token_urlsafe(32)
    client.force_login(cast.person("siri"))

    client.get(reverse("organizations:invitation", args=[secret]))

    entry = Entry.objects.get(verb="access.hidden")
    assert entry.details["about"] == {"secret": "…"}
