"""Calendars: one meeting as a file, and the secret feed that a person lets a calendar read."""

from __future__ import annotations

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.meetings import actions, queries
from samklang.meetings.calendar_entries import Method, calendar
from samklang.meetings.forms import FeedForm
from samklang.organizations.api import ActingRequest, acting, hashed


@require_GET
def calendar_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The meeting as it is now, for a calendar; one that is cancelled takes its entry away."""
    entry = queries.known_entry(request.acting, pk, site=_site(request))
    method = Method.CANCEL if entry.meeting.is_cancelled else Method.PUBLISH
    answer = HttpResponse(calendar([entry], method), content_type=method.mime_type)
    day = entry.meeting.date
    answer["Content-Disposition"] = f'attachment; filename="mote-{day}.ics"'
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
@once
def feed(request: ActingRequest) -> HttpResponse:
    """Where one makes or replaces the address, and sees it once."""
    held = queries.feed_of(request.user.pk)
    sent = request.POST if request.method == "POST" else None
    form = FeedForm(sent, initial={"scope": held.scope} if held else None)
    context: dict[str, object] = {"feed": held, "form": form}
    if form.is_valid():
        made, secret = actions.make_feed(scope=form.cleaned_data["scope"], by=request.acting)
        address = request.build_absolute_uri(reverse("meetings:feed_file", args=[secret]))
        context |= {"feed": made, "address": address}
    status = 422 if form.is_bound and form.errors else 200
    return TemplateResponse(request, "meetings/feed.html", context, status=status)


@require_POST
@once
def end_feed(request: ActingRequest) -> HttpResponse:
    actions.end_feed(by=request.acting)
    messages.success(request, _("The address is ended. Calendars that read it get nothing more."))
    return redirect("meetings:feed")


@login_not_required
@require_GET
def feed_file(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar reads, without sign-in: whoever has the address reads it.

    The person’s right to see is asked for each time. Administrators’ rights rest, as without
    two-step verification. An address that opens nothing is answered like one that never was.
    """
    found = queries.feed_by_hash(hashed(secret))
    if found is None:
        raise Http404
    who = acting(found.user, today=timezone.localdate(), strong=False)
    entries = queries.feed_entries(found, who, site=_site(request))
    written = calendar(entries, Method.PUBLISH, name=_("Meetings in Samklang"))
    answer = HttpResponse(written, content_type=Method.PUBLISH.mime_type)
    etag = f'"{sha256(written).hexdigest()[:32]}"'
    answer["ETag"], answer["Referrer-Policy"] = etag, "no-referrer"
    return get_conditional_response(request, etag, None, answer) or answer


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
