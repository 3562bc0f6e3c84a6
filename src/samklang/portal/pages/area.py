"""One area on one day: every local agreement against the regional one, and who has none."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.common.pictures import svg
from samklang.common.pictures.timeline import drawings
from samklang.common.words import Words, words
from samklang.portal import matrix as matrices
from samklang.portal.addresses import Addresses
from samklang.portal.forms import Terms
from samklang.portal.matrix import Cell, Counts
from samklang.portal.queries import Area, County
from samklang.portal.timelines import AreaTimeline, Extended, area_timeline
from samklang.portal.wording import lead, long_date, regional_end


@dataclass(frozen=True, slots=True)
class Without:
    """A municipality without an agreement in the area, and its cell."""

    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What the page of one area shows."""

    area: Area
    day: str
    terms: Terms
    lead: str
    regional_end: str
    picture: str
    timeline: AreaTimeline
    without: tuple[Without, ...]
    counts: Counts
    others: tuple[tuple[str, str], ...]
    words: Words


def area_page(
    found: County, area: Area, asked: Terms, extended: Extended, to: Addresses
) -> AreaPage:
    known = words(found.partnership)
    cells = matrices.cells_of(found, known, to)
    column = [(one.name, cells.cell(one, area)) for one in found.municipalities]
    counts = matrices.counted(cell.status for _name, cell in column)
    made = area_timeline(found, area, extended, known=known, to=to, today=asked.today)
    return AreaPage(
        area=area,
        day=long_date(asked.on),
        terms=asked,
        lead=lead(counts.triple, known),
        regional_end=_end(found, area, known),
        picture=svg.joined(drawings(made.timeline)),
        timeline=made,
        without=tuple(Without(*one) for one in column if one[1].standing is None),
        counts=counts,
        others=tuple((one.name, to.area(one.code)) for one in found.areas if one != area),
        words=known,
    )


def _end(found: County, area: Area, known: Words) -> str:
    standing = matrices.regional(found, area)
    end = standing.last_known.end if standing else None
    return regional_end({area.name: end}, on=found.on, known=known) if end else ""
