"""Calendars: one meeting as a file, and the secret feed that a person lets a calendar read."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.meetings import queries
from samklang.meetings.calendar_entries import Method, calendar
from samklang.meetings.forms import FeedForm
from samklang.meetings.models import FeedScope
from samklang.organizations.api import (
    Acting,
    ActingRequest,
    SecretAddress,
    address_of,
    end_address,
    make_address,
    read_at,
    unless_known,
)

# What the secret address opens, and the first word of what is written down about it.
OPENS = "calendar_feed"


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
    held = address_of(request.user.pk, OPENS)
    sent = request.POST if request.method == "POST" else None
    form = FeedForm(sent, initial={"scope": held.scope} if held else None)
    context: dict[str, object] = {"feed": held, "form": form}
    if form.is_valid():
        scope = form.cleaned_data["scope"]
        held, secret = make_address(OPENS, scope=scope, by=request.acting)
        address = request.build_absolute_uri(reverse("meetings:feed_file", args=[secret]))
        context |= {"feed": held, "address": address}
    context["holds"] = FeedScope(held.scope).label if held else ""
    status = 422 if form.is_bound and form.errors else 200
    return TemplateResponse(request, "meetings/feed.html", context, status=status)


@require_POST
@once
def end_feed(request: ActingRequest) -> HttpResponse:
    end_address(OPENS, by=request.acting)
    messages.success(request, _("The address is ended. Calendars that read it get nothing more."))
    return redirect("meetings:feed")


@login_not_required
@require_GET
def feed_file(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar reads, without sign-in: whoever has the address reads it."""

    def told(address: SecretAddress, who: Acting) -> HttpResponse:
        entries = queries.feed_entries(address.scope, who, site=_site(request))
        written = calendar(entries, Method.PUBLISH, name=_("Meetings in Samklang"))
        answer = HttpResponse(written, content_type=Method.PUBLISH.mime_type)
        return unless_known(request, answer)

    return read_at(secret, OPENS, told)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
