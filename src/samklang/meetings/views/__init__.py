"""The pages of meetings: the list, one of them, a matter over time, and what changes them."""

from samklang.meetings.views.agenda import add_item, change_item, move_item, remove_item
from samklang.meetings.views.pages import detail, matter, register
from samklang.meetings.views.papers import add_attachment, change_attachment, remove_attachment
from samklang.meetings.views.planning import call, change, hold, send_out

__all__ = [
    "add_attachment",
    "add_item",
    "call",
    "change",
    "change_attachment",
    "change_item",
    "detail",
    "hold",
    "matter",
    "move_item",
    "register",
    "remove_attachment",
    "remove_item",
    "send_out",
]
