"""What pages show of meetings and of the matters that they deal with."""

from samklang.meetings.queries.calendars import (
    feed_by_hash,
    feed_entries,
    feed_of,
    find_entry,
    known_entry,
    next_of,
    previous_of,
)
from samklang.meetings.queries.following import Decided, Followed, followed, meeting_before
from samklang.meetings.queries.matters import (
    Occasion,
    find_matter,
    matter_named,
    matters,
    occasions,
)
from samklang.meetings.queries.meetings import (
    Agenda,
    agenda,
    find_attachment,
    find_item,
    find_meeting,
    meeting_history,
    meetings,
    numbers,
)
from samklang.meetings.queries.minutes import (
    as_read_by,
    corrections,
    earlier_notes,
    find_minutes,
    minutes_of,
    noted_items,
)

__all__ = [
    "Agenda",
    "Decided",
    "Followed",
    "Occasion",
    "agenda",
    "as_read_by",
    "corrections",
    "earlier_notes",
    "feed_by_hash",
    "feed_entries",
    "feed_of",
    "find_attachment",
    "find_entry",
    "find_item",
    "find_matter",
    "find_meeting",
    "find_minutes",
    "followed",
    "known_entry",
    "matter_named",
    "matters",
    "meeting_before",
    "meeting_history",
    "meetings",
    "minutes_of",
    "next_of",
    "noted_items",
    "numbers",
    "occasions",
    "previous_of",
]
