"""A meeting with its agenda, and the matters that travel between meetings."""

from samklang.meetings.models.agenda import (
    KINDS,
    AgendaItem,
    AgendaItemQuerySet,
    Attachment,
    DecisionClause,
    Matter,
    MatterQuerySet,
    Outcome,
    Presenter,
)
from samklang.meetings.models.calendars import CalendarFeed, FeedScope, PlanChange
from samklang.meetings.models.meetings import (
    Attendance,
    Meeting,
    MeetingQuerySet,
    Presence,
)
from samklang.meetings.models.minutes import (
    Correction,
    EarlierNote,
    Minutes,
    MinutesQuerySet,
    PersonalNote,
    PersonalNoteKind,
)
from samklang.meetings.models.series import Series, SeriesQuerySet, StandingItem, Weekday

__all__ = [
    "KINDS",
    "AgendaItem",
    "AgendaItemQuerySet",
    "Attachment",
    "Attendance",
    "CalendarFeed",
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
    "Outcome",
    "PersonalNote",
    "PersonalNoteKind",
    "PlanChange",
    "Presence",
    "Presenter",
    "Series",
    "SeriesQuerySet",
    "StandingItem",
    "Weekday",
]
