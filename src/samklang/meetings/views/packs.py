"""The papers of a meeting gathered: how far a pack has come, and its two files."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from samklang.audit.api import record_reading
from samklang.common.answers import page_or_part, see
from samklang.common.once import once
from samklang.documents.api import handed_out
from samklang.meetings import jobs, queries
from samklang.meetings.packing import contents, download_name
from samklang.organizations.api import ActingRequest

_TYPES = {"pdf": "application/pdf", "zip": "application/zip"}


@require_GET
def pack(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    found = contents(request.acting, meeting)
    made = queries.made_pack(request.acting, meeting)
    context = {
        "meeting": meeting,
        "contents": found,
        "pack": queries.pack(request.acting, meeting),
        "made": made,
        "is_outdated": made is not None and made.mark != found.mark,
    }
    return page_or_part(request, "meetings/papers.html", "meetings/_pack.html", context)


@require_POST
@once
def make_pack(request: ActingRequest, pk: int) -> HttpResponse:
    """Whoever sees the meeting may have its papers gathered: it is what they read already."""
    meeting = queries.find_meeting(request.acting, pk)
    found = contents(request.acting, meeting)
    home = request.build_absolute_uri("/")
    return see(request, jobs.ask_for_pack(meeting, found, home=home, by=request.acting))


@require_GET
def pack_file(request: ActingRequest, pk: int, ending: str) -> FileResponse:
    meeting = queries.find_meeting(request.acting, pk)
    made = queries.made_pack(request.acting, meeting)
    if made is None:
        raise Http404
    if queries.has_confidential(request.acting, made):
        kind = made._meta.label_lower
        record_reading("pack.read", target_kind=kind, target_id=made.pk, by=request.user)
    day = meeting.date.isoformat() if meeting.date else ""
    content = made.pdf if ending == "pdf" else made.archive
    name = download_name(meeting.body.name, day, ending)
    return handed_out(content, name, _TYPES[ending])
