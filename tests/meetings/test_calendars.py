"""A meeting in people’s calendars: sent, moved, cancelled, and read by a secret address.

What we write is read by vobject, a parser of its own. Seen red: with a number
that never grows, with the first Sunday for the last, with a cancelling letter that asks to come,
with drafts in a feed, with a feed that outlives its person, with a right that is not asked for at
reading, with the agenda of a cancelled draft open, with a draft’s moves told, with a known meeting
that loses its day, with an entry stamped anew each time, with the page’s address told to whoever
may not see it, and with the secret kept as it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from email.message import Message
from typing import Any

import pytest
import vobject
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.erasure import pseudonymize
from samklang.accounts.models import User
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.meetings import actions, policies
from samklang.meetings.calendar_zone import zone
from samklang.meetings.models import Meeting
from samklang.meetings.queries import agenda
from samklang.meetings.sayings import told
from samklang.meetings.written import Plan
from samklang.organizations.models import Body, Membership, Post, SecretAddress
from tests import cast
from tests.meetings.desk import Desk, client, desk

pytestmark = pytest.mark.django_db
IN_SUMMER, IN_WINTER = date(2027, 3, 29), date(2027, 3, 26)
AFTERNOON = {"start_time": time(13), "end_time": time(16)}


@pytest.fixture
def letters(settings: Any) -> None:
    settings.SAMKLANG_MAIL = "smtp://mail.example"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def seat(lund: Desk, user: User, address: str) -> None:
    User.objects.filter(pk=user.pk).update(email=address)
    Post.objects.create(body=lund.body, kind="member", person=user.name, email=address)


def at(lund: Desk, page: str, *more: object) -> str:
    return reverse(f"meetings:{page}", args=[lund.meeting.pk, *more])


def move(lund: Desk, day: date, **more: str) -> None:
    sent = {"version": lund.now.version, "date": day.isoformat(), "start_time": "13.00"}
    answer = client(lund.ester).post(at(lund, "change"), {**sent, "end_time": "16.00", **more})
    assert answer.status_code == 302


def calendar_parts() -> list[Message]:
    """The calendar part of each letter, as a mail program takes it apart."""
    parts = [part for one in mail.outbox for part in one.message().walk()]
    return [one for one in parts if one.get_content_type() == "text/calendar"]


def read(part: Message) -> Any:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return vobject.readOne(payload.decode())


def hour_of(event: Any) -> datetime:
    start: datetime = event.dtstart.value
    return start.astimezone(UTC)


def kept_by_calendar(parts: list[Message]) -> dict[str, Any]:
    """What a calendar has in the end: of each name the entry with the highest number."""
    kept: dict[str, Any] = {}
    for part in parts:
        said = read(part)
        assert part.get_param("method") == said.method.value
        event = said.vevent
        before = kept.get(event.uid.value)
        if before is None or int(event.sequence.value) > int(before.sequence.value):
            kept[event.uid.value] = event
    return kept


def test_moving_a_meeting_twice_over_summer_time_leaves_one_entry_at_the_right_hour(
    letters: None,
) -> None:
    """Show 4: from winter time into summer time and further, then cancelled."""
    lund = desk()
    seat(lund, lund.rune, "rune@orsa.example")
    Post.objects.create(body=lund.body, kind="member", person="Utan Adress")
    move(lund, IN_WINTER, place="Granen; sal 2, övre")
    assert mail.outbox == []
    answer = client(lund.ester).post(at(lund, "send_out"), follow=True)
    assert "Kalenderposten skickas till 1 person." in answer.content.decode()
    move(lund, IN_SUMMER)
    move(lund, date(2027, 6, 1), place="Tallen")

    assert [one.to for one in mail.outbox] == [["rune@orsa.example"]] * 3
    assert [part.get_param("method") for part in calendar_parts()] == ["REQUEST"] * 3
    sent_first = read(calendar_parts()[0])
    assert sent_first.vtimezone.tzid.value == "Europe/Stockholm"
    assert hour_of(sent_first.vevent) == datetime(2027, 3, 26, 12, tzinfo=UTC)
    assert sent_first.vevent.location.value == "Granen; sal 2, övre"
    [entry] = kept_by_calendar(calendar_parts()).values()
    # One o’clock is still one o’clock, an hour earlier by the sun.
    assert hour_of(entry) == datetime(2027, 6, 1, 11, tzinfo=UTC)
    assert entry.dtend.value.astimezone(UTC) == datetime(2027, 6, 1, 14, tzinfo=UTC)
    assert entry.location.value == "Tallen"


def test_a_cancelled_meeting_leaves_the_calendars_and_says_why(letters: None) -> None:
    lund = desk()
    seat(lund, lund.rune, "rune@orsa.example")
    client(lund.ester).post(at(lund, "send_out"))
    client(lund.ester).post(at(lund, "cancel"), {"reason": "Stormen tog granen."})

    assert [part.get_param("method") for part in calendar_parts()] == ["REQUEST", "CANCEL"]
    [entry] = kept_by_calendar(calendar_parts()).values()
    assert (entry.status.value, int(entry.sequence.value)) == ("CANCELLED", 1)
    assert "Stormen tog granen." in mail.outbox[-1].body
    assert "Stormen tog granen." in client(lund.rune).get(at(lund, "detail")).content.decode()


def test_what_is_changed_after_it_was_sent_out_says_so_and_a_draft_does_not(letters: None) -> None:
    lund = desk()
    lund.add("Stigar", "for_decision")
    move(lund, IN_WINTER)
    page = client(lund.rune)
    client(lund.ester).post(at(lund, "send_out"))
    before = page.get(at(lund, "detail")).content.decode()
    assert "ndrat efter" not in before

    move(lund, IN_SUMMER)
    lund.add("Mossa")
    said = page.get(at(lund, "detail")).content.decode()
    assert [said.count(one) for one in ("Ändrat efter utskick:", "skulle ha varit")] == [1, 1]
    assert "fredag 26 mars 2027 13.00–16.00" in said
    assert "Dagordningen är ändrad efter utskick," in said
    lines = [one.what for one in told(agenda(cast.acting_for(lund.rune), lund.now).history)]
    assert "Flyttade mötet från 2027-03-26, 13.00–16.00 till 2027-03-29, 13.00–16.00" in lines

    # What others know of keeps a day, and what was typed stays.
    kept = {"version": lund.now.version, "date": "", "place": "Tallen"}
    answer = client(lund.ester).post(at(lund, "change"), kept)
    assert answer.status_code == 422
    assert "Skriv den nya dagen, eller ställ in mötet." in answer.content.decode()
    assert 'value="Tallen"' in answer.content.decode()


def test_what_nobody_knows_of_is_deleted_and_what_others_know_of_is_cancelled() -> None:
    lund = desk()
    stigar = lund.add("Stigar", "for_decision")
    assert policies.can_delete(lund.by, lund.now)
    assert not policies.can_cancel(lund.by, lund.now)
    Meeting.objects.filter(pk=lund.meeting.pk).update(announced_at=timezone.now())
    assert policies.can_cancel(lund.by, lund.now)
    with pytest.raises(MoveNotAllowed):
        actions.delete_draft(lund.meeting, by=lund.by)

    # One that is cancelled before its agenda was sent keeps its agenda inside.
    actions.cancel(lund.now, reason="Ingen kan.", by=lund.by)
    assert client(lund.rune).get(at(lund, "detail")).status_code == 404
    assert "Ingen kan." in client(lund.ester).get(at(lund, "detail")).content.decode()
    assert not policies.can_write(lund.by, lund.now)
    with pytest.raises(MoveNotAllowed):
        actions.change_plan(lund.now, Plan(date=IN_SUMMER), by=lund.by, seen=lund.now.version)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=lund.meeting.pk).update(cancel_reason="")

    other = actions.call(lund.body, Plan(date=None), keeper=lund.meeting.keeper, by=lund.by)
    answer = client(lund.ester).post(reverse("meetings:delete", args=[other.pk]))
    assert answer.headers["Location"] == reverse("meetings:register")
    assert not Meeting.objects.filter(pk=other.pk).exists()
    assert Entry.objects.filter(verb="meeting.deleted").exists()
    assert stigar.matter is not None


def test_a_file_holds_the_meeting_as_whoever_asks_may_know_it() -> None:
    lund = desk()
    lund.add("Hemlig kanariepunkt", "for_decision")
    assert client(lund.rune).get(at(lund, "calendar_file")).status_code == 404
    Meeting.objects.filter(pk=lund.meeting.pk).update(announced_at=timezone.now())

    answer = client(lund.rune).get(at(lund, "calendar_file"))
    assert answer.headers["Content-Type"] == "text/calendar; method=PUBLISH; charset=utf-8"
    text = answer.content.decode()
    event = vobject.readOne(text).vevent
    # Without a time it takes the whole day.
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 11, 20), date(2026, 11, 21))
    assert "kanariepunkt" not in text
    assert at(lund, "detail") not in text
    assert at(lund, "detail") in client(lund.ester).get(at(lund, "calendar_file")).content.decode()

    actions.cancel(lund.now, reason="Ingen kan.", by=lund.by)
    answer = client(lund.rune).get(at(lund, "calendar_file"))
    assert "method=CANCEL" in answer.headers["Content-Type"]
    assert vobject.readOne(answer.content.decode()).method.value == "CANCEL"


def address(user: User, scope: str) -> str:
    answer = client(user).post(reverse("meetings:feed"), {"scope": scope})
    secret = answer.context["address"].rsplit("/", 2)[1]
    return reverse("meetings:feed_file", args=[secret])


def summaries(path: str) -> list[str]:
    answer = Client().get(path)
    assert answer.status_code == 200
    said = vobject.readOne(answer.content.decode())
    return [one.summary.value for one in said.contents.get("vevent", [])]


def test_a_secret_address_shows_what_its_person_may_see_until_it_is_ended() -> None:
    lund = desk()
    lund.add("Hemlig kanariepunkt", "for_decision")
    everything, own = address(lund.rune, "all"), address(lund.cora, "own_bodies")
    # A draft is nobody’s appointment, not even for those who write it.
    assert summaries(everything) == summaries(address(lund.ester, "all")) == []
    actions.send_out(lund.now, by=lund.by)
    assert summaries(everything) == ["Skogsnätverket"]
    assert summaries(own) == []
    seat(lund, lund.cora, "cora@nordmark.example")
    assert summaries(own) == ["Skogsnätverket"]

    # Whose right has ended reads nothing more, though the address is as it was.
    Membership.objects.filter(user=lund.rune).update(until_date=timezone.localdate() - timedelta(1))
    assert summaries(everything) == []


def test_an_address_is_read_again_only_when_something_has_changed() -> None:
    lund = desk()
    actions.send_out(lund.now, by=lund.by)
    everything, before = address(lund.rune, "all"), timezone.now() - timedelta(days=3)
    Meeting.objects.update(sent_at=before, recorded_at=before)

    first = Client().get(everything)
    stamp = vobject.readOne(first.content.decode()).vevent.dtstamp.value
    assert stamp == before.replace(microsecond=0)
    again = Client().get(everything, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Referrer-Policy"] == "no-referrer"
    assert "private" in first.headers["Cache-Control"]
    assert "kanariepunkt" not in first.content.decode()
    actions.cancel(lund.now, reason="Ingen kan.", by=lund.by)
    assert summaries(everything) == ["Inställt: Skogsnätverket"]
    changed = Client().get(everything, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_an_address_is_shown_once_replaced_and_ended() -> None:
    lund = desk()
    first, page = address(lund.cora, "own_bodies"), reverse("meetings:feed")
    secret = first.split("/")[-2]
    assert secret not in SecretAddress.objects.get().secret_hash
    assert secret not in str(list(Entry.objects.values_list("details", flat=True)))
    assert secret not in client(lund.cora).get(page).content.decode()

    second = address(lund.cora, "all")
    assert Client().get(first).status_code == 404
    assert summaries(second) == []
    client(lund.cora).post(reverse("meetings:end_feed"))
    assert Client().get(second).status_code == 404
    verbs = Entry.objects.filter(actor=lund.cora).values_list("verb", flat=True)
    assert sorted(verbs) == ["calendar_feed.ended", "calendar_feed.made", "calendar_feed.made"]

    third = address(lund.rune, "all")
    pseudonymize(lund.rune)
    assert Client().get(third).status_code == 404
    assert not SecretAddress.objects.exists()


@pytest.mark.one_database
def test_our_rules_for_summer_time_are_those_of_the_zone() -> None:
    ours = vobject.readOne(f"BEGIN:VCALENDAR\r\n{zone().to_ical().decode()}END:VCALENDAR\r\n")
    read_by_others, here = ours.vtimezone.tzinfo, timezone.get_default_timezone()
    noons = (datetime.combine(date(2025, 1, 1) + timedelta(days=day), time(12))
             for day in range(365 * 8))  # fmt: skip

    assert [noon for noon in noons if read_by_others.utcoffset(noon) != here.utcoffset(noon)] == []


def test_what_people_wrote_is_a_text_in_the_letter_and_in_the_entry(letters: None) -> None:
    """No line of ours ends where somebody wants it to, and no address is added."""
    lund = desk()
    seat(lund, lund.rune, "rune@orsa.example")
    Body.objects.update(name="Bo\r\nBcc: alla@evil.example")
    place = "Granen\r\nATTENDEE:mailto:alla@evil.example\nEND:VEVENT"
    Meeting.objects.update(place=place)
    client(lund.ester).post(at(lund, "send_out"))

    [letter] = mail.outbox
    assert letter.recipients() == ["rune@orsa.example"]
    assert letter.subject == "Möte: Bo Bcc: alla@evil.example, 20 november 2026"
    event = read(calendar_parts()[0]).vevent
    assert [one.value for one in event.attendee_list] == ["mailto:rune@orsa.example"]
    assert "ATTENDEE:mailto:alla@evil.example" in event.location.value
