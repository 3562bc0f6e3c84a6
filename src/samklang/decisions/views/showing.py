"""The pages that show: the register, as a page and as a workbook, and one decision."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.decisions import pages, policies, queries
from samklang.decisions.asking import asked, feed_question
from samklang.decisions.forms import ReasonForm
from samklang.decisions.line import picture
from samklang.decisions.models import Decision
from samklang.decisions.sheet import workbook
from samklang.decisions.subjects import Subject
from samklang.organizations.api import (
    Acting,
    ActingRequest,
    Mandates,
    home_of,
    mandates,
)

ROWS, MOST = 50, 20_000


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    county, said = home_of(request.acting), asked(request.GET, request.acting)
    page = Paginator(said.listed, ROWS).get_page(request.GET.get("page"))
    folded = [] if said.only_standard else list(said.found.filter(standard=True)[: ROWS + 1])
    rights = mandates(county.pk)
    rows = _rows(list(page), rights, said.about, request.acting)
    context = {
        "asked": said,
        "page": page,
        "rows": rows,
        "picture": picture(rows, today=request.acting.today),
        "folded": pages.listed(folded[:ROWS], rights),
        "more_folded": len(folded) > ROWS,
        "question": _question(request),
        "feed_question": feed_question(request.GET),
        "waiting_at_home": queries.waiting_at_home(request.acting),
        "may_record": policies.can_record(request.acting, county.pk),
    }
    return render(request, "decisions/register.html", context)


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
    county, said = home_of(request.acting), asked(request.GET, request.acting)
    found = list(said.found.prefetch_related("areas")[:MOST])
    rows = pages.listed(found, mandates(county.pk))
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
