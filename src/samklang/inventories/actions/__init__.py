"""Everything that changes a batch, a reading or an answer."""

from samklang.inventories.actions.answering import record_none, withdraw
from samklang.inventories.actions.deciding import (
    DecidedAlready,
    confirm,
    confirm_meeting,
    read_again,
    reject,
    release,
    wait_again,
    withdraw_meeting,
)
from samklang.inventories.actions.reading import (
    add_member,
    add_refused_member,
    finish,
    give_back_all,
    set_aside,
    stop_batch,
    take_next,
    unpacked,
)
from samklang.inventories.actions.receiving import receive
from samklang.inventories.actions.weeding import weed_put_away

__all__ = [
    "DecidedAlready",
    "add_member",
    "add_refused_member",
    "confirm",
    "confirm_meeting",
    "finish",
    "give_back_all",
    "read_again",
    "receive",
    "record_none",
    "reject",
    "release",
    "set_aside",
    "stop_batch",
    "take_next",
    "unpacked",
    "wait_again",
    "weed_put_away",
    "withdraw",
    "withdraw_meeting",
]
