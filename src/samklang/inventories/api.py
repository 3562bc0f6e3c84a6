"""What other contexts may ask of inventories."""

from samklang.inventories.actions import weed_put_away
from samklang.inventories.jobs import resume_reading
from samklang.inventories.models import Channel
from samklang.inventories.policies import can_answer, can_receive
from samklang.inventories.queries import answered_none
from samklang.inventories.recording import put_demo_finding

__all__ = [
    "Channel",
    "answered_none",
    "can_answer",
    "can_receive",
    "put_demo_finding",
    "resume_reading",
    "weed_put_away",
]
