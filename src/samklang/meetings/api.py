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
    Minutes,
    PersonalNote,
    Presenter,
)
from samklang.meetings.page import Party
from samklang.meetings.policies import can_take_back
from samklang.meetings.proceedings import (
    ClauseTold,
    ItemTold,
    MinutesTold,
    PaperTold,
    Proceedings,
    Standing,
)
from samklang.meetings.queries import Decided, find_meeting
from samklang.meetings.telling import proceedings
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
    "ClauseTold",
    "Decided",
    "DecisionClause",
    "ItemTold",
    "ItemWords",
    "Matter",
    "Meeting",
    "Minutes",
    "MinutesTold",
    "PaperTold",
    "Party",
    "PersonalNote",
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
