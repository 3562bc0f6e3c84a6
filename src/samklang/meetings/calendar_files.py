"""Writes calendar files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from samklang.meetings.calendar_entries import Entry, Method
from samklang.meetings.calendar_zone import zone
from samklang.meetings.models import Meeting

_PRODUCT = "-//Samklang//Samklang//SV"
# How often calendars may ask again, as they understand it.
_ASK_AGAIN = "PT1H"


def written(entries: Iterable[Entry], method: Method, *, to: str, name: str) -> bytes:
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method.value)
    if name:
        made.add("x-wr-calname", name)
        made.add("x-published-ttl", _ASK_AGAIN)
    made.add_component(zone())
    for one in entries:
        made.add_component(_event(one, to))
    return bytes(made.to_ical())


def _event(entry: Entry, to: str) -> Event:
    meeting, made = entry.meeting, Event()
    made.add("uid", entry.uid)
    made.add("sequence", entry.sequence)
    made.add("dtstamp", entry.changed_at)
    made.add("last-modified", entry.changed_at)
    made.add("summary", _summary(meeting))
    for when, moment in _moments(meeting):
        made.add(when, moment)
    if meeting.place:
        made.add("location", meeting.place)
    made.add("description", "\n".join(_description(entry)))
    if entry.address:
        made.add("url", entry.address)
    made.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    made.add("organizer", _organizer(meeting))
    if to:
        made.add("attendee", _attendee(to))
    return made


def _summary(meeting: Meeting) -> str:
    name = meeting.body.name
    return _("Cancelled: %(body)s") % {"body": name} if meeting.is_cancelled else name


def _moments(meeting: Meeting) -> Iterator[tuple[str, date | datetime]]:
    """A meeting without a time takes the whole day, and the day after is where it ends."""
    day = meeting.day
    if meeting.start_time is None:
        yield "dtstart", day
        yield "dtend", day + timedelta(days=1)
        return
    here = timezone.get_default_timezone()
    yield "dtstart", datetime.combine(day, meeting.start_time, tzinfo=here)
    if meeting.end_time is not None:
        yield "dtend", datetime.combine(day, meeting.end_time, tzinfo=here)


def _description(entry: Entry) -> Iterator[str]:
    meeting = entry.meeting
    if meeting.is_cancelled:
        yield _("The meeting is cancelled: %(reason)s") % {"reason": meeting.cancel_reason}
    yield _("Called by %(keeper)s.") % {"keeper": meeting.keeper.name}
    if entry.address:
        yield _("Agenda and papers: %(address)s") % {"address": entry.address}
    elif not meeting.is_cancelled:
        yield _("The agenda is not sent out yet.")


def _organizer(meeting: Meeting) -> vCalAddress:
    address = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    address.params["cn"] = vText(meeting.keeper.name)
    return address


def _attendee(to: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{to}")
    address.params["role"] = vText("REQ-PARTICIPANT")
    address.params["partstat"] = vText("NEEDS-ACTION")
    address.params["rsvp"] = vText("FALSE")
    return address
