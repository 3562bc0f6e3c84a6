"""A meeting’s page that is the same as last time is not sent again, and is kept for its reader.

Seen red: with a page that is kept by the county’s changes alone, with one that is kept for all, and
with one that is kept with the keys of its forms. Of what one statement finds: with walls kept for
all readers, with minutes that are open to all, and with a history of all that is sealed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from samklang.meetings import actions
from samklang.meetings.actions.noting import Seen
from samklang.meetings.models import Attachment, Minutes
from samklang.meetings.queries import agenda, find_meeting
from samklang.meetings.written import NoteWords
from tests import cast
from tests.meetings.desk import client, desk
from tests.meetings.papers import attach, confidential

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def _kept(settings: Any) -> Iterator[None]:
    """Keep parts of pages as the product does, which most tests do not."""
    kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "meetings"}
    settings.CACHES = {"default": kept, "pages": kept}
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def asked(who: Client, address: str, etag: str = "") -> Any:
    return who.get(address, headers={"If-None-Match": etag} if etag else {})


def test_an_unchanged_page_is_not_sent_again_until_anything_in_it_changes() -> None:
    at = desk()
    item = at.add("Stigar", "for_decision")
    actions.send_out(at.meeting, by=at.by)
    actions.hold(at.now, by=at.by)
    minutes = actions.begin_minutes(at.now, by=at.by)
    rune, ester, address = client(at.rune), client(at.ester), at.meeting.get_absolute_url()

    def write(text: str, seen: int) -> None:
        words = NoteWords(text, "laid_to_files", (), ())
        actions.write_item(item, words, by=at.by, seen=Seen(seen))

    write("Mossan växer.", 0)
    # The first answer gives the browser the token that later pages are named by.
    asked(ester, address)
    told = asked(ester, address)
    assert "Mossan växer." in told.content.decode()
    same = asked(ester, address, told["ETag"])
    assert (same.status_code, same.content) == (HTTPStatus.NOT_MODIFIED, b"")
    # Whoever goes on writing is recorded once for a sitting; the page is another all the same.
    write("Mossan växer fort.", 1)
    assert "växer fort" in asked(ester, address, told["ETag"]).content.decode()

    asked(rune, address)
    before = asked(rune, address)
    assert "Mossan" not in before.content.decode()
    assert asked(rune, address, told["ETag"]).status_code == HTTPStatus.OK
    actions.check(minutes, by=cast.acting_for(at.cora))
    after = asked(rune, address, before["ETag"])
    assert "växer fort" in after.content.decode()


def test_the_forms_of_a_page_are_never_sent_twice_with_the_same_keys() -> None:
    at = desk()
    at.add("Stigar")
    ester, address = client(at.ester), at.meeting.get_absolute_url()

    keys = [
        set(re.findall(r'name="form_key" value="([^"]+)"', asked(ester, address).content.decode()))
        for _turn in range(2)
    ]
    assert keys[0]
    assert not keys[0] & keys[1]


def test_what_is_asked_in_one_statement_is_what_each_reader_may_see() -> None:
    at = desk()
    item = at.add("Stigar", "for_decision")
    attach(at, "1", "Karta", item)
    attach(at, "2", "Namn", item, wall=confidential("sealed"))
    attach(at, "3", "Hot", item, wall=confidential("hidden"))
    meeting = at.now
    readers = [cast.acting_for(one) for one in (at.ester, at.rune, at.cora)]
    for move in ("send_out", "hold", "begin_minutes"):
        getattr(actions, move)(at.now, by=at.by)
        if move == "send_out":
            attach(at, "4", "Lapp", wall=confidential("sealed"))
        for acting in readers:
            found, papers = agenda(acting, at.now), meeting.attachments
            assert list(found.attachments) == list(papers.visible_to(acting))
            labels = papers.sealed_from(acting).values_list("label", flat=True)
            assert [one.label for one in found.sealed] == list(labels)
            kind = Attachment._meta.label_lower
            told = {one.target_id for one in found.history if one.target_kind == kind}
            assert told <= {one.pk for one in found.attachments}
            minutes = Minutes.objects.visible_to(acting).filter(meeting=meeting)
            assert found.minutes == minutes.first()
            assert (find_meeting(acting, meeting.pk), found.items) == (meeting, (item,))
    assert [len(agenda(one, at.now).sealed) for one in readers] == [0, 2, 2]
