"""The page for those who run the installation."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from samklang.common.policy import require
from samklang.organizations.api import ActingRequest
from samklang.setup.operations import readings
from samklang.setup.policies import can_see_operations


@require_GET
def status(request: ActingRequest) -> HttpResponse:
    require(can_see_operations(request.acting))
    return render(request, "setup/status.html", {"readings": readings(timezone.now())})
