"""A meeting on the wall of the room: its agenda in large type, or one item of it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.meetings import queries
from samklang.meetings.projection import Projection
from samklang.meetings.telling import proceedings
from samklang.organizations.api import ActingRequest


@require_GET
def projector(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    told = proceedings(request.acting, meeting)
    return render(request, "meetings/projector.html", {"meeting": meeting, "told": told})


@require_GET
def project_item(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    shown = Projection.of(proceedings(request.acting, meeting), item_pk)
    if shown is None:
        raise Http404
    return render(request, "meetings/project_item.html", {"meeting": meeting, "shown": shown})
