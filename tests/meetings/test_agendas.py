"""An agenda from its first draft until the meeting has been held.

Seen red: with drafts open to the county, with a draft’s past told in the history, with an item
under a number that does not move, with a removed heading that takes its letters’ place, with a
form that forgets which version it saw, with a held meeting open for writing, with a shared matter
kept by an item that leaves it, with presenters asked for one by one, and with an end before its
beginning, and with a two hundred and first item.
"""

from __future__ import annotations

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings import actions
from samklang.meetings.models import MOST_ITEMS, AgendaItem, Attachment, Matter, Meeting
from samklang.meetings.page import MeetingPage
from samklang.meetings.queries import agenda
from samklang.meetings.written import ItemWords, Plan, PresenterWords
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.meetings.desk import Desk, client, desk

pytestmark = pytest.mark.django_db
# What every page needs to know who is looking.
WHO = 3
DAY_BEFORE = date(2026, 11, 13)


def url(page: str, *about: object) -> str:
    return reverse(f"meetings:{page}", args=about)


def test_numbers_follow_what_is_added_moved_and_removed() -> None:
    lund = desk()
    lund.add("Öppnande")
    paths = lund.add("Aktuellt")
    lund.add("Stigar", "for_decision", under=paths)
    moss = lund.add("Mossa", "for_dialogue", under=paths)
    last = lund.add("Avslutning")
    assert lund.marks() == [
        "1 Öppnande",
        "2 Aktuellt",
        "2 a) Stigar",
        "2 b) Mossa",
        "3 Avslutning",
    ]

    actions.move_item(last, up=True, by=lund.by)
    actions.move_item(moss, up=True, by=lund.by)
    # What is first already stays where it is.
    actions.move_item(moss, up=True, by=lund.by)
    moved = ["1 Öppnande", "2 Avslutning", "3 Aktuellt", "3 a) Mossa", "3 b) Stigar"]
    assert lund.marks() == moved

    actions.remove_item(paths, by=lund.by)
    assert lund.marks() == ["1 Öppnande", "2 Avslutning", "3 Mossa", "4 Stigar"]
    # A heading and what every meeting has are no matters.
    assert [one.title for one in Matter.objects.all()] == ["Mossa", "Stigar"]


def test_an_item_follows_a_matter_that_others_have_and_leaves_it_again() -> None:
    lund = desk()
    first, second = lund.add("Stigar", "for_information"), lund.add("Beslut", "for_decision")
    shared = first.matter

    words = ItemWords("Stigar: beslut", ("for_decision",), matter=shared)
    actions.change_item(second, words, by=lund.by, seen=lund.now.version)
    second.refresh_from_db()
    assert second.matter == shared

    alone = ItemWords("Stigar: beslut", ("for_decision",), (PresenterWords.read("Ek, vakt, A, B"),))
    actions.change_item(second, alone, by=lund.by, seen=lund.now.version)
    second.refresh_from_db()
    assert second.matter != shared
    assert [one.organization_name for one in second.presenters.all()] == ["A, B"]


def test_a_draft_is_seen_by_whoever_calls_it_and_then_by_the_county_without_its_past() -> None:
    lund = desk()
    secret = lund.add("Hemlig mossa", "for_decision")
    kept = lund.add("Öppen stig", "for_decision")
    actions.remove_item(secret, by=lund.by)
    ester, rune, cora = (client(one) for one in (lund.ester, lund.rune, lund.cora))
    assert kept.matter is not None
    pages = [lund.meeting.get_absolute_url(), kept.matter.get_absolute_url()]

    for one in (rune, cora):
        assert [one.get(page).status_code for page in pages] == [404, 404]
        assert "Skogsnätverket" not in one.get(url("register")).content.decode()
    assert "Utkast, syns bara för Lund kommun" in ester.get(pages[0]).content.decode()

    shown = ester.get(url("send_out", lund.meeting.pk)).content.decode()
    assert "Alla med uppdrag i Nordmark ser då mötet" in shown
    assert ester.post(url("send_out", lund.meeting.pk)).status_code == 302

    for one in (rune, cora):
        page = one.get(pages[0]).content.decode()
        assert "Öppen stig" in page
        assert "Hemlig mossa" not in page
        assert "Skickade ut dagordningen till länet" in page
    assert "Hemlig mossa" in ester.get(pages[0]).content.decode()
    assert rune.get(url("change", lund.meeting.pk)).status_code == 403
    assert cora.get(url("change", lund.meeting.pk)).status_code == 200


