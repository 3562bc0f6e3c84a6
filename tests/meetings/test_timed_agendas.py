"""When the items of an agenda are dealt with: minutes are planned, the clock follows.

Seen red: with letters that begin after their number, with a break that takes a number, with an
item without minutes that leaves the clock certain, with a plan into the next day, with times that
stay when the meeting has been held, with minutes left out of the pack’s mark, with a break in the
minutes or counted, and with the database open for a break that is dealt with and for 601 minutes.
"""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from samklang.meetings import actions, queries
from samklang.meetings.models import MOST_MINUTES, AgendaItem, Meeting
from samklang.meetings.packing import contents
from samklang.meetings.timing import Timetable
from samklang.meetings.written import ItemWords
from tests.meetings.desk import Desk, client, desk
from tests.meetings.papers import gathered, url, words_of

pytestmark = pytest.mark.django_db


def meeting_at(start: time | None = time(9), end: time | None = time(10)) -> Desk:
    at = desk()
    Meeting.objects.filter(pk=at.meeting.pk).update(start_time=start, end_time=end)
    return at


def plan(at: Desk, title: str, minutes: int | None, **said: object) -> AgendaItem:
    under = said.pop("under", None)
    words = ItemWords(title, minutes=minutes, is_break=bool(said.get("is_break")))
    return actions.add_item(
        at.meeting,
        words,
        under=under if isinstance(under, AgendaItem) else None,
        by=at.by,
        seen=at.now.version,
    )


def clock(at: Desk) -> dict[str, str]:
    items = list(at.meeting.items.all())
    timetable = Timetable(at.now, items)
    return {str(one): str(timetable.of(one)) for one in items}


def read(answer: Any) -> str:
    return str(answer.content.decode())


def test_each_item_begins_when_those_before_it_are_done() -> None:
    at = meeting_at()
    plan(at, "Öppnande", 5)
    paths = plan(at, "Stigar", None)
    plan(at, "Karta", 10, under=paths)
    plan(at, "Skyltar", 15, under=paths)
    plan(at, "Kaffe", 10, is_break=True)
    moss = plan(at, "Mossa", 20)
    plan(at, "Torr mossa", 5, under=moss)

    assert clock(at) == {
        "1 Öppnande": "09.00–09.05, 5 min",
        "2 Stigar": "09.05–09.30, 25 min",
        "2 a) Karta": "09.05–09.15, 10 min",
        "2 b) Skyltar": "09.15–09.30, 15 min",
        "Kaffe": "09.30–09.40, 10 min",
        # A number’s own minutes are for all of its letters.
        "3 Mossa": "09.40–10.00, 20 min",
        "3 a) Torr mossa": "09.40–09.45, 5 min",
    }


def test_what_follows_an_item_without_minutes_begins_then_or_later() -> None:
    at = meeting_at(time(23), None)
    plan(at, "Öppnande", None)
    plan(at, "Stigar", 50)
    plan(at, "Mossa", 15)
    plan(at, "Slut", 5)

    assert clock(at) == {
        "1 Öppnande": "23.00",
        "2 Stigar": "cirka 23.00, 50 min",
        "3 Mossa": "cirka 23.50, 15 min",
        # A plan that runs into the next day says no time of this one.
        "4 Slut": "5 min",
    }
    Meeting.objects.filter(pk=at.meeting.pk).update(start_time=None)
    assert clock(at)["2 Stigar"] == "50 min"
    assert clock(at)["1 Öppnande"] == ""


def test_an_agenda_that_is_longer_than_its_meeting_says_by_how_much() -> None:
    at = meeting_at()
    item = plan(at, "Stigar", 60)
    ester = client(at.ester)
    page = at.meeting.get_absolute_url()
    assert "Planerad tid: 60 av mötets 60 min." in read(ester.get(page))

    sent = {"title": "Stigar", "minutes": "85 min", "version": at.now.version}
    assert ester.post(url("change_item", at.meeting.pk, item.pk), sent).status_code == 302

    shown = read(ester.get(page))
    assert "Dagordningen är 25 minuter längre än mötet." in shown
    assert "09.00–10.25, 85 min" in shown
    summons = words_of(gathered(at, at.ester))
    assert "25 minuter längre än mötet" in " ".join(summons.split())
    assert "09.00–10.25" in summons
    # What has been held was as long as it was.
    Meeting.objects.filter(pk=at.meeting.pk).update(state="held")
    assert "85 min" not in read(ester.get(page))


