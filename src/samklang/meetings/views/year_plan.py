"""The county’s meetings of a year: the page, the picture as a file, and the workbook."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.numbers import whole
from samklang.common.pictures.png import png
from samklang.common.pictures.svg import standalone
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.meetings import policies, queries
from samklang.meetings.year_plan import YearPlan
from samklang.meetings.year_sheet import workbook
from samklang.organizations.api import ActingRequest, bodies, home_of

_EARLIEST, _LATEST = 1990, 2090


def _plan(request: ActingRequest) -> YearPlan:
    today = request.acting.today
    year, body_id = _number(request, "year") or today.year, _number(request, "body")
    if not _EARLIEST <= year <= _LATEST:
        year = today.year
    return YearPlan(year, today, queries.year_plan(request.acting, year, body_id=body_id))


def _number(request: ActingRequest, name: str) -> int | None:
    """Read a search; what makes no sense asks for nothing."""
    return whole(request.GET.get(name, ""))


@require_GET
def year_plan(request: ActingRequest) -> HttpResponse:
    plan = _plan(request)
    home = request.acting.partnership
    context = {
        "plan": plan,
        "years": range(plan.year - 1, plan.year + 2),
        "bodies": bodies(home.pk) if home else [],
        "body_id": _number(request, "body"),
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
        "series": list(queries.all_series(request.acting)),
        "may_call": policies.can_call(request.acting),
    }
    return render(request, "meetings/year_plan.html", context)


@require_GET
def year_sheet(request: ActingRequest) -> HttpResponse:
    plan, home = _plan(request), home_of(request.acting)
    answer = HttpResponse(
        workbook(plan, county=home.name, by=request.acting), content_type=WORKBOOK_TYPE
    )
    answer["Content-Disposition"] = f'attachment; filename="arsplan-{plan.year}.xlsx"'
    return answer


@require_GET
def year_picture(request: ActingRequest, form: str) -> HttpResponse:
    """The picture as a file, for a slide or a paper."""
    home_of(request.acting)
    plan = _plan(request)
    match form:
        case "svg":
            answer = HttpResponse(standalone(plan.drawing), content_type="image/svg+xml")
        case "png":
            answer = HttpResponse(png(plan.drawing), content_type="image/png")
        case _:
            raise Http404
    answer["Content-Disposition"] = f'attachment; filename="arsplan-{plan.year}.{form}"'
    return answer
