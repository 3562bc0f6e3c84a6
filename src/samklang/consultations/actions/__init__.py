"""Everything that changes something here: each verb locks, moves, saves and records."""

from samklang.agreements.api import Conflict
from samklang.consultations.actions.deciding import (
    Refused,
    accept,
    accept_editorial,
    reject,
    withdraw,
)
from samklang.consultations.actions.opinions import Suggested, comment, reply, settle, suggest
from samklang.consultations.actions.rounds import (
    Round,
    UserOrganization,
    close,
    extend,
    hand_in,
    open_round,
    remark,
)

__all__ = [
    "Conflict",
    "Refused",
    "Round",
    "Suggested",
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
    "withdraw",
]
