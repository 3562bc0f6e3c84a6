"""A meeting on the wall of the room: large, item by item, with nothing that is hidden.

Seen red: with a hidden attachment shown to whoever may read it, with a heading among the steps,
with what the minutes say in their own words, and with an item of another meeting.
"""

from __future__ import annotations

import pytest

from samklang.meetings import actions
from samklang.meetings.models import AgendaItem
from samklang.meetings.written import ItemWords, Plan, PresenterWords
from tests import cast
from tests.meetings.desk import client, desk
from tests.meetings.papers import attach, confidential, url

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_room_sees_one_item_after_another_and_no_hidden_attachment() -> None:
    lund = desk()
    heading = lund.add("Aktuellt")
    words = ItemWords(
        "Stigar",
        ("for_dialogue", "for_decision"),
        (PresenterWords.read("Ek Ekman, vakt, Lund"),),
        proposals=("att röja stigarna",),
    )
    paths = actions.add_item(lund.meeting, words, under=heading, by=lund.by, seen=lund.now.version)
    moss = lund.add("Mossa", "for_information", under=heading)
    attach(lund, "1", "Karta över stigar", paths, content=b"Karta", format="text")
    hidden = confidential("hidden", cast.organization("lund"))
    attach(lund, "Hemlig", "Hemlig karta", paths, wall=hidden)
    AgendaItem.objects.filter(pk=paths.pk).update(text="Någon svor.")
    ester = client(lund.ester)

    agenda = ester.get(url("projector", lund.meeting.pk)).content.decode()
    page = ester.get(url("project_item", lund.meeting.pk, paths.pk)).content.decode()

    for shown in ("1 b)", "Mossa", url("project_item", lund.meeting.pk, moss.pk), "Utkast, syns"):
        assert shown in agenda
    assert url("project_item", lund.meeting.pk, heading.pk) not in agenda
    for shown in (
        "1 av 2",
        "1 Aktuellt",
        "Ek Ekman, vakt, Lund",
        "Förslag till beslut",
        "att röja stigarna",
        "Karta över stigar",
        "Nästa: 1 b)",
    ):
        assert shown in page
    for kept in ("Hemlig", "Någon svor", "Föregående: "):
        assert kept not in page
    last = ester.get(url("project_item", lund.meeting.pk, moss.pk)).content.decode()
    assert ("Föregående: 1 a)" in last, "Nästa: " in last) == (True, False)
    assert ester.get(lund.meeting.get_absolute_url()).content.decode().count("/projektor/") == 1

    other = actions.call(lund.body, Plan(date=None), keeper=lund.meeting.keeper, by=lund.by)
    for meeting, item in ((other, paths), (lund.meeting, heading)):
        assert ester.get(url("project_item", meeting.pk, item.pk)).status_code == 404
