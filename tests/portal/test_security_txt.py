"""Whoever finds a weakness is told where to write, in the form that tools look for (RFC 9116).

Seen red: with SECURITY_TXT_HOLDS at two years, and without the 404.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db
PAGE = "/.well-known/security.txt"


def test_it_names_the_address_and_ends_within_a_year(client: Client, settings: Any) -> None:
    settings.SAMKLANG_CONTACT = "samklang@lan.example"

    answer = client.get(PAGE)

    said = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    left = datetime.fromisoformat(said["Expires"]) - timezone.now()
    assert said["Contact"] == "mailto:samklang@lan.example"
    assert timedelta(days=30) < left < timedelta(days=365)
    assert answer["Content-Type"].startswith("text/plain")


def test_without_an_address_there_is_no_such_page(client: Client, settings: Any) -> None:
    settings.SAMKLANG_CONTACT = ""

    assert client.get(PAGE).status_code == 404
