"""A meeting is called, moved, sent out, marked as held, cancelled and deleted."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, inviting, policies, queries
from samklang.meetings.forms import CallForm, CancelForm, PlanForm
from samklang.meetings.inviting import Notice
from samklang.meetings.letters import invited
from samklang.meetings.models import Meeting
from samklang.meetings.page import MeetingPage
from samklang.meetings.views.answering import asked, saved
from samklang.meetings.views.calling import callable_bodies
from samklang.organizations.api import ActingRequest, home_of, organizations


@require_http_methods(["GET", "POST"])
@once
def call(request: ActingRequest) -> HttpResponse:
    there, home = callable_bodies(request), home_of(request.acting)
    sent = request.POST if request.method == "POST" else None
    own = organizations(home.pk).filter(pk__in=request.acting.writes_for())
    series = queries.all_series(request.acting).filter(keeper__in=own)
    form = CallForm(sent, bodies=there, keepers=own, all_series=series)
    heading = _("New meeting")
    if not form.is_bound:
        return asked(request, form, None, heading)
    if not form.is_valid():
        return asked(request, form, None, heading, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    made = actions.call(
        form.chosen_body,
        form.plan(),
        keeper=form.chosen_keeper,
        by=request.acting,
        series=form.chosen_series,
    )
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
    form = PlanForm(request.POST, known=meeting.is_known)

    def save() -> None:
        told = inviting.change_plan(meeting, form.plan(), _notice(request, meeting), seen=form.seen)
        _say_told(request, told)

    return saved(request, form, meeting, heading, save)


@require_http_methods(["GET", "POST"])
@once
def send_out(request: ActingRequest, pk: int) -> HttpResponse:
    """Show what the county will see; then, when the user says so, show it to them."""
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_send_out(request.acting, meeting))
    if request.method == "GET":
        page = MeetingPage(queries.agenda(request.acting, meeting))
        people = invited(meeting)
        context = {
            "meeting": meeting,
            "page": page,
            "mails": bool(settings.SAMKLANG_MAIL),
            "told": [one for one in people if one.email],
            "untold": [one for one in people if not one.email],
        }
        return render(request, "meetings/send_out.html", context)
    told = inviting.send_out(meeting, _notice(request, meeting))
    messages.success(request, _("The agenda is sent out. The whole county sees it now."))
    _say_told(request, told)
    return redirect(meeting)


@require_POST
@once
def hold(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_hold(request.acting, meeting))
    actions.hold(meeting, by=request.acting)
    messages.success(request, _("The meeting is marked as held. Its agenda stands as it was."))
    return redirect(meeting)


@require_http_methods(["GET", "POST"])
@once
def cancel(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_cancel(request.acting, meeting))
    form = CancelForm(request.POST if request.method == "POST" else None)
    words = {
        "button": _("Cancel the meeting"),
        "lead": _("It stays, marked as cancelled. It cannot be undone."),
    }
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return asked(request, form, meeting, _("Cancel the meeting?"), status=status, **words)
    reason = form.cleaned_data["reason"]
    told = inviting.cancel(meeting, _notice(request, meeting), reason=reason)
    messages.success(request, _("The meeting is cancelled."))
    _say_told(request, told)
    return redirect(meeting)


@require_POST
@once
def delete(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_delete(request.acting, meeting))
    actions.delete_draft(meeting, by=request.acting)
    messages.success(request, _("The draft is deleted."))
    return redirect("meetings:register")


def _notice(request: ActingRequest, meeting: Meeting) -> Notice:
    return Notice(request.acting, request.build_absolute_uri(meeting.get_absolute_url()))


def _say_told(request: ActingRequest, count: int) -> None:
    if count:
        said = ngettext(
            "%(count)d person is sent the calendar entry.",
            "%(count)d persons are sent the calendar entry.",
            count,
        )
        messages.success(request, said % {"count": count})
