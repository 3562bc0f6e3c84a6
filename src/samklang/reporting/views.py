"""The report pages: choose, look, approve, download."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samklang.agreements.api import PAPERS, can_propose, case
from samklang.common.answers import see
from samklang.common.policy import require
from samklang.common.words import place
from samklang.consultations.api import can_read_compilation, find_round
from samklang.decisions.api import MOST_EXTRACTED, extracted
from samklang.meetings.api import find_meeting, minuted, proceedings
from samklang.organizations.api import ActingRequest, home_of
from samklang.reporting import actions, compilations, exporting, queries
from samklang.reporting.decisions import DecisionExtract
from samklang.reporting.forms import ApproveForm, ChoiceForm
from samklang.reporting.freezing import fingerprint, frozen, thawed
from samklang.reporting.policies import can_approve
from samklang.reporting.presentation import shown

REPORTS_PER_PAGE = 30
_NUMBER = re.compile(r"[0-9]{1,9}")


@require_GET
def reports(request: ActingRequest) -> HttpResponse:
    return _reports(request, _choice(request), HTTPStatus.OK)


def _reports(request: ActingRequest, choice: ChoiceForm, status: HTTPStatus) -> HttpResponse:
    found = Paginator(queries.reports(request.acting), REPORTS_PER_PAGE)
    page = found.get_page(request.GET.get("page"))
    return render(
        request, "reporting/reports.html", {"form": choice, "reports": page}, status=status
    )


def _choice(request: ActingRequest) -> ChoiceForm:
    asked = request.POST if request.method == "POST" else request.GET
    return ChoiceForm(
        asked, areas=queries.choosable_areas(request.acting), today=request.acting.today
    )


@require_GET
def draft(request: ActingRequest) -> HttpResponse:
    home_of(request.acting)
    choice = _choice(request)
    if not choice.is_valid():
        return _reports(request, choice, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _draft(request, choice, ApproveForm(), HTTPStatus.OK)


def _draft(
    request: ActingRequest, choice: ChoiceForm, approving: ApproveForm, status: HTTPStatus
) -> HttpResponse:
    home = home_of(request.acting)
    figures = queries.draft(home, on=choice.cleaned_data["on"], about=choice.chosen)
    context = {
        "form": choice,
        "approving": approving,
        "shown": shown(figures),
        "seen": fingerprint(frozen(figures)),
        "may_approve": can_approve(request.acting, home),
        "kinds": exporting.KINDS,
    }
    return render(request, "reporting/draft.html", context, status=status)


@require_POST
def approve(request: ActingRequest) -> HttpResponse:
    home = home_of(request.acting)
    require(can_approve(request.acting, home))

    choice, approving = _choice(request), ApproveForm(request.POST)
    if not choice.is_valid():
        return _reports(request, choice, HTTPStatus.UNPROCESSABLE_ENTITY)
    figures = queries.draft(home, on=choice.cleaned_data["on"], about=choice.chosen)
    if approving.is_valid() and approving.cleaned_data["seen"] != fingerprint(frozen(figures)):
        approving.add_error(
            None,
            _("The register has changed since you opened the draft. Look again, then approve."),
        )
    if not approving.is_valid():
        return _draft(request, choice, approving, HTTPStatus.UNPROCESSABLE_ENTITY)

    figures = replace(figures, account=approving.account())
    report = actions.approve(home, figures, by=request.user)
    messages.success(request, _("The report is approved and frozen. It does not change any more."))
    return see(request, report)


@require_GET
def draft_file(request: ActingRequest, kind: str) -> HttpResponse:
    home = home_of(request.acting)
    choice = _choice(request)
    if not choice.is_valid():
        return _reports(request, choice, HTTPStatus.UNPROCESSABLE_ENTITY)
    figures = queries.draft(home, on=choice.cleaned_data["on"], about=choice.chosen)
    return exporting.download(exporting.of_draft(figures, request.acting), kind)


@require_GET
def report(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find(request.acting, pk)
    context = {
        "report": found,
        "shown": shown(thawed(found.figures)) if found.is_intact else None,
        "kinds": exporting.KINDS,
    }
    return render(request, "reporting/report.html", context)


@require_GET
def file(request: ActingRequest, pk: int, kind: str) -> HttpResponse:
    found = queries.find(request.acting, pk)
    if not found.is_intact:
        return render(
            request, "reporting/report.html", {"report": found}, status=HTTPStatus.CONFLICT
        )
    return exporting.download(exporting.of_report(found, request.acting), kind)


@require_GET
def compilation_file(request: ActingRequest, edition_pk: int, pk: int, kind: str) -> HttpResponse:
    """What was said in a consultation, as a file; what is not what was frozen is not given out."""
    page = find_round(request.acting, edition_pk, pk)
    require(can_read_compilation(request.acting, page))
    found = page.consultation
    if not found.is_open and not found.is_intact:
        return redirect("consultations:compilation", edition_pk, pk)
    taken = compilations.taken(found, on=request.acting.today, by=str(request.user))
    return exporting.download_compilation(taken, kind)


@require_GET
def board_paper(
    request: ActingRequest, pk: int, edition_pk: int, organization_pk: int, paper: str, kind: str
) -> HttpResponse:
    """What a party’s board is asked to decide, or the letter with it, as a file to work on with."""
    asked = case(request.acting, pk, edition_pk, organization_pk)
    require(can_propose(request.acting, asked.adopting.page.edition))
    if paper not in PAPERS:
        raise Http404
    return exporting.download_board_paper(asked, paper, kind)


@require_GET
def meeting_file(request: ActingRequest, pk: int, kind: str) -> HttpResponse:
    """A meeting’s agenda, or its minutes when it has been held, as a document or as slides."""
    meeting = find_meeting(request.acting, pk)
    told = proceedings(request.acting, meeting)
    return exporting.download_meeting(told, kind, on=request.acting.today)


@require_GET
def decision_extract(request: ActingRequest, kind: str) -> HttpResponse:
    """Chosen decisions as an extract of the minutes; without any, it is said how to choose."""
    county = home_of(request.acting)
    pks = [int(one) for one in request.GET.getlist("decision") if _NUMBER.fullmatch(one)]
    found = extracted(request.acting, pks) if len(pks) <= MOST_EXTRACTED else []
    if not found:
        wrong = _("Choose at least one decision, and %(most)s at the most.")
        messages.warning(request, wrong % {"most": MOST_EXTRACTED})
        return redirect("decisions:register")
    it = DecisionExtract(
        decisions=found,
        minuted=minuted(request.acting, [one.pk for one in found]),
        county=place(county) or county.name,
        taken_by=str(request.user),
        taken_on=request.acting.today,
        site=request.build_absolute_uri("/").rstrip("/"),
    )
    return exporting.download_decisions(it, kind)
