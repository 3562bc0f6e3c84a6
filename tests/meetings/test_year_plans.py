"""A year of meetings: a series, its proposed days, what is late, and what goes on to the next one.

Seen red: with days of rest offered, with a taken day made twice, with the page of what is only
announced linked, with a gap told to whoever does not see the agenda, with a past meeting called
late, with a cancelled meeting as the one before, with what was moved on left out, with words that
are being written told elsewhere, with a matter put there twice, with nothing moved
from an open agenda, and with a series written over.
"""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.meetings import actions, policies, queries
from samklang.meetings.actions import Conflict
from samklang.meetings.holidays import holidays, working_day
from samklang.meetings.models import AgendaItem, Meeting, Minutes, Series, StandingItem
from samklang.meetings.stop_dates import Stops, late, stops
from samklang.meetings.written import ItemWords, Plan, SeriesWords, StandingWords
from samklang.meetings.year_rule import Rule
from samklang.organizations.api import make_address
from samklang.organizations.models import Body
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.meetings.desk import Desk, client, desk

pytestmark = pytest.mark.django_db
THURSDAY = 3
HIDDEN = "Hemlig kanariepunkt"
USUAL = SeriesWords(
    "Nätverkets möten", THURSDAY, time(13), time(16), "Granen", "Gran Kotte", "Lav Stig", 14, 7,
    (StandingWords("Mötet öppnas", "Gran Kotte, ordförande"),
     StandingWords("Föregående anteckningar", kinds=("for_information",), is_previous_notes=True)),
)  # fmt: skip


def series_of(lund: Desk, words: SeriesWords = USUAL) -> Series:
    return actions.begin_series(lund.body, words, keeper=lund.meeting.keeper, by=lund.by)


def planned(lund: Desk, *days: date, announced: bool = False) -> list[Meeting]:
    return actions.plan_year(series_of(lund), days, announced=announced, by=lund.by)


def page(name: str, *about: object) -> str:
    return reverse(f"meetings:{name}", args=about)


@pytest.mark.one_database
def test_a_rule_means_the_days_that_people_mean_by_it() -> None:
    first, last = date(2027, 1, 7), date(2027, 6, 30)
    assert Rule(first, last, THURSDAY, every=8).days() == [
        date(2027, 1, 7), date(2027, 3, 4), date(2027, 4, 29), date(2027, 6, 24)
    ]  # fmt: skip
    # The second Thursday of every other month.
    assert Rule(first, last, THURSDAY, every=2, nth=2).days() == [
        date(2027, 1, 14), date(2027, 3, 11), date(2027, 5, 13)
    ]  # fmt: skip
    # The last of each; the first Thursday of January is the first day itself.
    assert Rule(first, date(2027, 2, 28), THURSDAY, nth=-1).days() == [
        date(2027, 1, 28), date(2027, 2, 25)
    ]  # fmt: skip
    assert Rule(first, first, THURSDAY, nth=1).days() == [first]
    assert len(Rule(first, date(2040, 1, 1), THURSDAY).days()) == 100


@pytest.mark.one_database
def test_the_days_of_rest_are_those_of_the_almanac() -> None:
    years = (2024, 2025, 2026, 2027, 2038)
    named = [{name: day for day, name in holidays("se", year).items()} for year in years]
    assert [one["Påskdagen"] for one in named] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)
    ]  # fmt: skip
    rests = holidays("se", 2026)
    assert rests[date(2026, 5, 14)] == "Kristi himmelsfärdsdag"
    assert rests[date(2026, 6, 19)] == "Midsommarafton"
    assert rests[date(2026, 10, 31)] == "Alla helgons dag"
    # Back over Easter: from Easter Monday to Maundy Thursday.
    assert working_day(date(2026, 4, 6), country="se") == date(2026, 4, 2)
    assert holidays("none", 2026) == {}


def test_a_year_is_proposed_looked_at_and_made_with_days_of_rest_skipped() -> None:
    lund = desk()
    lund.body.partnership.__class__.objects.update(country="se")
    Body.objects.update(organization=lund.meeting.keeper)
    made = client(lund.ester).post(page("begin_series"), {
        "body": lund.body.pk, "keeper": lund.meeting.keeper_id, "name": "Nätverkets möten",
        "weekday": "3", "start_time": "13.00", "matters_days": "14", "papers_days": "7",
        "title_0": "Mötet öppnas", "title_1": "Föregående anteckningar", "previous_1": "on",
        "kinds_1": ["for_information"],
    })  # fmt: skip
    series = Series.objects.get()
    assert made.headers["Location"] == series.get_absolute_url()
    assert [str(one) for one in series.standing_items.all()] == [
        "Mötet öppnas", "Föregående anteckningar"
    ]  # fmt: skip

    rule = {"way": "weeks", "first_day": "2027-04-22", "last_day": "2027-05-14", "every": "1"}
    address = page("propose", series.pk)
    shown = client(lund.ester).get(address, rule).content.decode()
    assert "<s>torsdag 6 maj 2027</s>" in shown
    assert "<strong>Hoppas över:</strong> Kristi himmelsfärdsdag" in shown
    assert 'value="2027-05-06"' not in shown
    assert Meeting.objects.count() == 1
    none = client(lund.ester).post(address, {**rule, "known": "announced"})
    assert none.status_code == 422
    assert "Kryssa för minst en dag." in none.content.decode()
    days = ["2027-04-22", "2027-04-29"]
    client(lund.ester).post(address, {**rule, "day": days, "known": "announced"})
    again = client(lund.ester).post(address, {**rule, "day": days, "known": "announced"})
    assert again.status_code == 422
    first, second = series.meetings.order_by("date")
    assert (str(first.date), first.start_time, first.is_draft) == (days[0], time(13), True)
    assert [one.title for one in second.items.all()] == ["Mötet öppnas", "Föregående anteckningar"]
    assert {*Entry.objects.filter(target_id=first.pk).values_list("verb", flat=True)} >= {
        "meeting.planned", "meeting.announced"
    }  # fmt: skip


