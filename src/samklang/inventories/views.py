"""The context's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.organizations.api import ActingRequest


@require_GET
def batches(request: ActingRequest) -> HttpResponse:
    return render(request, "inventories/batches.html", {})
