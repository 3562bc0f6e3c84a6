"""What a colleague sees and may do, for the administrator who gives the rights."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.policy import require
from samklang.organizations.api import ActingRequest, can_administer, find_seat
from samklang.portal.pages import colleague_page


@require_GET
def colleague(request: ActingRequest, seat: int) -> HttpResponse:
    held = find_seat(request.acting, seat)
    require(can_administer(request.acting, held.organization))
    page = colleague_page(held, today=request.acting.today)
    return render(request, "portal/colleague.html", {"page": page})
