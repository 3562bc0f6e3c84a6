"""The county picture: all of it, one area of it, one cell of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from samklang.agreements.api import extensions
from samklang.audit.api import revision
from samklang.common import unchanged
from samklang.common.answers import around
from samklang.common.jinja import written
from samklang.organizations.api import ActingRequest, Partnership, home_of
from samklang.portal import queries
from samklang.portal.addresses import addresses
from samklang.portal.forms import Terms, terms
from samklang.portal.pages import area_page, cell_page, county_page, nearest
from samklang.portal.timelines import edition_ids
from samklang.portal.wording import long_date


@require_GET
@cache_control(private=True, no_cache=True)
def county(request: ActingRequest) -> HttpResponse:
    acting, partnership = request.acting, request.acting.partnership
    if partnership is None:
        return render(request, "portal/no_seat.html", {})
    state = partnership.pk, revision(partnership.pk)
    who = (acting.marks, acting.user.pk, str(acting.user))
    etag = unchanged.etag(request, state, *who)
    same = get_conditional_response(request, etag=etag) if etag else None
    if same is not None:
        return same
    asked, own = terms(request.GET, today=acting.today), acting.organization_ids
    content = unchanged.kept(
        lambda: _content(partnership, asked, own), "county", state, asked, sorted(own)
    )
    page = "portal/projector.html" if asked.projector else "portal/county.html"
    todo = unchanged.kept(lambda: nearest(acting), "todo", state, *who)
    context = {"terms": asked, "day": long_date(asked.on), "todo": todo}
    answer = around(request, page, content, context)
    if etag:
        answer["ETag"] = etag
    return answer


def _content(partnership: Partnership, asked: Terms, own: frozenset[int]) -> bytes:
    found = queries.county(partnership, on=asked.on)
    page = county_page(found, asked, own, addresses(asked.query))
    form = "portal/_projector.html" if asked.projector else "portal/_county.html"
    return written(form, {"page": page})


@require_GET
def area(request: ActingRequest, area: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    found = queries.county(home_of(request.acting), on=asked.on, area=area)
    chosen = queries.find_area(found.areas, area)
    extended = extensions(edition_ids(found, chosen), on=asked.on)
    page = area_page(found, chosen, asked, extended, addresses(asked.query))
    content = written("portal/_area.html", {"page": page})
    return around(request, "portal/area.html", content, {"title": page.area.name})


@require_GET
def cell(request: ActingRequest, municipality: str, area: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    home = home_of(request.acting)
    found = queries.county(home, on=asked.on, area=area, seen_by=request.acting)
    place = queries.find_municipality(found, municipality)
    chosen = queries.find_area(found.areas, area)
    page = cell_page(found, place, chosen, asked, request.acting)
    return render(request, "portal/cell.html", {"page": page})
