"""A meeting with its agenda, and the matters that travel between meetings."""

from samklang.meetings.models.agenda import (
    AgendaItem,
    AgendaItemQuerySet,
    Attachment,
    DecisionClause,
    Matter,
    MatterQuerySet,
    Presenter,
)
from samklang.meetings.models.meetings import (
    Attendance,
    Meeting,
    MeetingQuerySet,
    Presence,
)

__all__ = [
    "AgendaItem",
    "AgendaItemQuerySet",
    "Attachment",
    "Attendance",
    "DecisionClause",
    "Matter",
    "MatterQuerySet",
    "Meeting",
    "MeetingQuerySet",
    "Presence",
    "Presenter",
]
