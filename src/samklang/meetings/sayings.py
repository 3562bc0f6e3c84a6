"""What a meeting’s history says, in its readers’ words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.audit.api import Entry

_SAYINGS: dict[str, Promise] = {
    "meeting.called": gettext_lazy("Began the agenda"),
    "meeting.changed": gettext_lazy("Changed the day, the place or who leads the meeting"),
    "meeting.planned": gettext_lazy("Put the meeting in the year plan"),
    "series.begun": gettext_lazy("Began the series “%(what)s”"),
    "series.changed": gettext_lazy("Changed the series “%(what)s”"),
    "series.planned": gettext_lazy("Put meetings in the year plan: %(count)s"),
    "meeting.announced": gettext_lazy("Told the county which day the meeting is"),
    "meeting.moved": gettext_lazy("Moved the meeting from %(was)s to %(now)s"),
    "meeting.cancelled": gettext_lazy("Cancelled the meeting: %(reason)s"),
    "meeting.sent_out": gettext_lazy("Sent out the agenda to the county"),
    "meeting.held": gettext_lazy("Marked the meeting as held"),
    "meeting.registered": gettext_lazy("Confirmed the meeting from a file that was read"),
    "meeting.attendance_said": gettext_lazy("Wrote down who was there"),
    "minutes.begun": gettext_lazy("Began the minutes"),
    "minutes.written": gettext_lazy("Wrote minutes of “%(what)s”"),
    "minutes.set_aside": gettext_lazy("Chose another’s wording of “%(what)s”; both are kept"),
    "minutes.adjusters_chosen": gettext_lazy("Chose who checks the minutes: %(names)s"),
    "minutes.checked": gettext_lazy("Checked the minutes"),
    "minutes.opened": gettext_lazy("Opened the minutes again"),
    "minutes.locked": gettext_lazy("Locked the minutes"),
    "minutes.corrected": gettext_lazy("Corrected the minutes: “%(what)s”"),
    "meeting.decision_recorded": gettext_lazy("Recorded the decision “%(what)s”"),
    "agenda.taken_up": gettext_lazy("Took up “%(what)s”, which %(body)s had sent on"),
    "agenda.item_added": gettext_lazy("Added “%(what)s” to the agenda"),
    "agenda.item_changed": gettext_lazy("Changed “%(what)s” on the agenda"),
    "agenda.item_moved": gettext_lazy("Moved “%(what)s” on the agenda"),
    "agenda.item_removed": gettext_lazy("Took “%(what)s” off the agenda"),
    "agenda.attachment_added": gettext_lazy("Added “%(what)s”"),
    "agenda.attachment_changed": gettext_lazy("Changed “%(what)s”"),
    "agenda.attachment_replaced": gettext_lazy("Put a new file in place of “%(what)s”"),
    "agenda.attachment_removed": gettext_lazy("Took away “%(what)s”"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a meeting’s history."""

    at: datetime
    who: str
    what: str


def told(entries: Iterable[Entry]) -> Iterator[Told]:
    for one in entries:
        if said := _SAYINGS.get(one.verb):
            who = str(one.actor or _("The system"))
            yield Told(one.happened_at, who, str(said) % one.details)
