"""The county's bodies on a day: the register, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.chosen_day import chosen_day
from samklang.common.pictures.png import png
from samklang.common.pictures.svg import standalone
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.organizations import policies, queries
from samklang.organizations.body_chart import ChartPage
from samklang.organizations.body_page import BodyPage, RegisterPage, charter_parts
from samklang.organizations.body_sheet import workbook
from samklang.organizations.body_words import body_history_lines
from samklang.organizations.http import ActingRequest
from samklang.organizations.waiting import waiting

_LATEST = 50


def _register(request: ActingRequest) -> RegisterPage:
    county = queries.home_of(request.acting)
    day = chosen_day(request.GET, today=request.acting.today)
    there = tuple(queries.structure(county.pk, on=day.on))
    flagged, of = request.GET.get("show") == "lacking", request.GET.get("of", "")
    return RegisterPage(county, there, day, flagged=flagged, of=of)


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    page = _register(request)
    context = {
        "page": page,
        "day": page.day,
        "may_start": policies.can_start_bodies(request.acting, page.home.pk),
    }
    return render(request, "bodies/register.html", context)


@require_GET
def sheet(request: ActingRequest) -> HttpResponse:
    """All bodies of the day with who sits in them, to work on in a spreadsheet."""
    page = _register(request)
    answer = HttpResponse(workbook(page, by=request.acting), content_type=WORKBOOK_TYPE)
    name = f"samverkansgrupper-{page.day.on.isoformat()}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _chart(request: ActingRequest) -> ChartPage:
    page = _register(request)
    return ChartPage(page, tuple(queries.organizations(page.home.pk).local()))


@require_GET
def chart(request: ActingRequest) -> HttpResponse:
    page = _chart(request)
    return render(request, "bodies/chart.html", {"page": page, "day": page.day})


@require_GET
def chart_file(request: ActingRequest, form: str) -> HttpResponse:
    """The picture as a file, for a slide or a paper."""
    page = _chart(request)
    name = f"samverkanskarta-{page.day.on.isoformat()}.{form}"
    match form:
        case "svg":
            answer = HttpResponse(standalone(page.drawing), content_type="image/svg+xml")
        case "png":
            answer = HttpResponse(png(page.drawing), content_type="image/png")
        case _:
            raise Http404
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    body = queries.find_body(request.acting, pk)
    day = chosen_day(request.GET, today=request.acting.today)
    one = queries.body_on(body, on=day.on)
    entries = queries.body_history(body)[:_LATEST]
    context = {
        "page": BodyPage(one, day, tuple(body_history_lines(entries, one))),
        "parts": charter_parts(one),
        "waiting": waiting(request.acting, body, on=day.on),
        "day": day,
        "may_change": policies.can_change_body(request.acting, body),
        "may_end": policies.can_end_body(request.acting, body),
    }
    return render(request, "bodies/detail.html", context)
