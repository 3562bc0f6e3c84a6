"""What pages ask about decisions, what they do, and how they are carried home."""

from samklang.decisions.queries.choosing import chosen, later_than
from samklang.decisions.queries.home import (
    REMIND_AFTER,
    asked_home,
    find_way_home,
    home_request,
    offered,
    requests_of,
    to_remind,
    waiting_at_home,
    ways_home,
)
from samklang.decisions.queries.register import (
    Terms,
    find,
    history,
    register,
    told,
    years,
)
from samklang.decisions.queries.waiting import waiting_at

__all__ = [
    "REMIND_AFTER",
    "Terms",
    "asked_home",
    "chosen",
    "find",
    "find_way_home",
    "history",
    "home_request",
    "later_than",
    "offered",
    "register",
    "requests_of",
    "to_remind",
    "told",
    "waiting_at",
    "waiting_at_home",
    "ways_home",
    "years",
]