def test_a_held_meeting_stands_as_it_was() -> None:
    lund = desk()
    item = lund.add("Stigar", "for_decision")
    ester = client(lund.ester)
    assert ester.post(url("hold", lund.meeting.pk)).status_code == 403
    actions.send_out(lund.meeting, by=lund.by)

    assert ester.post(url("hold", lund.meeting.pk)).status_code == 302

    assert ester.get(url("change_item", lund.meeting.pk, item.pk)).status_code == 403
    page = ester.get(lund.meeting.get_absolute_url()).content.decode()
    assert "Mötet har hållits. Dagordningen står kvar som den var." in page
    with pytest.raises(MoveNotAllowed):
        lund.add("Något mer")
    with pytest.raises(MoveNotAllowed):
        actions.send_out(lund.meeting, by=lund.by)
    told = list(Entry.objects.filter(target_kind="meetings.meeting").values_list("verb", flat=True))
    assert sorted(told) == sorted(
        ["meeting.called", "agenda.item_added", "meeting.sent_out", "meeting.held"]
    )


def test_what_comes_late_or_is_wrong_keeps_what_was_typed() -> None:
    lund = desk()
    ester = client(lund.ester)
    late = {"version": lund.now.version, "title": "Min stig", "presenters": "Ek, vakt"}
    lund.add("Mossa")

    answer = ester.post(url("add_item", lund.meeting.pk), late)
    page = answer.content.decode()
    assert (answer.status_code, "Någon sparade medan du skrev" in page) == (409, True)
    assert "Min stig" in page
    # What is shown then can be sent as it stands.
    again = ester.post(url("add_item", lund.meeting.pk), {**late, "version": lund.now.version})
    assert again.status_code == 302

    wrong = {"version": lund.now.version, "title": f"Ek {TEST_NUMBER}", "presenters": "Ek, vakt"}
    refused = ester.post(url("add_item", lund.meeting.pk), wrong)
    assert refused.status_code == 422
    assert "Ta bort personnumret" in refused.content.decode()
    plan = {"version": lund.now.version, "start_time": "25 över", "end_time": "13.00"}
    told = ester.post(url("change", lund.meeting.pk), plan).content.decode()
    assert "Skriv tiden med timmar och minuter" in told
    plan |= {"date": "2026-12-01", "start_time": "13.00", "end_time": "9.00"}
    told = ester.post(url("change", lund.meeting.pk), plan).content.decode()
    assert "Det måste sluta efter att det börjar." in told


def test_attachments_that_can_be_taken_for_each_other_are_pointed_out_where_they_are() -> None:
    lund = desk()
    first, second = lund.add("Stigar"), lund.add("Mossa")
    ester = client(lund.ester)
    add = url("add_attachment", lund.meeting.pk)
    for label, items in (("2", [first.pk]), ("2 A-B", [second.pk]), ("7", [])):
        sent = {"version": lund.now.version, "label": label, "items": items, "title": "Karta"}
        assert ester.post(add, sent).status_code == 302

    page = MeetingPage(agenda(lund.by, lund.now))
    (clash,) = page.rows[0].clashes
    assert (clash.here, clash.there) == ("1", "2")
    assert [one.label for one in page.of_the_meeting] == ["7"]

    paper = Attachment.objects.get(label="2 A-B")
    change = url("change_attachment", lund.meeting.pk, paper.pk)
    sent = {"version": paper.version, "label": "3", "items": [second.pk], "is_late": "on"}
    assert ester.post(change, sent).status_code == 302
    shown = ester.get(lund.meeting.get_absolute_url()).content.decode()
    assert "kan förväxlas" not in shown
    assert "kom sent" in shown


