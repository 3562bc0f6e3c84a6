"""Coverage: all of an area, one municipality of it, and the workbook."""

from __future__ import annotations

from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samklang.common.answers import around
from samklang.common.jinja import written
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.library.api import area_names
from samklang.organizations.api import ActingRequest, home_of
from samklang.texts import queries
from samklang.texts.coverage import coverage
from samklang.texts.coverage_page import CoveragePage
from samklang.texts.coverage_sheet import workbook
from samklang.texts.municipality_page import MunicipalityPage
from samklang.texts.queries import Chain
from samklang.texts.undertakings import groups


class Area(NamedTuple):
    pk: int
    code: str
    name: str
    short_name: str
    statutory: bool


def areas(request: ActingRequest) -> list[Area]:
    partnership = home_of(request.acting)
    language = (get_language() or "").split("-")[0]
    return [Area(*row) for row in area_names(partnership.pk, language)]


def found_area(known: list[Area], code: str) -> Area:
    for one in known:
        if one.code == code:
            return one
    raise Http404


def chain_of(request: ActingRequest, area: Area) -> Chain | None:
    partnership = home_of(request.acting)
    return queries.chain(partnership.pk, area.pk, on=request.acting.today)


def page_of(request: ActingRequest, chain: Chain) -> CoveragePage:
    laid = tuple(groups(chain.text))
    asked = [
        one for group in laid for one in group.undertakings if one.commitment.needs_local_answer
    ]
    whole = coverage(chain, asked, queries.findings(request.acting, chain))
    only_gaps = request.GET.get("visa") == "luckor"
    return CoveragePage(chain, laid, whole, whole.with_gaps() if only_gaps else whole, only_gaps)


@require_GET
def index(request: ActingRequest) -> HttpResponse:
    """Send on to the area that was chosen, or show which there are."""
    known = areas(request)
    chosen = request.GET.get("omrade", "")
    if chosen:
        answer = redirect("coverage:area", found_area(known, chosen).code)
        if request.GET.get("visa") == "luckor":
            answer["Location"] += "?visa=luckor"
        return answer
    return render(request, "texts/coverage_index.html", {"areas": known})


@require_GET
def area(request: ActingRequest, area: str) -> HttpResponse:
    known = areas(request)
    chosen = found_area(known, area)
    chain = chain_of(request, chosen)
    if chain is None:
        return render(request, "texts/coverage_none.html", {"area": chosen})
    page = page_of(request, chain)
    content = written("texts/_coverage.html", {"page": page, "areas": known, "area": area})
    return around(request, "texts/coverage.html", content, {"area": chosen})


@require_GET
def municipality(request: ActingRequest, area: str, municipality: str) -> HttpResponse:
    chosen = found_area(areas(request), area)
    chain = chain_of(request, chosen)
    place = chain.place(municipality) if chain else None
    if chain is None or place is None:
        raise Http404
    page = MunicipalityPage(page_of(request, chain), place)
    return render(request, "texts/coverage_municipality.html", {"area": chosen, "page": page})


@require_GET
def sheet(request: ActingRequest, area: str) -> HttpResponse:
    chosen = found_area(areas(request), area)
    chain = chain_of(request, chosen)
    if chain is None:
        raise Http404
    page = page_of(request, chain)
    answer = HttpResponse(workbook(page, by=request.acting), content_type=WORKBOOK_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="tackning-{chosen.code}.xlsx"'
    return answer
