"""The states of a reading, and every move between them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from samklang.common.lifecycle import Lifecycle, Move


class State(TextChoices):
    WAITING = "waiting", _("Waiting")
    READING = "reading", _("Being read now")
    READ = "read", _("Waits for you to confirm")
    QUARANTINED = "quarantined", _("Waits for you to decide")
    SET_ASIDE = "set_aside", _("Could not be read")
    UNPACKED = "unpacked", _("Unpacked")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Put away")


TAKE = "take"
GIVE_BACK = "give_back"
FINISH = "finish"
QUARANTINE = "quarantine"
SET_ASIDE = "set_aside"
UNPACK = "unpack"
RELEASE = "release"
CONFIRM = "confirm"
REJECT = "reject"
TAKE_BACK = "take_back"
READ_AGAIN = "read_again"

LIFECYCLE = Lifecycle(
    Move(TAKE, (State.WAITING,), State.READING),
    Move(GIVE_BACK, (State.READING,), State.WAITING),
    Move(FINISH, (State.READING,), State.READ),
    Move(QUARANTINE, (State.READING,), State.QUARANTINED),
    Move(SET_ASIDE, (State.READING,), State.SET_ASIDE),
    Move(UNPACK, (State.READING,), State.UNPACKED),
    Move(RELEASE, (State.QUARANTINED,), State.READ),
    Move(CONFIRM, (State.READ,), State.CONFIRMED),
    Move(TAKE_BACK, (State.CONFIRMED,), State.READ),
    Move(REJECT, (State.READ, State.QUARANTINED), State.REJECTED),
    Move(READ_AGAIN, (State.SET_ASIDE, State.REJECTED), State.WAITING),
)

# Nothing more happens with these until a person says so.
UNFINISHED = (State.WAITING, State.READING)
DECIDED = (State.CONFIRMED, State.REJECTED)
NEEDS_A_PERSON = (State.READ, State.QUARANTINED)
