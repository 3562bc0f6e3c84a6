"""Everything that changes something here: each verb locks, moves, saves and records."""

from samklang.agreements.api import Conflict
from samklang.consultations.actions.deciding import (
    Refused,
    accept,
    accept_editorial,
    reject,
    withdraw,
)
from samklang.consultations.actions.opinions import (
    Source,
    Suggested,
    comment,
    reply,
    settle,
    suggest,
)
from samklang.consultations.actions.rounds import (
    Round,
    UserOrganization,
    close,
    extend,
    hand_in,
    open_round,
    remark,
)
from samklang.consultations.actions.taking_in import Commented, Taken, take_in

__all__ = [
    "Commented",
    "Conflict",
    "Refused",
    "Round",
    "Source",
    "Suggested",
    "Taken",
    "UserOrganization",
    "accept",
    "accept_editorial",
    "close",
    "comment",
    "extend",
    "hand_in",
    "open_round",
    "reject",
    "remark",
    "reply",
    "settle",
    "suggest",
    "take_in",
    "withdraw",
]
