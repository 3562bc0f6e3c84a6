"""The county picture: all of it, one area of it, one cell of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_GET

from samklang.agreements.api import extensions
from samklang.organizations.api import ActingRequest
from samklang.portal import conditional, queries
from samklang.portal.addresses import addresses
from samklang.portal.forms import terms
from samklang.portal.pages import area_page, cell_page, county_page
from samklang.portal.timelines import edition_ids


@require_GET
@cache_control(private=True, no_cache=True)
@etag(conditional.etag)
def county(request: ActingRequest) -> HttpResponse:
    partnership = request.acting.partnership
    if partnership is None:
        return render(request, "portal/no_seat.html", {})
    asked = terms(request.GET, today=request.acting.today)
    found = queries.county(partnership, on=asked.on)
    page = county_page(found, asked, request.acting, addresses(asked.query))
    template = "portal/projector.html" if asked.projector else "portal/county.html"
    return render(request, template, {"page": page})


@require_GET
def area(request: ActingRequest, area: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    found = queries.county(queries.home(request.acting), on=asked.on)
    chosen = queries.find_area(found, area)
    extended = extensions(edition_ids(found, chosen), on=asked.on)
    page = area_page(found, chosen, asked, extended, addresses(asked.query))
    return render(request, "portal/area.html", {"page": page})


@require_GET
def cell(request: ActingRequest, municipality: str, area: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    found = queries.county(queries.home(request.acting), on=asked.on)
    place = queries.find_municipality(found, municipality)
    chosen = queries.find_area(found, area)
    page = cell_page(found, place, chosen, asked, request.acting)
    return render(request, "portal/cell.html", {"page": page})
