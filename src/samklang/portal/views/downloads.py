"""The county picture as files: a workbook, and its pictures as SVG and PNG."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from samklang.agreements.api import extensions
from samklang.common.pictures import changes, tiles, timeline
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.png import png
from samklang.common.pictures.svg import standalone
from samklang.common.words import words
from samklang.common.workbooks import WORKBOOK_TYPE
from samklang.organizations.api import ActingRequest, home_of
from samklang.portal import queries
from samklang.portal.addresses import addresses
from samklang.portal.forms import Terms, terms
from samklang.portal.law_line import law_line
from samklang.portal.laws import county_law
from samklang.portal.matrix import Matrix, matrix
from samklang.portal.matrix_picture import matrix_drawing
from samklang.portal.queries import County
from samklang.portal.sheet import workbook
from samklang.portal.tile_map import tile_map
from samklang.portal.timelines import area_timeline, edition_ids


@require_GET
def sheet(request: ActingRequest) -> HttpResponse:
    found, asked, laid = _asked(request)
    made = workbook(found, asked, laid, by=request.acting.user)
    return _file(made, WORKBOOK_TYPE, f"lanet-{asked.on.isoformat()}.xlsx")


@require_GET
def matrix_picture(request: ActingRequest, form: str) -> HttpResponse:
    found, asked, laid = _asked(request)
    drawing = matrix_drawing(laid, words(found.partnership), asked)
    return _picture(drawing, form, f"matris-{asked.on.isoformat()}")


@require_GET
def tile_picture(request: ActingRequest, form: str) -> HttpResponse:
    found, asked, laid = _asked(request)
    known = words(found.partnership)
    drawing = tiles.draw(tile_map(laid, found.partnership.tiles, asked, known))
    return _picture(drawing, form, f"rutkarta-{asked.on.isoformat()}")


@require_GET
def area_picture(request: ActingRequest, area: str, form: str) -> HttpResponse:
    found, asked, _laid = _asked(request)
    chosen = queries.find_area(found.areas, area)
    made = area_timeline(
        found,
        chosen,
        extensions(edition_ids(found, chosen), on=asked.on),
        known=words(found.partnership),
        to=addresses(asked.query),
        today=asked.today,
    )
    name = f"tidslinje-{chosen.code}-{asked.on.isoformat()}"
    return _picture(timeline.draw(made.timeline), form, name)


@require_GET
def laws_picture(request: ActingRequest, form: str) -> HttpResponse:
    asked = terms(request.GET, today=request.acting.today)
    made = law_line(county_law(request.acting, on=asked.on), asked)
    return _picture(changes.draw(made), form, f"lagkalender-{asked.on.isoformat()}")


def _asked(request: ActingRequest) -> tuple[County, Terms, Matrix]:
    asked = terms(request.GET, today=request.acting.today)
    home = home_of(request.acting)
    found = queries.county(home, on=asked.on, seen_by=request.acting)
    own, known = request.acting.organization_ids, words(found.partnership)
    return found, asked, matrix(found, asked, own=own, known=known, to=addresses(asked.query))


def _picture(drawing: Drawing, form: str, name: str) -> HttpResponse:
    match form:
        case "svg":
            return _file(standalone(drawing).encode(), "image/svg+xml", f"{name}.svg")
        case "png":
            return _file(png(drawing), "image/png", f"{name}.png")
        case _:
            raise Http404


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
