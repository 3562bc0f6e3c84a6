"""Everything that changes a meeting, its agenda and its papers."""

from samklang.meetings.actions.agenda import (
    AgendaFull,
    add_item,
    change_item,
    move_item,
    remove_item,
)
from samklang.meetings.actions.attending import say_who_was_there
from samklang.meetings.actions.carrying import carry_on
from samklang.meetings.actions.deciding import link_decision, record_decisions
from samklang.meetings.actions.inventing import put_demo_meeting, put_demo_series
from samklang.meetings.actions.locking import Conflict, forget_unused_matters
from samklang.meetings.actions.minutes import (
    Undecided,
    begin_minutes,
    check,
    choose_adjusters,
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
from samklang.meetings.actions.planning import (
    call,
    cancel,
    change_plan,
    delete_draft,
    hold,
    send_out,
)
from samklang.meetings.actions.registering import register_read_meeting, take_back
from samklang.meetings.actions.series import announce, begin_series, change_series, plan_year
from samklang.meetings.actions.taking_up import take_up

__all__ = [
    "AgendaFull",
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
    "announce",
    "ask_for_pack",
    "begin_minutes",
    "begin_series",
    "call",
    "cancel",
    "carry_on",
    "change_attachment",
    "change_item",
    "change_plan",
    "change_series",
    "check",
    "choose_adjusters",
    "come_far",
    "correct",
    "delete_draft",
    "fail_pack",
    "finish_pack",
    "forget_unused_matters",
    "give_packs_back",
    "hold",
    "link_decision",
    "lock",
    "move_item",
    "plan_year",
    "put_demo_meeting",
    "put_demo_series",
    "record_decisions",
    "register_read_meeting",
    "remove_attachment",
    "remove_item",
    "say_who_was_there",
    "send_out",
    "set_aside",
    "take_back",
    "take_pack",
    "take_up",
    "weed_packs",
    "write_item",
    "write_on",
]
