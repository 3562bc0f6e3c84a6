"""The register as a feed: for whoever is signed in, and at a person’s secret address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.decisions import atom
from samklang.decisions.asking import asked, feed_question
from samklang.organizations.api import (
    Acting,
    ActingRequest,
    address_of,
    end_address,
    home_of,
    make_address,
    read_at,
    unless_known,
)

# What the secret address opens, and the first word of what is written down about it.
OPENS = "decision_feed"
# What a reader of feeds has missed since it asked last.
MOST = 100


@require_GET
def feed_in_browser(request: ActingRequest) -> HttpResponse:
    """The feed for whoever is signed in: what the register’s page says that there is."""
    return _told(request, request.acting)


@never_cache
@require_http_methods(["GET", "POST"])
@once
def feed(request: ActingRequest) -> HttpResponse:
    """Where one makes or replaces the address, and sees it once."""
    home_of(request.acting)
    question = feed_question(request.GET)
    held, address = address_of(request.user.pk, OPENS), ""
    if request.method == "POST":
        held, secret = make_address(OPENS, by=request.acting)
        address = request.build_absolute_uri(reverse("decisions:feed_file", args=[secret]))
    context = {"feed": held, "question": question, "address": _asking(address, question)}
    return render(request, "decisions/feed.html", context)


def _asking(address: str, question: str) -> str:
    return f"{address}?{question}" if address and question else address


@require_POST
@once
def end_feed(request: ActingRequest) -> HttpResponse:
    end_address(OPENS, by=request.acting)
    messages.success(request, _("The address is ended. Whatever reads it gets nothing more."))
    return redirect("decisions:feed")


@login_not_required
@require_GET
def feed_file(request: HttpRequest, secret: str) -> HttpResponse:
    """What a reader of feeds fetches, without sign-in: whoever has the address reads it."""
    return read_at(secret, OPENS, lambda _address, who: _told(request, who))


def _told(request: HttpRequest, who: Acting) -> HttpResponse:
    """Write what the person may see and asks for; with the same facets as the register’s page."""
    county, question = home_of(who), feed_question(request.GET)
    found = asked(request.GET, who).listed.select_related("body").prefetch_related("areas")
    head = atom.FeedHead(
        county=county.name,
        site=request.build_absolute_uri("/").rstrip("/"),
        register=_asking(reverse("decisions:register"), question),
        feed=_asking(reverse("decisions:atom"), question),
        since=who.user.date_joined,
    )
    written, changed_at = atom.written(found.order_by("-pk")[:MOST], head)
    answer = HttpResponse(written, content_type=atom.ATOM_TYPE)
    answer["Last-Modified"] = http_date(changed_at.timestamp())
    return unless_known(request, answer)
