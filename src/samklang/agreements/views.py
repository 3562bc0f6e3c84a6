"""The context's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.agreements import queries
from samklang.organizations.api import ActingRequest


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    return render(request, "agreements/register.html", {})


@require_GET
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    return render(
        request, "agreements/detail.html", {"agreement": queries.find(request.acting, pk)}
    )
