"""The pages that show: the register, as a page and as a workbook, and one decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.decisions import pages, policies, queries
from samklang.decisions.forms import ReasonForm, SearchForm
from samklang.decisions.line import picture
from samklang.decisions.models import Decision
from samklang.decisions.sheet import workbook
from samklang.decisions.subjects import Subject, subject
from samklang.library.api import areas
from samklang.organizations.api import (
    Acting,
    ActingRequest,
    Mandates,
    Partnership,
    bodies,
    home_of,
    mandates,
)

ROWS, MOST = 50, 20_000


def _search(request: ActingRequest, county: Partnership) -> SearchForm:
    return SearchForm(
        request.GET,
        bodies=bodies(county.pk),
        years=queries.years(request.acting, county.pk),
        areas=areas(county.pk),
    )


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    county = home_of(request.acting)
    search = _search(request, county)
    about = subject(request.GET.get("about", ""), by=request.acting)
    found = queries.register(request.acting, county.pk, _terms(search, about))
    only_standard = request.GET.get("show") == "standard"
    page = Paginator(found.filter(standard=only_standard), ROWS).get_page(request.GET.get("page"))
    folded = [] if only_standard else list(found.filter(standard=True)[: ROWS + 1])
    rights = mandates(county.pk)
    rows = _rows(list(page), rights, about, request.acting)
    context = {
        "search": search,
        "about": about,
        "is_narrow": about is not None or search.terms().narrow,
        "page": page,
        "rows": rows,
        "picture": picture(rows, today=request.acting.today),
        "folded": pages.listed(folded[:ROWS], rights),
        "more_folded": len(folded) > ROWS,
        "only_standard": only_standard,
        "question": _question(request),
        "waiting_at_home": queries.waiting_at_home(request.acting),
        "may_record": policies.can_record(request.acting, county.pk),
    }
    return render(request, "decisions/register.html", context)


def _terms(search: SearchForm, about: Subject | None) -> queries.Terms:
    return replace(search.terms(), about=about.decision_ids if about else None)


def _rows(
    found: list[Decision], rights: Mandates, about: Subject | None, by: Acting
) -> list[pages.Row]:
    if about is None:
        return pages.listed(found, rights)
    return pages.listed_about(found, rights, url=about.url, by=by)


def _question(request: ActingRequest) -> str:
    asked = request.GET.copy()
    for name in ("page", "show"):
        asked.pop(name, None)
    return asked.urlencode()


@require_GET
def sheet(request: ActingRequest) -> HttpResponse:
    """The same as a workbook: all that were asked for, standard clauses too."""
    county = home_of(request.acting)
    about = subject(request.GET.get("about", ""), by=request.acting)
    terms = _terms(_search(request, county), about)
    found = queries.register(request.acting, county.pk, terms)
    rows = pages.listed(list(found.prefetch_related("areas")[:MOST]), mandates(county.pk))
    answer = HttpResponse(workbook(rows, by=request.acting), content_type=WORKBOOK_TYPE)
    answer["Content-Disposition"] = 'attachment; filename="beslut.xlsx"'
    return answer


@require_GET
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    return shown(request, queries.find(request.acting, pk), ReasonForm())


def shown(
    request: ActingRequest,
    decision: Decision,
    form: ReasonForm,
    *,
    status: int = 200,
    changed: bool = False,
) -> HttpResponse:
    page = pages.DecisionPage(decision, request.acting, form, changed)
    may_record = policies.can_record(request.acting, decision.partnership_id)
    context: dict[str, Any] = {
        "page": page,
        "decision": decision,
        "around": pages.around(decision, request.acting),
        "form": form,
        "may_confirm": page.verdict(may_record),
        "may_record": may_record,
        "may_undo": policies.can_undo(request.acting, decision),
    }
    return render(request, "decisions/detail.html", context, status=status)
