"""The pages of meetings: the list, one of them, a matter over time, and what changes them."""

from samklang.meetings.views.agenda import add_item, change_item, move_item, remove_item, take_up
from samklang.meetings.views.attending import attendance
from samklang.meetings.views.calendars import calendar_file, end_feed, feed, feed_file
from samklang.meetings.views.minutes import (
    check,
    choose_adjusters,
    correct,
    lock,
    minutes,
    sealed,
    write_on,
)
from samklang.meetings.views.noting import autosave_note, begin_minutes, note, settle
from samklang.meetings.views.packs import make_pack, pack, pack_file
from samklang.meetings.views.pages import detail, matter, register
from samklang.meetings.views.papers import (
    add_attachment,
    change_attachment,
    paper_file,
    remove_attachment,
)
from samklang.meetings.views.planning import (
    call,
    cancel,
    change,
    delete,
    hold,
    send_out,
)
from samklang.meetings.views.projecting import project_item, projector
from samklang.meetings.views.series import (
    announce,
    begin_series,
    carry_on,
    change_series,
    propose,
    series,
)
from samklang.meetings.views.year_plan import year_picture, year_plan, year_sheet

__all__ = [
    "add_attachment",
    "add_item",
    "announce",
    "attendance",
    "autosave_note",
    "begin_minutes",
    "begin_series",
    "calendar_file",
    "call",
    "cancel",
    "carry_on",
    "change",
    "change_attachment",
    "change_item",
    "change_series",
    "check",
    "choose_adjusters",
    "correct",
    "delete",
    "detail",
    "end_feed",
    "feed",
    "feed_file",
    "hold",
    "lock",
    "make_pack",
    "matter",
    "minutes",
    "move_item",
    "note",
    "pack",
    "pack_file",
    "paper_file",
    "project_item",
    "projector",
    "propose",
    "register",
    "remove_attachment",
    "remove_item",
    "sealed",
    "send_out",
    "series",
    "settle",
    "take_up",
    "write_on",
    "year_picture",
    "year_plan",
    "year_sheet",
]
