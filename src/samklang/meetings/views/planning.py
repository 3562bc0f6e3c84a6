"""A meeting is called, moved, sent out and marked as held."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import CallForm, PlanForm
from samklang.meetings.page import MeetingPage
from samklang.meetings.views.answering import asked, saved
from samklang.organizations.api import ActingRequest, bodies, home_of, organizations


@require_http_methods(["GET", "POST"])
@once
def call(request: ActingRequest) -> HttpResponse:
    require(policies.can_call(request.acting))
    home = home_of(request.acting)
    sent = request.POST if request.method == "POST" else None
    own = organizations(home.pk).filter(pk__in=request.acting.writes_for())
    form = CallForm(sent, bodies=bodies(home.pk), keepers=own)
    heading = _("New meeting")
    if not form.is_bound:
        return asked(request, form, None, heading)
    if not form.is_valid():
        return asked(request, form, None, heading, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    made = actions.call(form.chosen_body, form.plan(), keeper=form.chosen_keeper, by=request.acting)
    messages.success(request, _("The draft is begun. Only your organization sees it."))
    return redirect(made)


@require_http_methods(["GET", "POST"])
@once
def change(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_write(request.acting, meeting))
    heading = _("Day, place and who leads")
    if request.method == "GET":
        return asked(request, PlanForm.of(meeting), meeting, heading)
    form = PlanForm(request.POST)

    def save() -> None:
        actions.change_plan(meeting, form.plan(), by=request.acting, seen=form.seen)

    return saved(request, form, meeting, heading, save)


@require_http_methods(["GET", "POST"])
@once
def send_out(request: ActingRequest, pk: int) -> HttpResponse:
    """Show what the county will see; then, when the user says so, show it to them."""
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_send_out(request.acting, meeting))
    if request.method == "GET":
        page = MeetingPage(queries.agenda(request.acting, meeting))
        return render(request, "meetings/send_out.html", {"meeting": meeting, "page": page})
    actions.send_out(meeting, by=request.acting)
    messages.success(request, _("The agenda is sent out. The whole county sees it now."))
    return redirect(meeting)


@require_POST
@once
def hold(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_hold(request.acting, meeting))
    actions.hold(meeting, by=request.acting)
    messages.success(request, _("The meeting is marked as held. Its agenda stands as it was."))
    return redirect(meeting)
