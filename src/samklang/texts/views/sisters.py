"""How the county's regional texts differ, and which of the differences are meant."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import Verdict, require
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.organizations.api import ActingRequest, home_of
from samklang.texts import actions, policies, queries
from samklang.texts.forms import MeantForm, SistersTerms, sisters_terms
from samklang.texts.harmony import Difference
from samklang.texts.queries import Sisters
from samklang.texts.sisters_page import SistersPage
from samklang.texts.sisters_sheet import workbook


def _asked(request: ActingRequest) -> tuple[Sisters, SistersTerms]:
    home = home_of(request.acting)
    terms = sisters_terms(request.GET, today=request.acting.today)
    return queries.sisters(request.acting, home, on=terms.on), terms


def _may_mark(request: ActingRequest, found: Sisters) -> Verdict:
    editions = [one.edition for one, _sections in found.texts]
    return policies.can_mark_as_meant(request.acting, found.partnership.pk, editions)


def _back(terms: SistersTerms, difference: Difference) -> HttpResponse:
    return redirect(f"{reverse('texts:sisters')}{terms.query}#d-{difference.fingerprint}")


@require_GET
def sisters(request: ActingRequest) -> HttpResponse:
    found, terms = _asked(request)
    page = SistersPage(found, terms, _may_mark(request, found))
    return render(request, "texts/sisters.html", {"page": page})


@require_GET
def sisters_sheet(request: ActingRequest) -> HttpResponse:
    found, terms = _asked(request)
    page = SistersPage(found, terms, _may_mark(request, found))
    answer = HttpResponse(workbook(page, by=request.acting.user), content_type=WORKBOOK_TYPE)
    name = f"skillnader-{terms.on.isoformat()}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "POST"])
@once
def mark_as_meant(request: ActingRequest, fingerprint: str) -> HttpResponse:
    """Ask why the texts shall differ, and write it down."""
    found, terms = _asked(request)
    difference = found.difference(fingerprint)
    require(_may_mark(request, found))
    form = MeantForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        page = SistersPage(found, terms, _may_mark(request, found))
        context = {"page": page, "form": form, "shown": page.places.difference(difference)}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "texts/meant.html", context, status=status)
    reason = form.cleaned_data["reason"]
    actions.mark_as_meant(difference, within=found.partnership, reason=reason, by=request.acting)
    messages.success(request, _("It is written down that the texts shall differ here."))
    return _back(terms, difference)


@require_POST
@once
def take_back_meant(request: ActingRequest, fingerprint: str) -> HttpResponse:
    found, terms = _asked(request)
    difference = found.difference(fingerprint)
    require(_may_mark(request, found))
    marked = found.meant.get(fingerprint)
    if marked is not None:
        actions.take_back_meant(marked, by=request.acting)
        messages.success(request, _("The difference is one to look at again."))
    return _back(terms, difference)
