"""What pages show of meetings and of the matters that they deal with."""

from samklang.meetings.queries.agenda import (
    Agenda,
    SealedPaper,
    agenda,
    page_state,
)
from samklang.meetings.queries.calendars import (
    feed_entries,
    find_entry,
    known_entry,
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
    find_item,
    find_meeting,
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
from samklang.meetings.queries.papers import (
    find_attachment,
    find_edition,
    has_confidential,
    has_room,
    made_pack,
    pack,
    possible_readers,
)
from samklang.meetings.queries.series import (
    Known,
    all_series,
    find_series,
    meetings_of,
    not_done,
    open_after,
    series_history,
    taken_days,
    year_plan,
)
from samklang.meetings.queries.waiting import matter_behind, taken_up, waiting_for

__all__ = [
    "Agenda",
    "Decided",
    "Followed",
    "Known",
    "Occasion",
    "SealedPaper",
    "agenda",
    "all_series",
    "as_read_by",
    "corrections",
    "earlier_notes",
    "feed_entries",
    "find_attachment",
    "find_edition",
    "find_entry",
    "find_item",
    "find_matter",
    "find_meeting",
    "find_minutes",
    "find_series",
    "followed",
    "has_confidential",
    "has_room",
    "known_entry",
    "made_pack",
    "matter_behind",
    "matter_named",
    "matters",
    "meeting_before",
    "meetings",
    "meetings_of",
    "minutes_of",
    "not_done",
    "noted_items",
    "numbers",
    "occasions",
    "open_after",
    "pack",
    "page_state",
    "possible_readers",
    "series_history",
    "taken_days",
    "taken_up",
    "waiting_for",
    "year_plan",
]
