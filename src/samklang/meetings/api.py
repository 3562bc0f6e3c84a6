"""What other contexts may do with meetings."""

from samklang.meetings.actions import (
    forget_unused_matters,
    register_read_meeting,
    take_back,
)
from samklang.meetings.labels import colliding
from samklang.meetings.models import Meeting
from samklang.meetings.policies import can_take_back
from samklang.meetings.written import (
    ItemWords,
    Plan,
    PresenterWords,
    ReadItem,
    ReadMeeting,
    ReadPerson,
)

__all__ = [
    "ItemWords",
    "Meeting",
    "Plan",
    "PresenterWords",
    "ReadItem",
    "ReadMeeting",
    "ReadPerson",
    "can_take_back",
    "colliding",
    "forget_unused_matters",
    "register_read_meeting",
    "take_back",
]
