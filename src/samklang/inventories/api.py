"""What other contexts may ask of inventories."""

from samklang.inventories.actions import weed_put_away
from samklang.inventories.faults import fault_sentence, warning_sentence
from samklang.inventories.jobs import reading_folders, resume_reading
from samklang.inventories.models import Channel
from samklang.inventories.policies import can_answer, can_receive
from samklang.inventories.queries import answered_none
from samklang.inventories.recording import put_demo_finding

__all__ = [
    "Channel",
    "answered_none",
    "can_answer",
    "can_receive",
    "fault_sentence",
    "put_demo_finding",
    "reading_folders",
    "resume_reading",
    "warning_sentence",
    "weed_put_away",
]
