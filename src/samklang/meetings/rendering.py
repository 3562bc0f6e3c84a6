"""A meeting’s page for one reader, as its title and the part that is its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from samklang.common.jinja import joined, mould, written
from samklang.meetings import policies, queries
from samklang.meetings.course import course
from samklang.meetings.models import Meeting
from samklang.meetings.page import ItemRow, MeetingPage
from samklang.meetings.sayings import told
from samklang.meetings.shown import Allowed, PaperShown, shown, who_was_there
from samklang.organizations.api import Acting

_IN_AN_ITEM = ("pk", "mark", "row", "tools", "under")


def without_forms(acting: Acting, pk: int) -> tuple[str, bytes]:
    """Return title and content, which can be kept; no content where the page has forms."""
    meeting = queries.find_meeting(acting, pk)
    if policies.can_write(acting, meeting) or policies.can_hold(acting, meeting):
        return str(meeting), b""
    return content(acting, meeting)


def content(
    acting: Acting, meeting: Meeting, request: HttpRequest | None = None
) -> tuple[str, bytes]:
    """Return title and content; `request` draws the keys of its forms, where it has any."""
    page = MeetingPage(queries.agenda(acting, meeting))
    minutes = page.agenda.minutes
    context: dict[str, Any] = {
        "tools": {},
        "page": page,
        "meeting": meeting,
        "course": course(acting, page.agenda),
        "history": list(told(page.agenda.history)),
        "may_write": policies.can_write(acting, meeting),
        "may_send_out": policies.can_send_out(acting, meeting),
        "may_record": policies.can_record_decisions(acting, meeting),
        "may_hold": policies.can_hold(acting, meeting),
        "may_say_who": policies.can_say_who_was_there(acting, meeting, minutes),
        "may_begin_minutes": policies.can_begin_minutes(acting, meeting),
        "is_asked": page.agenda.is_shut and queries.is_asked_to_check(acting, meeting),
        "may_note": minutes and policies.can_note(acting, minutes),
    }
    context |= _forms(acting, page, context, request)
    context |= _parts(page, context)
    return str(meeting), written("meetings/_detail.html", context)


def _forms(
    acting: Acting, page: MeetingPage, context: dict[str, Any], request: HttpRequest | None
) -> dict[str, Any]:
    """Return what the meeting is changed with, for who may."""
    course = context["course"]
    found: dict[str, Any] = {}
    if context["may_write"]:
        found["tools"] = dict(_tools(page, request))
        if waiting := queries.waiting_for(acting, page.meeting):
            about = {"meeting": page.meeting, "waiting": waiting}
            found["waiting"] = render_to_string("meetings/_waiting.html", about, request)
    if any((context["may_write"], course.may_carry_on, course.may_cancel, course.may_delete)):
        found["forms"] = render_to_string("meetings/_tools.html", context, request)
    return found


def _parts(page: MeetingPage, context: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of the page that are long: its rows, who was there, papers of no item."""
    allowed = Allowed(bool(context["may_write"]), bool(context["may_record"]))
    return {
        "agenda": joined(_item(row, page, allowed, context["tools"]) for row in page.rows),
        "who_was_there": who_was_there(page),
        "papers": [PaperShown.of(one) for one in page.of_the_meeting],
    }


def _item(
    row: ItemRow, page: MeetingPage, allowed: Allowed, tools: dict[int, SafeString]
) -> SafeString:
    """Return the row with its number, its forms and those with letters under it."""
    under = joined(_item(one, page, allowed, tools) for one in row.under)
    whole = mould("meetings/_agenda_item.html", *_IN_AN_ITEM, has_under=bool(under))
    pk, words = row.item.pk, shown(row, page.agenda, allowed)
    # A form has a key of its own each time.
    fill = whole.fill_anew if tools else whole.fill
    return fill(pk, row.item.mark, words, tools.get(pk, ""), under)


def _tools(page: MeetingPage, request: HttpRequest | None) -> Iterator[tuple[int, SafeString]]:
    """Yield what an item can be changed with, by its id: each is a form of its own."""
    for item in page.agenda.items:
        context: dict[str, Any] = {"meeting": page.meeting, "item": item}
        yield item.pk, render_to_string("meetings/_item_tools.html", context, request)
