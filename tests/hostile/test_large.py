"""A megabyte in any field, or a style sheet's name at the end of any page, is no fault of ours.

Seen red: without PrivateMiddleware, and with a view that takes it for granted that a reason is
short.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.db import transaction

from tests.architecture.access_table import ACCESS, Row
from tests.architecture.scene import Scene
from tests.hostile.sending import RIGHT
from tests.hostile.showing import County
from tests.hostile.test_mass_assignment import FORMS, Sending

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
# A form of more bytes than this is refused whole.
ROOM = 2_000_000


def long(room: int) -> str:
    """What a regular expression is slow with that goes back over what it read, and much beside."""
    few = room // 20
    slow = ("a" * few + "!", " " * few + "x", "1-" * (few // 2), "((" * (few // 2), "@" * few)
    return "\n".join((*slow, "å" * (few * 7)))


def large(row: Row) -> tuple[Sending, list[str]]:
    """Return the form, and the names of its fields of text."""
    sending = Sending(row, Scene())
    sending.client.raise_request_exception = False
    with transaction.atomic():
        sent = RIGHT[row.page](sending.scene)
        transaction.set_rollback(True)
    return sending, [name for name, value in sent.items() if isinstance(value, str)]


@pytest.mark.parametrize("row", FORMS, ids=str)
def test_a_megabyte_in_every_field_is_answered(row: Row) -> None:
    sending, names = large(row)

    status = sending.status(dict.fromkeys(names, long(ROOM // (len(names) or 1))))

    assert status < 500
    assert status != HTTPStatus.REQUEST_ENTITY_TOO_LARGE


@pytest.mark.evidence
@pytest.mark.parametrize("row", FORMS, ids=str)
def test_a_megabyte_in_any_field_is_answered(row: Row) -> None:
    """One field at a time, so that no other is refused before it."""
    sending, names = large(row)

    statuses = {(name, sending.status({name: long(ROOM)})) for name in names}

    assert [one for one in statuses if one[1] >= 500] == []


@pytest.mark.parametrize(
    "ending",
    [
        "a.css",
        "?a.css",
        *(
            pytest.param(one, marks=pytest.mark.evidence)
            for one in ("a.js", ";a.css", "%2fa.css", "%00.css")
        ),
    ],
)
def test_no_private_page_passes_for_a_file_of_anybody(ending: str) -> None:
    """Else a cache on the way would keep it for others."""
    county = County()

    for row in ACCESS:
        if row.method == "get":
            answer = county.clients["editor"].get(f"{county.places[row]}{ending}")
            assert answer.status_code != 500
            kept = answer.headers.get("Cache-Control", "")
            assert "private" in kept or "no-store" in kept or "no-cache" in kept, row
            assert "Cookie" in answer.headers.get("Vary", ""), row
