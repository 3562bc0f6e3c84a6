"""Who may do what in an organization, and what happened there."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations import actions, policies, queries
from samklang.organizations.forms import RightForm
from samklang.organizations.http import ActingRequest
from samklang.organizations.listing import history_rows, people_rows
from samklang.organizations.sentences import TOLD


@require_GET
def start(request: ActingRequest) -> HttpResponse:
    """Lead to the organization, or let somebody with several choose."""
    own = list(queries.own_organizations(request.acting))
    if len(own) == 1:
        return redirect("organizations:people", own[0].pk)
    return render(request, "organizations/start.html", {"organizations": own})


@require_GET
def people(request: ActingRequest, pk: int) -> HttpResponse:
    organization = queries.find_own(request.acting, pk)
    context = {
        "organization": organization,
        "may_administer": policies.can_administer(request.acting, organization),
        "people": people_rows(queries.rights(organization, today=request.acting.today)),
        "invitations": queries.waiting_invitations(organization, now=timezone.now()),
    }
    return render(request, "organizations/people.html", context)


@require_http_methods(["GET", "POST"])
@once
def give(request: ActingRequest, pk: int) -> HttpResponse:
    """Give somebody who is in the organization already one more right, or a new last day."""
    seat = queries.find_seat(request.acting, pk)
    organization, acting = seat.organization, request.acting
    require(policies.can_administer(acting, organization))
    roles = policies.roles_to_give(acting, organization)
    sent = request.POST if request.method == "POST" else None
    form = RightForm(roles, sent, today=acting.today, initial={"role": seat.role})
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        context = {"organization": organization, "seat": seat, "form": form}
        return render(request, "organizations/give.html", context, status=status)
    actions.give(seat.user, organization, by=request.user, today=acting.today, **form.cleaned_data)
    messages.success(request, _("The right is given."))
    return see(request, organization)


@require_POST
@once
def end(request: ActingRequest, pk: int) -> HttpResponse:
    seat = queries.find_seat(request.acting, pk)
    require(policies.can_end(request.acting, seat))
    actions.end(seat, by=request.user, today=request.acting.today)
    messages.success(request, _("The right is taken back. It no longer works."))
    return see(request, seat.organization)


@require_POST
@once
def confirm(request: ActingRequest, pk: int) -> HttpResponse:
    seat = queries.find_seat(request.acting, pk)
    require(policies.can_administer(request.acting, seat.organization))
    actions.confirm(seat, by=request.user, today=request.acting.today)
    messages.success(request, _("Noted. The question comes back in a year."))
    return see(request, seat.organization)


@require_GET
def history(request: ActingRequest, pk: int) -> HttpResponse:
    organization = queries.find_own(request.acting, pk)
    told = queries.history(organization, told=TOLD)
    entries = Paginator(told, 50).get_page(request.GET.get("page"))
    context = {
        "organization": organization,
        "entries": entries,
        "rows": history_rows(entries),
    }
    return render(request, "organizations/history.html", context)
