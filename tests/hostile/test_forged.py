"""A form of another site changes nothing here: every address refuses what has no token of ours.

Seen red: with `csrf_exempt` around a view; with CsrfViewMiddleware taken out.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.architecture.access_table import ACCESS
from tests.architecture.noticing import rows
from tests.architecture.scene import Scene
from tests.architecture.test_access import METHODS, show_the_second_step

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_database,
]
UNSAFE = [method for method in METHODS if method != "get"]
# No token, one that is no token, and a whole one that another visitor was given.
TOKENS = ("", "x", "a" * 64)
REFUSED = {HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED}


def browser(scene: Scene, persona: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    if user := scene.person(persona):
        client.force_login(user)
        show_the_second_step(client)
    client.cookies[settings.CSRF_COOKIE_NAME] = "b" * 32
    return client


@pytest.mark.parametrize(
    ("persona", "tokens"), [("anonymous", TOKENS), ("administrator", TOKENS[2:])]
)
@pytest.mark.slow
def test_every_address_refuses_every_unsafe_method_without_our_token(
    persona: str, tokens: tuple[str, ...]
) -> None:
    scene = Scene()
    places = {row.page: reverse(row.page, args=scene.arguments(row.about)) for row in ACCESS}
    client = browser(scene, persona)
    before = rows()

    taken = {
        (page, method, token)
        for page, address in places.items()
        for method in UNSAFE
        for token in tokens
        if getattr(client, method)(address, headers={"x-csrftoken": token}).status_code
        not in REFUSED
    }

    assert len(places) > 90
    assert taken == set()
    assert rows() == before


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example"]
)
def test_a_whole_token_from_another_origin_is_refused(origin: str) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get(reverse("accounts:sign_in"))
    token = page.context["csrf_token"] if page.context else ""
    sent = {"login": "siri", "password": "x", "csrfmiddlewaretoken": str(token)}

    answers = [
        client.post(reverse("accounts:sign_in"), sent, headers={"origin": one}).status_code
        for one in (origin, "http://testserver")
    ]

    assert answers == [HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY]