def test_the_county_knows_the_day_of_what_is_announced_and_nothing_of_its_agenda() -> None:
    lund = desk()
    first, second = planned(lund, date(2027, 2, 11), date(2027, 3, 11))
    seen = client(lund.rune)
    plan = page("year_plan") + "?year=2027"
    assert "11 februari" not in seen.get(plan).content.decode()
    actions.announce(first, by=lund.by)
    version = Meeting.objects.get(pk=first.pk).version
    actions.add_item(
        first, ItemWords(HIDDEN, ("for_decision",)), under=None, by=lund.by, seen=version
    )

    told = seen.get(plan).content.decode()
    assert "11 februari 2027</time>, 13.00–16.00" in told
    assert "11 mars" not in told
    assert "Dagen visad för länet, dagordningen inte utskickad" in told
    assert "Underlag inne senast 28 januari" in told
    assert HIDDEN not in told
    assert f'href="{first.get_absolute_url()}"' not in told
    assert seen.get(first.get_absolute_url()).status_code == 404
    assert HIDDEN not in seen.get(page("year_picture", "svg") + "?year=2027").content.decode()
    # A meeting of another year is in another plan, and one of another body in no plan of this.
    assert str(second.get_absolute_url()) in client(lund.ester).get(plan).content.decode()
    other = cast.body("Mossnätverket")
    answer = client(lund.ester).get(f"{plan}&body={other.pk}").content.decode()
    assert "Du känner inte till något möte det året." in answer

    assert not policies.can_delete(lund.by, Meeting.objects.get(pk=first.pk))
    with pytest.raises(Conflict):
        actions.announce(first, by=lund.by)


def test_the_workbook_has_the_days_that_its_reader_knows() -> None:
    lund = desk()
    planned(lund, date(2027, 2, 11), announced=True)
    actions.call(lund.body, Plan(date(2027, 3, 1)), keeper=lund.meeting.keeper, by=lund.by)

    book = openpyxl.load_workbook(
        BytesIO(client(lund.rune).get(page("year_sheet") + "?year=2027").content)
    )
    rows = [[cell.value for cell in row] for row in book.worksheets[0]]
    assert [str(row[0])[:10] for row in rows[1:]] == ["2027-02-11"]


def test_what_should_have_been_done_is_said_with_how_late_it_is() -> None:
    lund = desk()
    [meeting] = planned(lund, date(2027, 2, 11))
    assert stops(meeting) == Stops(date(2027, 1, 28), date(2027, 2, 4))
    on_time, later = date(2027, 1, 28), date(2027, 2, 5)
    assert list(late(meeting, matter_count=0, today=on_time)) == []
    assert list(late(meeting, matter_count=0, today=later)) == [
        "Underlag skulle varit inne 28 januari, 8 dagar sen",
        "Handlingar skulle ha gått ut 4 februari, 1 dag sen",
    ]
    # Whoever does not see the agenda is told of no gap in it; what has been is not late.
    assert len(list(late(meeting, matter_count=None, today=later))) == 1
    assert list(late(meeting, matter_count=0, today=date(2027, 2, 12))) == []
    # The stop dates follow the meeting.
    actions.change_plan(meeting, Plan(date=date(2027, 3, 11)), by=lund.by, seen=meeting.version)
    assert stops(Meeting.objects.get(pk=meeting.pk)).matters == date(2027, 2, 25)


def test_previous_notes_lead_to_the_meeting_before_and_from_it_to_the_next() -> None:
    lund = desk()
    first, second = planned(lund, date(2027, 2, 11), date(2027, 3, 11))
    page_of_second = client(lund.ester).get(second.get_absolute_url()).content.decode()
    assert f'<a href="{first.get_absolute_url()}">Mötet den 11 februari 2027</a>' in page_of_second
    assert "Stående punkt" in page_of_second
    page_of_first = client(lund.ester).get(first.get_absolute_url()).content.decode()
    assert f'<dd><a href="{second.get_absolute_url()}">11 mars 2027</a>' in page_of_first

    # Who sees the later one only is led nowhere; one that is cancelled is none.
    actions.send_out(second, by=lund.by)
    assert (
        "Inget tidigare möte finns."
        in client(lund.rune).get(second.get_absolute_url()).content.decode()
    )
    Meeting.objects.filter(pk=first.pk).update(announced_at=timezone.now())
    actions.cancel(first, reason="Snö.", by=lund.by)
    shown = client(lund.ester).get(second.get_absolute_url()).content.decode()
    assert f'{lund.meeting.get_absolute_url()}">Mötet den 20 november 2026' in shown
    # Without a series the notes come in by themselves once there is something to lead to.
    alone = actions.call(lund.body, Plan(date(2027, 5, 1)), keeper=first.keeper, by=lund.by)
    assert [one.is_previous_notes for one in alone.items.all()] == [True]


