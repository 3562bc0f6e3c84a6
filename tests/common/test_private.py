"""No shared cache and no other site keeps or shows what signed-in people are answered."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (reverse("portal:county"), 200),
        (reverse("portal:sheet"), 200),
        (reverse("agreements:register"), 200),
        (reverse("agreements:detail", args=[999]), 404),
        (reverse("portal:start"), 302),
    ],
)
def test_every_answer_is_the_readers_own(client: Client, page: str, status: int) -> None:
    client.force_login(cast.person("siri"))

    answer = client.get(page)

    assert answer.status_code == status
    assert "private" in answer["Cache-Control"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Cookie" in answer["Vary"]
