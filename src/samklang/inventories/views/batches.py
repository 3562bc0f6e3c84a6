"""Handing in files, and how far their reading has come."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from samklang.common.answers import correct, page_or_part, see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.inventories import jobs, policies, queries
from samklang.inventories.forms import UploadForm
from samklang.organizations.api import ActingRequest

_ON_A_PAGE = 30


@require_GET
def batches(request: ActingRequest) -> HttpResponse:
    return render(
        request,
        "inventories/batches.html",
        {
            "batches": _listed(request),
            "form": UploadForm(request.acting),
            "may_receive": policies.can_receive(request.acting),
        },
    )


@require_POST
@once
def receive(request: ActingRequest) -> HttpResponse:
    may_receive = policies.can_receive(request.acting)
    require(may_receive)

    form = UploadForm(request.acting, request.POST, request.FILES)
    if not form.is_valid():
        context = {"batches": _listed(request), "form": form, "may_receive": may_receive}
        return correct(request, "inventories/batches.html", context)

    received = jobs.receive(
        form.cleaned_data["documents"],
        organization=form.cleaned_data["organization"],
        by=request.acting,
    )
    return see(request, received)


@require_GET
def batch(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_batch(request.acting, pk)
    return page_or_part(
        request,
        "inventories/batch.html",
        "inventories/_progress.html",
        {"batch": found, "progress": queries.progress(found)},
    )


def _listed(request: ActingRequest) -> object:
    return Paginator(queries.batches(request.acting), _ON_A_PAGE).get_page(request.GET.get("page"))
