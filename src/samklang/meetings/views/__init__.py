"""The pages of meetings: the list, one of them, a matter over time, and what changes them."""

from samklang.meetings.views.agenda import add_item, change_item, move_item, remove_item
from samklang.meetings.views.calendars import calendar_file, end_feed, feed, feed_file
from samklang.meetings.views.minutes import check, correct, lock, minutes, sealed, write_on
from samklang.meetings.views.noting import autosave_note, begin_minutes, note, settle
from samklang.meetings.views.pages import detail, matter, register
from samklang.meetings.views.papers import add_attachment, change_attachment, remove_attachment
from samklang.meetings.views.planning import (
    call,
    cancel,
    change,
    delete,
    hold,
    send_out,
)

__all__ = [
    "add_attachment",
    "add_item",
    "autosave_note",
    "begin_minutes",
    "calendar_file",
    "call",
    "cancel",
    "change",
    "change_attachment",
    "change_item",
    "check",
    "correct",
    "delete",
    "detail",
    "end_feed",
    "feed",
    "feed_file",
    "hold",
    "lock",
    "matter",
    "minutes",
    "move_item",
    "note",
    "register",
    "remove_attachment",
    "remove_item",
    "sealed",
    "send_out",
    "settle",
    "write_on",
]
