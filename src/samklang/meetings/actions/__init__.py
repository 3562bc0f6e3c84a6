"""Everything that changes a meeting, its agenda and its papers."""

from samklang.meetings.actions.agenda import (
    add_item,
    change_item,
    move_item,
    remove_item,
)
from samklang.meetings.actions.deciding import link_decision, record_decisions
from samklang.meetings.actions.inventing import put_demo_meeting
from samklang.meetings.actions.locking import Conflict, forget_unused_matters
from samklang.meetings.actions.minutes import (
    Undecided,
    begin_minutes,
    check,
    correct,
    lock,
    write_on,
)
from samklang.meetings.actions.noting import Kept, Seen, set_aside, write_item
from samklang.meetings.actions.packing import (
    Asked,
    Made,
    ask_for_pack,
    come_far,
    fail_pack,
    finish_pack,
    give_packs_back,
    take_pack,
    weed_packs,
)
from samklang.meetings.actions.papers import (
    PaperWords,
    Wall,
    add_attachment,
    change_attachment,
    remove_attachment,
)
from samklang.meetings.actions.planning import call, change_plan, hold, send_out
from samklang.meetings.actions.registering import register_read_meeting, take_back

__all__ = [
    "Asked",
    "Conflict",
    "Kept",
    "Made",
    "PaperWords",
    "Seen",
    "Undecided",
    "Wall",
    "add_attachment",
    "add_item",
    "ask_for_pack",
    "begin_minutes",
    "call",
    "change_attachment",
    "change_item",
    "change_plan",
    "check",
    "come_far",
    "correct",
    "fail_pack",
    "finish_pack",
    "forget_unused_matters",
    "give_packs_back",
    "hold",
    "link_decision",
    "lock",
    "move_item",
    "put_demo_meeting",
    "record_decisions",
    "register_read_meeting",
    "remove_attachment",
    "remove_item",
    "send_out",
    "set_aside",
    "take_back",
    "take_pack",
    "weed_packs",
    "write_item",
    "write_on",
]
