"""What waits for whoever is signed in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.organizations.api import ActingRequest
from samklang.portal import pages


@require_GET
def todo(request: ActingRequest) -> HttpResponse:
    return render(request, "portal/todo.html", {"todo": pages.todo(request.acting)})