def test_what_was_not_done_goes_on_to_a_later_meeting_once() -> None:
    lund = desk()
    [later] = planned(lund, date(2027, 2, 11))
    paths = lund.add("Stigar", "for_decision")
    lund.add("Mossa", "for_dialogue")
    sending = {"items": [paths.pk], "to": later.pk}
    assert client(lund.rune).get(page("carry_on", lund.meeting.pk)).status_code == 404
    empty = client(lund.ester).post(page("carry_on", lund.meeting.pk), {"to": later.pk})
    assert (empty.status_code, "Kryssa för minst ett ärende." in empty.content.decode()) == (
        422,
        True,
    )
    answer = client(lund.ester).post(page("carry_on", lund.meeting.pk), sending)
    assert answer.headers["Location"] == later.get_absolute_url()
    assert lund.marks() == ["1 Mossa"]
    moved = later.items.get(title="Stigar")
    assert (moved.matter, moved.mark, moved.for_decision) == (paths.matter, "3", True)

    # From a meeting that has been held nothing is moved, and nothing is put there twice.
    moss = lund.meeting.items.get()
    actions.send_out(lund.now, by=lund.by)
    actions.hold(lund.now, by=lund.by)
    for _time in range(2):
        actions.carry_on(queries.not_done(lund.by, lund.now), to=later, by=lund.by)
    assert lund.marks() == ["1 Mossa"]
    assert moss.matter is not None
    assert list(moss.matter.items.values_list("meeting", flat=True)) in (
        [lund.meeting.pk, later.pk], [later.pk, lund.meeting.pk]
    )  # fmt: skip
    # What the minutes say was moved on is offered, and of what is ended nothing; elsewhere it is
    # not known what minutes say that are being written.
    Minutes.objects.create(meeting=lund.now, secretary=lund.ester)
    for outcome, offered, elsewhere in (("moved_on", 1, 1), ("laid_to_files", 0, 1)):
        AgendaItem.objects.filter(pk=moss.pk).update(outcome=outcome)
        assert len(queries.not_done(lund.by, lund.now)) == offered
        assert len(queries.not_done(cast.acting_for(lund.cora), lund.now)) == elsewhere


def test_a_series_is_changed_by_whoever_saw_it_last_and_what_was_typed_stays() -> None:
    lund = desk()
    series = series_of(lund)
    sent: dict[str, Any] = {"name": "Annat namn", "weekday": "3", "version": series.version}
    for wrong, said in (
        (
            {"matters_days": "3", "papers_days": "7"},
            "Ärenden ska vara inne innan handlingarna går ut",
        ),
        ({"end_time": "12.00", "start_time": "13.00"}, "Det måste sluta efter att det börjar."),
        ({"title_0": "A", "previous_0": "on", "previous_1": "on"}, "Kryssa bara för en punkt."),
        ({"title_0": TEST_NUMBER}, "personnumret"),
    ):
        answer = client(lund.ester).post(page("change_series", series.pk), sent | wrong)
        assert (answer.status_code, said in answer.content.decode()) == (422, True), said
        assert "Annat namn" in answer.content.decode()
    actions.change_series(series, USUAL, by=lund.by, seen=series.version)
    stale = client(lund.ester).post(page("change_series", series.pk), sent)
    assert (stale.status_code, "Annat namn" in stale.content.decode()) == (409, True)
    assert client(lund.rune).get(series.get_absolute_url()).status_code == 404
    history = client(lund.ester).get(series.get_absolute_url()).content.decode()
    assert "Ändrade serien ”Nätverkets möten”" in history
    with pytest.raises(IntegrityError), transaction.atomic():
        Series.objects.update(matters_days=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        StandingItem.objects.update(is_previous_notes=True)


@pytest.mark.parametrize("count", [1, 30])
def test_the_plan_and_a_feed_ask_as_much_however_many_meetings_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lund = desk()
    days = [date.fromordinal(date(2027, 1, 4).toordinal() + 7 * number) for number in range(count)]
    planned(lund, *days, announced=True)
    secret = make_address("calendar_feed", scope="all", by=cast.acting_for(lund.rune))[1]
    reader = client(lund.rune)
    with django_assert_num_queries(
        3 + 5
    ):  # seen, known, bodies to choose between and to call, series
        reader.get(page("year_plan") + "?year=2027")
    with django_assert_num_queries(4):  # the feed and its person, their seats, seen, known
        Client().get(page("feed_file", secret))
