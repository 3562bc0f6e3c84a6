"""What other contexts may do with meetings."""

from samklang.meetings.actions import (
    forget_unused_matters,
    put_demo_meeting,
    put_demo_series,
    register_read_meeting,
    take_back,
    weed_packs,
)
from samklang.meetings.guarding import guards_aside
from samklang.meetings.jobs import resume_packs
from samklang.meetings.labels import colliding
from samklang.meetings.minuted import Minuted, minuted
from samklang.meetings.models import (
    KINDS,
    MOST_MINUTES,
    AgendaItem,
    AgendaItemQuerySet,
    DecisionClause,
    Matter,
    Meeting,
    Minutes,
    Outcome,
    PersonalNote,
    Presence,
    Presenter,
    Weekday,
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
    KnownClause,
    KnownItem,
    KnownMeeting,
    Plan,
    PresenterWords,
    ReadItem,
    ReadMeeting,
    ReadPerson,
    SeriesWords,
    StandingWords,
)

__all__ = [
    "KINDS",
    "MOST_MINUTES",
    "AgendaItem",
    "AgendaItemQuerySet",
    "ClauseTold",
    "Decided",
    "DecisionClause",
    "ItemTold",
    "ItemWords",
    "KnownClause",
    "KnownItem",
    "KnownMeeting",
    "Matter",
    "Meeting",
    "Minuted",
    "Minutes",
    "MinutesTold",
    "Outcome",
    "PaperTold",
    "Party",
    "PersonalNote",
    "Plan",
    "Presence",
    "Presenter",
    "PresenterWords",
    "Proceedings",
    "ReadItem",
    "ReadMeeting",
    "ReadPerson",
    "SeriesWords",
    "Standing",
    "StandingWords",
    "Weekday",
    "can_take_back",
    "colliding",
    "find_meeting",
    "forget_unused_matters",
    "guards_aside",
    "minuted",
    "proceedings",
    "put_demo_meeting",
    "put_demo_series",
    "register_read_meeting",
    "resume_packs",
    "take_back",
    "weed_packs",
]
