"""Attachments of a meeting are named, changed and taken away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import PaperForm
from samklang.meetings.views.answering import asked, saved
from samklang.organizations.api import ActingRequest


@require_http_methods(["GET", "POST"])
@once
def add_attachment(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_write(request.acting, meeting))
    heading = _("New attachment")
    there = list(meeting.items.all())
    if request.method == "GET":
        form = PaperForm(initial={"version": meeting.version}, there=there)
        return asked(request, form, meeting, heading)
    form = PaperForm(request.POST, there=there)

    def save() -> None:
        actions.add_attachment(meeting, form.words(), by=request.acting, seen=form.seen)

    return saved(request, form, meeting, heading, save)


@require_http_methods(["GET", "POST"])
@once
def change_attachment(request: ActingRequest, pk: int, attachment_pk: int) -> HttpResponse:
    paper = queries.find_attachment(request.acting, pk, attachment_pk)
    meeting = paper.meeting
    require(policies.can_write(request.acting, meeting))
    there = list(meeting.items.all())
    if request.method == "GET":
        form = PaperForm.of(paper, there=there)
        return asked(request, form, meeting, str(paper), paper=paper)
    form = PaperForm(request.POST, there=there)

    def save() -> None:
        actions.change_attachment(paper, form.words(), by=request.acting, seen=form.seen)

    return saved(request, form, meeting, str(paper), save, paper=paper)


@require_POST
@once
def remove_attachment(request: ActingRequest, pk: int, attachment_pk: int) -> HttpResponse:
    paper = queries.find_attachment(request.acting, pk, attachment_pk)
    require(policies.can_write(request.acting, paper.meeting))
    actions.remove_attachment(paper, by=request.acting)
    messages.success(request, _("The attachment is taken away."))
    return redirect(paper.meeting)
