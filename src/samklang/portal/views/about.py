"""The pages about the product itself, open to everybody."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from samklang.portal.explaining import statuses

SECURITY_TXT_HOLDS = timedelta(days=180)


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


@login_not_required
@require_GET
def security_txt(_request: HttpRequest) -> HttpResponse:
    """Say where a weakness is told, in the form of RFC 9116; without an address there is none."""
    if not settings.SAMKLANG_CONTACT:
        raise Http404
    expires = timezone.now().replace(microsecond=0) + SECURITY_TXT_HOLDS
    lines = [
        f"Contact: mailto:{settings.SAMKLANG_CONTACT}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: sv, en",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
