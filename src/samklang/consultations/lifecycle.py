"""The states of a consultation and of a suggestion, and every move between them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from samklang.common.lifecycle import Lifecycle, Move


class State(TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


SPEAK = "speak"
ANSWER = "answer"
HAND_IN = "hand_in"
EXTEND = "extend"
CLOSE = "close"
REMARK = "remark"

LIFECYCLE = Lifecycle(
    Move(SPEAK, (State.OPEN,), State.OPEN),
    Move(ANSWER, (State.OPEN,), State.OPEN),
    Move(HAND_IN, (State.OPEN,), State.OPEN),
    Move(EXTEND, (State.OPEN,), State.OPEN),
    Move(CLOSE, (State.OPEN,), State.CLOSED),
    Move(REMARK, (State.CLOSED,), State.CLOSED),
)


class Fate(TextChoices):
    """What became of a suggestion."""

    OPEN = "open", _("Waits for an answer")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


ACCEPT = "accept"
REJECT = "reject"
WITHDRAW = "withdraw"

SUGGESTING = Lifecycle(
    Move(ACCEPT, (Fate.OPEN,), Fate.ACCEPTED),
    Move(REJECT, (Fate.OPEN,), Fate.REJECTED),
    Move(WITHDRAW, (Fate.OPEN,), Fate.WITHDRAWN),
)
