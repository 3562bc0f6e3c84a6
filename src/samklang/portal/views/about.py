"""The pages about the product itself, open to everybody."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from samklang.portal.explaining import statuses


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    return redirect("portal:county")


@login_not_required
@require_GET
def counting(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/counting.html", {"meanings": statuses()})


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html", {"contact": settings.SAMKLANG_CONTACT})


@login_not_required
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {"contact": settings.SAMKLANG_CONTACT})
