"""A meeting with its agenda, and the matters that travel between meetings."""

from samklang.meetings.models.agenda import (
    MOST_ITEMS,
    MOST_MINUTES,
    AgendaItem,
    AgendaItemQuerySet,
    DecisionClause,
    Matter,
    MatterQuerySet,
    Outcome,
    Presenter,
)
from samklang.meetings.models.calendars import FeedScope, PlanChange
from samklang.meetings.models.kinds import KINDS
from samklang.meetings.models.meetings import (
    Attendance,
    Meeting,
    MeetingQuerySet,
    Presence,
)
from samklang.meetings.models.minutes import (
    Adjuster,
    Correction,
    EarlierNote,
    Minutes,
    MinutesQuerySet,
    PersonalNote,
    PersonalNoteKind,
)
from samklang.meetings.models.papers import (
    AttachedFile,
    Attachment,
    AttachmentQuerySet,
    Openness,
    Pack,
    PackPaper,
    PackQuerySet,
    called,
    rights_of,
)
from samklang.meetings.models.series import Series, SeriesQuerySet, StandingItem, Weekday

__all__ = [
    "KINDS",
    "MOST_ITEMS",
    "MOST_MINUTES",
    "Adjuster",
    "AgendaItem",
    "AgendaItemQuerySet",
    "AttachedFile",
    "Attachment",
    "AttachmentQuerySet",
    "Attendance",
    "Correction",
    "DecisionClause",
    "EarlierNote",
    "FeedScope",
    "Matter",
    "MatterQuerySet",
    "Meeting",
    "MeetingQuerySet",
    "Minutes",
    "MinutesQuerySet",
    "Openness",
    "Outcome",
    "Pack",
    "PackPaper",
    "PackQuerySet",
    "PersonalNote",
    "PersonalNoteKind",
    "PlanChange",
    "Presence",
    "Presenter",
    "Series",
    "SeriesQuerySet",
    "StandingItem",
    "Weekday",
    "called",
    "rights_of",
]
