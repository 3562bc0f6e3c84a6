"""What pages show of meetings and of the matters that they deal with."""

from samklang.meetings.queries.agenda import (
    Agenda,
    SealedPaper,
    agenda,
    meeting_history,
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
    made_pack,
    pack,
    possible_readers,
)

__all__ = [
    "Agenda",
    "Decided",
    "Followed",
    "Occasion",
    "SealedPaper",
    "agenda",
    "as_read_by",
    "corrections",
    "earlier_notes",
    "find_attachment",
    "find_edition",
    "find_item",
    "find_matter",
    "find_meeting",
    "find_minutes",
    "followed",
    "has_confidential",
    "made_pack",
    "matter_named",
    "matters",
    "meeting_before",
    "meeting_history",
    "meetings",
    "minutes_of",
    "noted_items",
    "numbers",
    "occasions",
    "pack",
    "possible_readers",
]
