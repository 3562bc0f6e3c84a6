"""The pages about the product itself, open to everybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    return redirect("portal:county")


@login_not_required
@require_GET
def counting(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/counting.html", {})


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html", {})


@login_not_required
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {})
