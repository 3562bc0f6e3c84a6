"""Items of an agenda are added, changed, moved and taken off."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.answers import around
from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import FULL, ItemForm
from samklang.meetings.models import Matter, Meeting
from samklang.meetings.rendering import content
from samklang.meetings.views.answering import asked, saved
from samklang.organizations.api import ActingRequest


def _matters(request: ActingRequest, meeting: Meeting, now: Matter | None = None) -> dict[str, Any]:
    """Offer the county’s matters, and always the one that the item has."""
    there = queries.matters(request.acting, meeting.partnership_id)
    return {"matters": [now, *there] if now and now not in there else there}


@require_http_methods(["GET", "POST"])
@once
def add_item(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_write(request.acting, meeting))
    heading = _("New item")
    about = {"numbers": queries.numbers(meeting), **_matters(request, meeting)}
    if request.method == "GET":
        form = ItemForm(initial={"version": meeting.version}, **about)
        return asked(request, form, meeting, heading)
    form = ItemForm(request.POST, is_full=queries.is_full(meeting), **about)

    def save() -> None:
        by = request.acting
        actions.add_item(meeting, form.words(), under=form.chosen_number, by=by, seen=form.seen)

    return saved(request, form, meeting, heading, save)


@require_http_methods(["GET", "POST"])
@once
def change_item(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    item = queries.find_item(request.acting, pk, item_pk)
    meeting = item.meeting
    require(policies.can_write(request.acting, meeting))
    about = _matters(request, meeting, item.matter)
    if request.method == "GET":
        return asked(request, ItemForm.of(item, **about), meeting, str(item), item=item)
    form = ItemForm(request.POST, numbers=(), **about)
    form.keep_to(item)

    def save() -> None:
        actions.change_item(item, form.words(), by=request.acting, seen=form.seen)

    return saved(request, form, meeting, str(item), save, item=item)


@require_POST
@once
def move_item(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    item = queries.find_item(request.acting, pk, item_pk)
    require(policies.can_write(request.acting, item.meeting))
    actions.move_item(item, up=request.POST.get("to") == "up", by=request.acting)
    return redirect(item)


@require_POST
@once
def remove_item(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    item = queries.find_item(request.acting, pk, item_pk)
    require(policies.can_remove(request.acting, item))
    actions.remove_item(item, by=request.acting)
    messages.success(request, _("The item is off the agenda, and the numbers follow."))
    return redirect(item.meeting)


@require_POST
@once
def take_up(request: ActingRequest, pk: int) -> HttpResponse:
    """Put what another body has sent on last on the agenda."""
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_write(request.acting, meeting))
    waiting = {str(one.pk): one for one in queries.waiting_for(request.acting, meeting)}
    chosen = waiting.get(request.POST.get("decision", ""))
    if chosen is None:
        gone = _(
            "The matter does not wait any longer: somebody has put it on an agenda, or decided it."
        )
        return _refused(request, meeting, gone)
    try:
        item = actions.take_up(chosen, at=meeting, by=request.acting)
    except actions.AgendaFull:
        return _refused(request, meeting, str(FULL))
    messages.success(request, _("The matter is on the agenda. Change its title if you need to."))
    return redirect(item)


def _refused(request: ActingRequest, meeting: Meeting, why: str) -> HttpResponse:
    """Show the meeting as it is, and say why it did not become another."""
    messages.warning(request, why)
    title, made = content(request.acting, meeting, request)
    answer = around(request, "meetings/detail.html", made, {"title": title})
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    return answer
