"""A meeting as calendars keep it (RFC 5545): one entry that changes, wherever it came from.

The entry has the same name (UID) for ever and a number (SEQUENCE) that grows with each change, so
that Outlook and others move what they have instead of adding to it. It says which body meets, when
and where, and leads to the meeting’s page: what is on the agenda stays behind the wall.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from importlib import import_module

from samklang.meetings.models import Meeting


class Method(Enum):
    """What the receiver’s calendar is to do with it; stands in the file and in its MIME type."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"

    @property
    def mime_type(self) -> str:
        return f"text/calendar; method={self.value}; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting with its county, body and keeper, how often it was moved, and where its page is."""

    meeting: Meeting
    moved_count: int
    last_moved_at: datetime | None
    address: str = ""

    @property
    def uid(self) -> str:
        """Made of what never changes of the meeting, as the standard advises."""
        made, county = self.meeting.recorded_at, self.meeting.partnership.code
        return f"{made:%Y%m%dT%H%M%S%f}-{self.meeting.pk}@{county}.samklang"

    @property
    def sequence(self) -> int:
        return self.moved_count + self.meeting.is_cancelled

    @property
    def changed_at(self) -> datetime:
        """When it last became what it is; of the same entry the same file is made."""
        meeting = self.meeting
        told = (meeting.announced_at, meeting.sent_at, meeting.cancelled_at, self.last_moved_at)
        return max((meeting.recorded_at, *(one for one in told if one)))


def calendar(entries: Iterable[Entry], method: Method, *, to: str = "", name: str = "") -> bytes:
    """Write the entries as a calendar file; `to` is the one address that it is sent to.

    What writes it is read in when the first is made, and not with every web worker.
    """
    writer = import_module("samklang.meetings.calendar_files")
    made: bytes = writer.written(entries, method, to=to, name=name)
    return made
