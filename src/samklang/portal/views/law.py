"""The law calendar, and one provision of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.organizations.api import ActingRequest
from samklang.portal.addresses import addresses
from samklang.portal.forms import terms
from samklang.portal.laws import county_law, find_provision
from samklang.portal.pages import law_page, laws_page


@require_GET
def laws(request: ActingRequest) -> HttpResponse:
    if request.acting.partnership is None:
        return render(request, "portal/no_seat.html", {})
    asked = terms(request.GET, today=request.acting.today)
    page = laws_page(county_law(request.acting, on=asked.on), asked)
    return render(request, "portal/laws.html", {"page": page})


@require_GET
def law(request: ActingRequest, code: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    found = county_law(request.acting, on=asked.on)
    provision = find_provision(found.law, code)
    page = law_page(found, provision, asked, addresses(asked.query))
    return render(request, "portal/law.html", {"page": page})
