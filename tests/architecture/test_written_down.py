"""What changes something is written down, and looking is free.

Every row of the access table is asked; that what is refused changes nothing is in test_access.
Seen red with `record` left out of one action, and with a page that wrote when it was looked at.
"""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samklang.accounts.models import User
from samklang.audit.models import Entry, Revision
from tests.architecture.access_table import ACCESS, DONE, FORM, OK, PERSONAS, Row
from tests.architecture.noticing import OF_A_PERSON, READING, is_ours
from tests.architecture.scene import Scene
from tests.architecture.test_access import show_the_second_step
from tests.posting import post

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

# That somebody was refused is written down, by one statement.
REFUSED = (403, 404)
# Of what is not decided it is told who read it; see tests/sharing.
READS = {
    ("sharing:preview", "draft and its receiver"),
    ("agreements:download", "draft text"),
    ("agreements:evidence", "decision with its evidence"),
    ("meetings:paper_file", "sealed paper file"),
    ("meetings:paper_file", "hidden paper file"),
}
# What happens to a received file stays inside the organization: the county has not changed.
INSIDE = {"inventories:release", "inventories:read_again"}

# Papers are gathered of what is there, and nobody in the scene has an address for a reminder.
CHANGES_NOTHING = {"meetings:make_pack", "decisions:remind_home"}

CHANGES = [row for row in ACCESS if row.method == "post" and not row.page.startswith(OF_A_PERSON)]
DONE_ROWS = [row for row in CHANGES if DONE in row.expected and row.page not in CHANGES_NOTHING]
LOOKS = [row for row in ACCESS if row.method == "get" and not row.page.startswith(OF_A_PERSON)]


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    show_the_second_step(client)
    return client


def personas(row: Row, *words: str) -> list[str]:
    both = zip(PERSONAS, row.expected, strict=True)
    return [persona for persona, word in both if word in words and persona != "anonymous"]


def asked(rows: list[Row], thing: str, *words: str) -> list[tuple[Row, str]]:
    """Return each row about the thing with each persona that is answered so."""
    about_it = [row for row in rows if row.about == thing]
    return [(row, persona) for row in about_it for persona in personas(row, *words)]


def about(rows: list[Row]) -> list[str]:
    return sorted({row.about for row in rows})


class Sending:
    """Sends to what is in a scene as those who are already signed in."""

    def __init__(self) -> None:
        self.scene = Scene()
        self.signed_in: dict[str, Client] = {}

    def address(self, row: Row) -> str:
        return reverse(row.page, args=self.scene.arguments(row.about))

    def user(self, persona: str) -> User:
        user = self.scene.person(persona)
        assert user is not None
        return user

    def client(self, persona: str) -> Client:
        if persona not in self.signed_in:
            self.signed_in[persona] = signed_in(self.user(persona))
        return self.signed_in[persona]


@pytest.mark.django_db
@pytest.mark.parametrize("thing", about(DONE_ROWS), ids=str)
def test_what_is_done_is_written_down_with_who_did_it(thing: str) -> None:
    sending = Sending()
    own = sending.scene.own

    for row, persona in asked(DONE_ROWS, thing, DONE):
        address, client = sending.address(row), sending.client(persona)
        with transaction.atomic():
            newest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            before = sum(Revision.objects.values_list("number", flat=True))

            post(client, address, row.sending)

            written = Entry.objects.filter(pk__gt=newest).exclude(verb__in=READING)
            assert written, (row, persona)
            assert {entry.actor for entry in written} == {sending.user(persona)}, row
            after = sum(Revision.objects.values_list("number", flat=True))
            if row.page in INSIDE:
                assert {entry.organization_id for entry in written} == {own.pk}, row
                assert after == before, row
            else:
                # What is told of a received file stays inside, beside what the county is told.
                county = [one for one in written if one.target_kind != "inventories.reading"]
                assert {one.partnership_id for one in county} == {own.partnership_id}, row
                assert after > before, row
            transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("thing", about(LOOKS), ids=str)
def test_looking_writes_nothing(thing: str) -> None:
    sending = Sending()

    for row in LOOKS:
        if row.about == thing:
            look_at(sending, row)


def look_at(sending: Sending, row: Row) -> None:
    address = sending.address(row)
    client = sending.client((personas(row, OK, DONE) or ["editor"])[-1])
    read_before = Entry.objects.filter(verb__in=READING).count()

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address, {name: str(value) for name, value in row.sending.items()})

    written = [one["sql"] for one in asked if is_ours(one["sql"])]
    readings = Entry.objects.filter(verb__in=READING).count() - read_before
    told = answer.status_code in REFUSED
    assert len(written) == told + readings, row
    assert readings or (row.page, row.about) not in READS
    assert all('"audit_entry"' in one for one in written), row


def test_every_change_is_either_done_or_asked_for_in_the_table() -> None:
    for row in CHANGES:
        if row.is_operators:
            continue
        assert {DONE, FORM} & set(row.expected), str(row)
