"""The context's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.organizations.api import ActingRequest


@require_GET
def reports(request: ActingRequest) -> HttpResponse:
    return render(request, "reporting/reports.html", {})
