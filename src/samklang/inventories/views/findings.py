"""Answers of the kind “we have none”."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samklang.common.answers import correct, see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.inventories import actions, policies, queries
from samklang.inventories.answers import answer_rows
from samklang.inventories.forms import FindingForm
from samklang.organizations.api import ActingRequest

_ON_A_PAGE = 50


@require_GET
def findings(request: ActingRequest) -> HttpResponse:
    found = queries.findings(request.acting)
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": answer_rows(request.acting, page),
        "page": page,
        "may_answer": policies.can_receive(request.acting),
    }
    return render(request, "inventories/findings.html", context)


@require_GET
def new_finding(request: ActingRequest) -> HttpResponse:
    require(policies.can_receive(request.acting))
    asked = {name: request.GET.get(name, "") for name in ("organization", "area")}
    form = FindingForm(request.acting, initial=asked)
    return render(request, "inventories/finding.html", {"form": form})


@require_POST
@once
def record_finding(request: ActingRequest) -> HttpResponse:
    require(policies.can_receive(request.acting))

    form = FindingForm(request.acting, request.POST)
    if not form.is_valid():
        return correct(request, "inventories/finding.html", {"form": form})
    require(policies.can_answer(request.acting, form.cleaned_data["organization"]))

    finding = actions.record_none(by=request.acting, **form.cleaned_data)
    denied_by = queries.denied_by(finding, on=request.acting.today)
    if denied_by:
        messages.warning(
            request,
            _("Saved. But the register has an agreement in force: %(title)s. Ask who is right.")
            % {"title": denied_by},
        )
    else:
        messages.success(request, _("The answer is saved."))
    return see(request, "inventories:findings")


@require_POST
@once
def withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    finding = queries.find_finding(request.acting, pk)
    require(policies.can_withdraw(request.acting, finding))

    actions.withdraw(finding, withdrawn_date=request.acting.today, by=request.acting)
    messages.success(request, _("The answer is taken back."))
    return see(request, "inventories:findings")