def test_minutes_are_whole_and_what_was_typed_stays() -> None:
    at = meeting_at()
    ester = client(at.ester)
    for wrong in ("0", "-5", "7,5", "en kvart", str(MOST_MINUTES + 1), "9" * 5000):
        sent = {"title": "Stigar", "minutes": wrong, "version": at.now.version}
        answer = ester.post(url("add_item", at.meeting.pk), sent)
        assert answer.status_code == 422
        assert "Skriv hela minuter, från 1 till 600, eller ingenting." in read(answer)
        assert f'value="{wrong}"' in read(answer)
    assert not at.meeting.items.exists()
    for right, kept in (("15", 15), ("15 minuter", 15), ("", None), (str(MOST_MINUTES), 600)):
        sent = {"title": "Stigar", "minutes": right, "version": at.now.version}
        assert ester.post(url("add_item", at.meeting.pk), sent).status_code == 302
        assert AgendaItem.objects.latest("pk").planned_minutes == kept


def test_a_break_has_a_time_and_no_number_and_nothing_is_said_of_it() -> None:
    at = meeting_at()
    at.add("Stigar", "for_decision")
    ester = client(at.ester)
    sent = {"title": "Kaffe", "under": "break", "minutes": "15", "version": at.now.version}
    refused = ester.post(url("add_item", at.meeting.pk), {**sent, "kinds": ["for_decision"]})
    assert (refused.status_code, "En paus har bara rubrik och tid" in read(refused)) == (422, True)

    assert ester.post(url("add_item", at.meeting.pk), sent).status_code == 302
    at.add("Mossa", "for_information")

    assert at.marks() == ["1 Stigar", "Kaffe", "2 Mossa"]
    pause = at.meeting.items.get(is_break=True)
    form = read(ester.get(url("change_item", at.meeting.pk, pause.pk)))
    assert ('name="minutes"' in form, 'name="kinds"' in form) == (True, False)
    assert "Kaffe" not in read(ester.get(url("add_item", at.meeting.pk)))
    sent = {"title": "Fika", "minutes": "20", "version": at.now.version}
    assert ester.post(url("change_item", at.meeting.pk, pause.pk), sent).status_code == 302
    actions.move_item(at.meeting.items.get(is_break=True), up=True, by=at.by)
    assert at.marks() == ["Fika", "1 Stigar", "2 Mossa"]

    actions.send_out(at.meeting, by=at.by)
    minutes = actions.begin_minutes(at.now, by=at.by)
    assert [str(one) for one in queries.noted_items(at.by, minutes)] == ["1 Stigar", "2 Mossa"]
    assert ester.get(url("note", at.meeting.pk, pause.pk)).status_code == 404


def test_the_database_keeps_the_minutes_and_the_breaks_as_they_are_meant() -> None:
    at = meeting_at()
    item, pause = plan(at, "Stigar", 10), plan(at, "Kaffe", 10, is_break=True)
    wrong = (
        (item, {"planned_minutes": 0}),
        (item, {"planned_minutes": MOST_MINUTES + 1}),
        (item, {"is_break": True}),
        (pause, {"for_decision": True}),
        (pause, {"number": 7}),
    )
    for one, said in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            AgendaItem.objects.filter(pk=one.pk).update(**said)


def test_a_break_is_not_counted_among_the_items() -> None:
    at = meeting_at()
    plan(at, "Stigar", 10)
    plan(at, "Kaffe", 10, is_break=True)
    ester = client(at.ester)

    assert "<p>1 punkt</p>" in read(ester.get(url("register")))
    assert "<dt>Punkter</dt><dd>1</dd>" in read(ester.get(url("send_out", at.meeting.pk)))


def test_other_minutes_make_another_pack() -> None:
    at = meeting_at()
    item = plan(at, "Stigar", 10)
    before = contents(at.by, at.now).mark
    AgendaItem.objects.filter(pk=item.pk).update(planned_minutes=15)
    assert contents(at.by, at.now).mark != before


def test_the_wall_says_what_is_planned() -> None:
    at = meeting_at()
    item, pause = plan(at, "Stigar", 20), plan(at, "Kaffe", 10, is_break=True)
    ester = client(at.ester)

    agenda = read(ester.get(url("projector", at.meeting.pk)))
    page = read(ester.get(url("project_item", at.meeting.pk, item.pk)))

    assert "09.00–09.20" in agenda
    assert "Planerat 09.00–09.20, 20 min" in page
    # Something without a number is called by its title.
    assert "Nästa: Kaffe" in page
    assert f'hidden data-spent="{item.pk}"' in page
    assert "Föregående: 1" in read(ester.get(url("project_item", at.meeting.pk, pause.pk)))
