"""Every page, every kind of person, one table.

Seen red: every `visible_to` in queries and every `require` in views was taken away, one at a
time. Each turned a row here or in test_walls.py red, but for the two `require` behind a form that
already offers no other organization (agreements:create, inventories:record_finding).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http import HTTPStatus

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samklang.accounts.strength import mark_strong
from tests.architecture.access_table import (
    ACCESS,
    DONE,
    FORM,
    HIDDEN,
    LOGIN,
    NO,
    OK,
    PERSONAS,
    Row,
)
from tests.architecture.scene import Scene

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

METHODS = ("get", "post", "put", "patch", "delete")
WORDS: dict[int, str] = {
    HTTPStatus.OK: OK,
    HTTPStatus.NO_CONTENT: DONE,
    HTTPStatus.FOUND: DONE,
    HTTPStatus.FORBIDDEN: NO,
    HTTPStatus.NOT_FOUND: HIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY: FORM,
}


def pages(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"
        else:
            inner = f"{entry.namespace}:" if entry.namespace else ""
            yield from pages(entry, f"{namespace}{inner}")


def word(answer: HttpResponseBase) -> str:
    if answer.headers.get("Location", "").startswith(reverse("accounts:sign_in")):
        return LOGIN
    return WORDS.get(answer.status_code, str(answer.status_code))


def ask(scene: Scene, persona: str, row: Row) -> HttpResponseBase:
    """Ask as the persona, and take back whatever the answer changed."""
    # What the scene makes it remembers: it is made before, or it would be taken back too.
    scene.person(persona)
    arguments = scene.arguments(row.about)
    with transaction.atomic():
        answer = sent(signed_in(scene, persona), row, arguments)
        transaction.set_rollback(True)
    return answer


def signed_in(scene: Scene, persona: str) -> Client:
    client = Client(raise_request_exception=False)
    user = scene.person(persona)
    if user:
        client.force_login(user)
        show_the_second_step(client)
    return client


def sent(client: Client, row: Row, arguments: list[object]) -> HttpResponseBase:
    address = reverse(row.page, args=arguments)
    answer: HttpResponseBase = getattr(client, row.method)(address, row.sending)
    return answer


def show_the_second_step(client: Client) -> None:
    """Administer with all one’s rights; what rests without it is in test_two_steps."""
    session = client.session
    mark_strong(session)
    session.save()


def test_every_page_is_in_the_table() -> None:
    assert set(pages(get_resolver())) == {row.page for row in ACCESS}


def test_no_page_is_nameless_and_no_row_is_there_twice() -> None:
    names = list(pages(get_resolver()))
    rows = [(row.page, row.method, row.about, str(row.sending)) for row in ACCESS]

    assert [name for name in names if name.endswith("None")] == []
    assert len(set(names)) == len(names)
    assert len(set(rows)) == len(rows)


@pytest.mark.django_db
@pytest.mark.parametrize("row", ACCESS, ids=str)
def test_access(row: Row) -> None:
    scene = Scene()

    answers = {persona: word(ask(scene, persona, row)) for persona in PERSONAS}

    assert answers == dict(zip(PERSONAS, row.expected, strict=True))


@pytest.mark.django_db
@pytest.mark.parametrize("page", sorted({row.page for row in ACCESS}))
def test_a_method_that_is_not_in_the_table_is_refused(page: str) -> None:
    scene = Scene()
    rows = [row for row in ACCESS if row.page == page]
    others = [method for method in METHODS if method not in {row.method for row in rows}]
    asked = partial(Row, page, about=rows[0].about, expected=())

    answers = {ask(scene, "administrator", asked(method=method)).status_code for method in others}

    assert answers <= {HTTPStatus.METHOD_NOT_ALLOWED}
