"""The letters by which a meeting comes into the calendars of those who sit in its body."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from samklang.meetings.calendar_entries import Entry, Method, calendar
from samklang.meetings.models import Meeting
from samklang.meetings.queries import find_entry
from samklang.organizations.api import Seated, seated

# How long a letter that the mail server did not take waits, the first time, the second and so on.
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
_log = logging.getLogger(__name__)

_SUBJECTS: dict[str, str | Promise] = {
    "sent_out": gettext_lazy("Meeting: %(body)s, %(day)s"),
    "moved": gettext_lazy("Changed: %(body)s, %(day)s"),
    "cancelled": gettext_lazy("Cancelled: %(body)s, %(day)s"),
}
_TEXTS: dict[str, str | Promise] = {
    "sent_out": gettext_lazy("%(keeper)s calls you to a meeting of %(body)s."),
    "moved": gettext_lazy("%(keeper)s has changed when or where %(body)s meets. It is now:"),
    "cancelled": gettext_lazy("%(keeper)s has cancelled the meeting of %(body)s: %(reason)s"),
}


def invited(meeting: Meeting) -> list[Seated]:
    """Return those who sit in the body on the day of the meeting."""
    return seated(meeting.body_id, on=meeting.date) if meeting.date else []


def tell_invited(meeting: Meeting, occasion: str, *, page: str) -> int:
    """Let a letter go to each with an address; return to how many."""
    addresses = [one.email for one in invited(meeting) if one.email]
    if not settings.SAMKLANG_MAIL:
        return 0
    language = translation.get_language() or settings.LANGUAGE_CODE
    for one in addresses:
        send_calendar_letter.enqueue(meeting.pk, one, occasion, page, language)
    return len(addresses)


@task()
def send_calendar_letter(  # what, to whom, why, where it leads, in which words
    meeting_id: int, to: str, occasion: str, page: str, language: str, failed: int = 0
) -> None:
    """Send what holds now, or try again later when the mail server does not take it."""
    entry = find_entry(meeting_id, address=page)
    if entry is None:
        return
    try:
        with translation.override(language):
            _letter(entry, occasion, to).send()
    except (SMTPException, OSError) as error:
        _log.error("no calendar letter about meeting %s: %s", meeting_id, type(error).__name__)
        if failed < len(WAITS):
            later = send_calendar_letter.using(run_after=timezone.now() + WAITS[failed])
            later.enqueue(meeting_id, to, occasion, page, language, failed + 1)


def _letter(entry: Entry, occasion: str, to: str) -> EmailMultiAlternatives:
    """Words for people, and the same as an entry that calendars take in."""
    meeting = entry.meeting
    # A letter that waited says what has become of the meeting since.
    occasion = "cancelled" if meeting.is_cancelled else occasion
    method = Method.CANCEL if meeting.is_cancelled else Method.REQUEST
    said = {
        "body": _one_line(meeting.body.name),
        "keeper": _one_line(meeting.keeper.name),
        "day": date_format(meeting.date, "j F Y") if meeting.date else "",
        "reason": meeting.cancel_reason,
    }
    subject = str(_SUBJECTS[occasion]) % said
    text = "\n\n".join(
        (_("Hello!"), str(_TEXTS[occasion]) % said, _when(meeting), _where_to(entry))
    )
    letter = EmailMultiAlternatives(subject, text, None, [to])
    letter.attach_alternative(calendar([entry], method, to=to).decode(), method.mime_type)
    return letter


def _when(meeting: Meeting) -> str:
    day = date_format(meeting.day, "l j F Y").capitalize()
    times = "–".join(
        f"{one:%H.%M}" for one in (meeting.start_time, meeting.end_time) if one is not None
    )
    return "\n".join(filter(None, (f"{day} {times}".strip(), meeting.place)))


def _where_to(entry: Entry) -> str:
    said = _("Sign in to read the agenda and the papers:\n%(address)s")
    return said % {"address": entry.address}


def _one_line(text: str) -> str:
    """A name with a line break in it must not become a header of its own."""
    return " ".join(text.split())
