"""Attachments of a meeting are named, given files, fetched, changed and taken away."""

from __future__ import annotations

from typing import TypedDict

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.audit.api import record_reading
from samklang.common.once import once
from samklang.common.policy import require
from samklang.documents.api import attachment as handed_out
from samklang.meetings import actions, policies, queries
from samklang.meetings.forms import PaperForm
from samklang.meetings.models import AgendaItem, Attachment, Meeting
from samklang.meetings.views.answering import asked, saved
from samklang.meetings.views.received import kept
from samklang.organizations.api import ActingRequest, Organization


class About(TypedDict):
    """What a form about an attachment lets its writer choose between."""

    there: list[AgendaItem]
    readers: list[Organization] | None


def _readers(request: ActingRequest, meeting: Meeting) -> list[Organization] | None:
    """Return whom the writer may name as readers; none when that is not theirs to say."""
    if not policies.can_confine(request.acting, meeting):
        return None
    return queries.possible_readers(meeting)


def _about(request: ActingRequest, meeting: Meeting) -> About:
    return {"there": list(meeting.items.all()), "readers": _readers(request, meeting)}


def _found(request: ActingRequest, pk: int, attachment_pk: int) -> Attachment:
    paper = queries.find_attachment(request.acting, pk, attachment_pk)
    require(policies.can_read(request.acting, paper))
    return paper


@require_http_methods(["GET", "POST"])
@once
def add_attachment(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    require(policies.can_write(request.acting, meeting))
    heading = _("New attachment")
    about = _about(request, meeting)
    if request.method == "GET":
        form = PaperForm(initial={"version": meeting.version, "openness": "open"}, **about)
        return asked(request, form, meeting, heading)
    form = PaperForm(request.POST, request.FILES, **about)
    if not queries.has_room(request.acting, meeting):
        form.add_error(None, _("There is no room for more attachments. Gather some in one file."))
    file = kept(form, meeting, by=request.acting)

    def save() -> None:
        by, seen = request.acting, form.seen
        actions.add_attachment(meeting, form.words(), by=by, seen=seen, file=file)

    return saved(request, form, meeting, heading, save)


@require_http_methods(["GET", "POST"])
@once
def change_attachment(request: ActingRequest, pk: int, attachment_pk: int) -> HttpResponse:
    paper = _found(request, pk, attachment_pk)
    meeting = paper.meeting
    require(policies.can_write(request.acting, meeting))
    about = _about(request, meeting)
    if request.method == "GET":
        return asked(request, PaperForm.of(paper, **about), meeting, str(paper), paper=paper)
    form = PaperForm(request.POST, request.FILES, now=paper, **about)
    file = kept(form, meeting, by=request.acting)

    def save() -> None:
        by, seen = request.acting, form.seen
        actions.change_attachment(paper, form.words(), by=by, seen=seen, file=file)

    def version() -> int:
        return _found(request, pk, attachment_pk).version

    return saved(request, form, meeting, str(paper), save, version, paper=paper)


@require_POST
@once
def remove_attachment(request: ActingRequest, pk: int, attachment_pk: int) -> HttpResponse:
    paper = _found(request, pk, attachment_pk)
    require(policies.can_write(request.acting, paper.meeting))
    actions.remove_attachment(paper, by=request.acting)
    messages.success(request, _("The attachment is taken away."))
    return redirect(paper.meeting)


@require_GET
def paper_file(request: ActingRequest, pk: int, attachment_pk: int, number: int) -> FileResponse:
    """Hand out an edition of its file; who fetched a confidential one is written down."""
    paper = _found(request, pk, attachment_pk)
    edition = queries.find_edition(paper, number)
    if paper.is_confidential:
        kind = paper._meta.label_lower
        record_reading("paper.read", target_kind=kind, target_id=paper.pk, by=request.user)
    return handed_out(edition.file, edition.name)
