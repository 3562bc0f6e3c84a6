"""Borrowing an organization’s administrator rights, for those who run the installation."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations import actions, policies
from samklang.organizations.elevation import current_elevation
from samklang.organizations.forms import ElevateForm
from samklang.organizations.http import ActingRequest


@require_http_methods(["GET", "POST"])
@once
def elevate(request: ActingRequest) -> HttpResponse:
    require(policies.can_elevate(request.user))
    form = ElevateForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        going = current_elevation(request.user, now=timezone.now())
        context = {"form": form, "elevation": going}
        return render(request, "organizations/elevate.html", context, status=status)
    actions.elevate(by=request.user, now=timezone.now(), **form.cleaned_data)
    messages.success(request, _("You have the rights for an hour. The organization can see it."))
    return see(request, form.cleaned_data["organization"])


@require_POST
@once
def step_down(request: ActingRequest) -> HttpResponse:
    require(policies.can_elevate(request.user))
    actions.step_down(by=request.user, now=timezone.now())
    messages.success(request, _("You have given the rights back."))
    return redirect("organizations:elevate")
