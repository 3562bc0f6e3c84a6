"""What other contexts may do with meetings."""

from samklang.meetings.actions import (
    forget_unused_matters,
    register_read_meeting,
    take_back,
)
from samklang.meetings.labels import colliding
from samklang.meetings.models import (
    AgendaItem,
    AgendaItemQuerySet,
    DecisionClause,
    Matter,
    Meeting,
    Presenter,
)
from samklang.meetings.page import Party
from samklang.meetings.policies import can_take_back
from samklang.meetings.proceedings import ItemTold, PaperTold, Proceedings, Standing, proceedings
from samklang.meetings.queries import find_meeting
from samklang.meetings.written import (
    ItemWords,
    Plan,
    PresenterWords,
    ReadItem,
    ReadMeeting,
    ReadPerson,
)

__all__ = [
    "AgendaItem",
    "AgendaItemQuerySet",
    "DecisionClause",
    "ItemTold",
    "ItemWords",
    "Matter",
    "Meeting",
    "PaperTold",
    "Party",
    "Plan",
    "Presenter",
    "PresenterWords",
    "Proceedings",
    "ReadItem",
    "ReadMeeting",
    "ReadPerson",
    "Standing",
    "can_take_back",
    "colliding",
    "find_meeting",
    "forget_unused_matters",
    "proceedings",
    "register_read_meeting",
    "take_back",
]
