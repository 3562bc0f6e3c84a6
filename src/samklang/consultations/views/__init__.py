"""The pages about what others think of a draft, in the order a user meets them."""

from samklang.consultations.views.commenting import opinions, reopen, reply, section, settle
from samklang.consultations.views.following import answers, close, compilation, hand_in, remark
from samklang.consultations.views.rounds import consultation, extend, open_round
from samklang.consultations.views.suggesting import (
    accept,
    accept_editorial,
    reject,
    suggest,
    suggestion,
    withdraw,
)
from samklang.consultations.views.taking_in import take_in, word

__all__ = [
    "accept",
    "accept_editorial",
    "answers",
    "close",
    "compilation",
    "consultation",
    "extend",
    "hand_in",
    "open_round",
    "opinions",
    "reject",
    "remark",
    "reopen",
    "reply",
    "section",
    "settle",
    "suggest",
    "suggestion",
    "take_in",
    "withdraw",
    "word",
]