def held(lund: Desk, count: int) -> None:
    for number in range(count):
        meeting = Meeting.objects.create(
            partnership=lund.meeting.partnership, body=lund.body, keeper=lund.meeting.keeper,
            state="held", place=f"Glänta {number}",
        )  # fmt: skip
        AgendaItem.objects.create(meeting=meeting, position=1, title="Mossa")


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_and_a_meeting_ask_as_much_however_many_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lund = desk()
    held(lund, count)
    matter = Matter.objects.create(partnership=lund.meeting.partnership, title="Mossa")
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=lund.meeting, position=n, number=n, title="Sten", matter=matter)
        for n in range(1, count + 1)
    )
    for item in lund.meeting.items.all():
        Attachment.objects.create(meeting=lund.meeting, label=str(item.number)).items.add(item)
    ester = client(lund.ester)

    # Those to come, how many held, those held; the bodies that one may call to a meeting.
    with django_assert_num_queries(WHO + 4):
        ester.get(url("register"))
    # Whether the page is the same as last time; whether it has forms, with its minutes; the same
    # again, all of it, and what waits for its body.
    with django_assert_num_queries(WHO + 7):
        ester.get(lund.meeting.get_absolute_url())
    # The meeting, all of it; texts in its files, readers, a pack on its way and one that is made.
    with django_assert_num_queries(WHO + 5):
        ester.get(url("papers", lund.meeting.pk))


def test_the_database_knows_what_is_always_true() -> None:
    lund = desk()
    item = lund.add("Stigar")
    for wrong in (
        {"state": "cancelled"},
        {"date": None, "start_time": time(9)},
        {"start_time": time(9), "end_time": time(8)},
        {"state": "planned", "sent_at": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.filter(pk=lund.meeting.pk).update(**wrong)
    for bad in ({"number": 1}, {"number": None, "letter": "a"}, {"title": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AgendaItem.objects.create(meeting=lund.meeting, position=9, **{"title": "X", **bad})
    assert item.mark == "1"


def test_a_body_of_another_county_is_not_offered() -> None:
    lund = desk()
    far = cast.partnership("sydmark")
    there = lund.body.__class__.objects.create(partnership=far, code="far", name="Fjärran")
    sent = {"body": there.pk, "keeper": cast.organization("support").pk}

    answer = client(lund.cora).post(url("call"), sent)

    assert answer.status_code == 422
    assert Plan(date=None).values()["place"] == ""
    assert Meeting.objects.count() == 1


def test_an_agenda_has_room_for_two_hundred_items_and_says_so() -> None:
    lund = desk()
    for number in range(1, MOST_ITEMS + 1):
        AgendaItem.objects.create(
            meeting=lund.meeting, position=number, number=number, title=f"Punkt {number}"
        )
    ester = client(lund.ester)
    sent = {"title": "Sist av allt", "version": lund.now.version}
    refused = ester.post(url("add_item", lund.meeting.pk), sent)
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Dagordningen har 200 punkter, och fler får den inte ha." in page
    assert 'value="Sist av allt"' in page

    earlier = actions.call(lund.body, Plan(date=DAY_BEFORE), keeper=lund.meeting.keeper, by=lund.by)
    words = ItemWords("Mossa", ("for_decision",))
    actions.add_item(earlier, words, under=None, by=lund.by, seen=earlier.version)
    moss = earlier.items.get(title="Mossa")
    sent = {"items": [moss.pk], "to": lund.meeting.pk}
    refused = ester.post(url("carry_on", earlier.pk), sent)
    assert (refused.status_code, "200 punkter" in refused.content.decode()) == (422, True)
    assert earlier.items.filter(pk=moss.pk).exists()
    assert lund.meeting.items.count() == MOST_ITEMS


def test_the_way_to_a_meeting_leads_by_its_body() -> None:
    lund = desk()
    body = f'<a href="{lund.body.get_absolute_url()}">Skogsnätverket</a>'
    for page in (lund.meeting.get_absolute_url(), url("change", lund.meeting.pk)):
        assert body in client(lund.ester).get(page).content.decode()
