"""Every page, every kind of person, one table; and what is refused changes nothing.

Seen red: every `visible_to` in queries and every `require` in views was taken away, one at a
time. Each turned a row here or in test_walls.py red, but for the two `require` behind a form that
already offers no other organization (agreements:create, inventories:record_finding). So did a
refused form that saved before it was asked, by the ORM and by a statement of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from http.cookies import SimpleCookie

import pytest
from django.db import connection, transaction
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
from tests.architecture.noticing import OF_A_PERSON, Writing, rows
from tests.architecture.scene import Scene
from tests.posting import post

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

THINGS = sorted({row.about for row in ACCESS})
REFUSED = (LOGIN, NO, HIDDEN, FORM)
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


class Asking:
    """Asks as each persona for what is in a scene, and takes back whatever the answer changed."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.signed_in: dict[str, Client] = {}
        # Who changed something although they were refused, and with what.
        self.wrongly_changed: list[str] = []

    def ask(
        self, persona: str, row: Row, arguments: list[object] | None = None
    ) -> HttpResponseBase:
        """Ask for the row's thing, or for what else the address is made from."""
        # What the scene makes it remembers: it is made before, or it would be taken back too.
        if persona not in self.signed_in:
            self.signed_in[persona] = signed_in(self.scene, persona)
        client = self.signed_in[persona]
        about = arguments or self.scene.arguments(row.about)
        cookies, writing, there = SimpleCookie(client.cookies), Writing(), None
        with connection.execute_wrapper(writing), transaction.atomic():
            answer = sent(client, row, about)
            # Where nothing was written there is nothing to look for.
            if writing.is_seen and changes_nothing(row, answer):
                there = rows()
            transaction.set_rollback(True)
        client.cookies = cookies
        if there is not None and there != rows():
            self.wrongly_changed.append(f"{row}: {persona}")
        return answer


def changes_nothing(row: Row, answer: HttpResponseBase) -> bool:
    """Whether it was about the county, and refused."""
    return word(answer) in REFUSED and not row.page.startswith(OF_A_PERSON)


def signed_in(scene: Scene, persona: str) -> Client:
    client = Client(raise_request_exception=False)
    user = scene.person(persona)
    if user:
        client.force_login(user)
        show_the_second_step(client)
    return client


def sent(client: Client, row: Row, arguments: list[object]) -> HttpResponseBase:
    address = reverse(row.page, args=arguments)
    if row.method == "post":
        return post(client, address, row.sending)  # type: ignore[no-any-return]
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
@pytest.mark.parametrize("about", THINGS, ids=str)
def test_access(about: str) -> None:
    asking = Asking(Scene())
    told = [row for row in ACCESS if row.about == about]

    answers = {
        str(row): {persona: word(asking.ask(persona, row)) for persona in PERSONAS} for row in told
    }

    assert answers == {str(row): dict(zip(PERSONAS, row.expected, strict=True)) for row in told}
    assert asking.wrongly_changed == []


@pytest.mark.django_db
@pytest.mark.parametrize("about", THINGS, ids=str)
def test_a_method_that_is_not_in_the_table_is_refused(about: str) -> None:
    asking = Asking(Scene())

    answers = {
        (page, method): asking.ask(
            "administrator", Row(page, method, about, expected=())
        ).status_code
        for page in {row.page for row in ACCESS if row.about == about}
        for method in METHODS
        if method not in {row.method for row in ACCESS if row.page == page}
    }

    assert set(answers.values()) <= {HTTPStatus.METHOD_NOT_ALLOWED}, answers
