"""The county on one day: sentences, choices, matrix and tile map."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samklang.common.jinja import joined, mould, part
from samklang.common.pictures import svg, tiles
from samklang.common.remembered import Remembered
from samklang.common.spoken import said_once
from samklang.common.words import Words, words
from samklang.portal import matrix as matrices
from samklang.portal.addresses import Addresses
from samklang.portal.choices import Choice, meanings, measures, orders, shows
from samklang.portal.forms import Terms
from samklang.portal.matrix import Matrix
from samklang.portal.pages.table import Table, table
from samklang.portal.queries import County
from samklang.portal.tile_map import Key, keys, measure_text, tile_map
from samklang.portal.wording import headline, lead, levels, long_date, regional_end

# A map whose tiles all say the same as before is drawn already.
_DRAWN: Remembered[SafeString] = Remembered(200)


@dataclass(frozen=True, slots=True)
class Number:
    """One large figure and its unit in words."""

    count: int
    label: str


@dataclass(frozen=True, slots=True)
class CountyPage:
    """What the county page and its projector form show."""

    day: str
    terms: Terms
    lead: str
    regional_end: str
    matrix: Matrix
    table: Table
    tiles: str
    tile_rows: str
    measure: str
    show: tuple[Choice, ...]
    order: tuple[Choice, ...]
    measures: tuple[Choice, ...]
    keys: tuple[Key, ...]
    meanings: SafeString
    words: Words

    @property
    def headline(self) -> str:
        """Say the conclusion first, large."""
        return headline(self.matrix.counts.triple)

    @property
    def numbers(self) -> tuple[Number, ...]:
        counts, said = self.matrix.counts, levels(self.words)
        return (
            Number(counts.has, gettext("have one in force") % said),
            Number(counts.lacks, gettext("have none in force") % said),
            Number(counts.no_answer, gettext("have not answered") % said),
        )


def county_page(found: County, asked: Terms, own: frozenset[int], to: Addresses) -> CountyPage:
    known = words(found.partnership)
    if asked.projector:
        own = frozenset()
    laid = matrices.matrix(found, asked, own=own, known=known, to=to)
    return CountyPage(
        day=long_date(asked.on),
        terms=asked,
        lead=lead(laid.counts.triple, known),
        regional_end=regional_end(matrices.regional_ends(found), on=asked.on, known=known),
        matrix=laid,
        table=table(laid, asked, known),
        tiles=_tiles(found, laid, asked, known),
        tile_rows=_tile_rows(laid),
        measure=measure_text(laid, asked.measure, known),
        show=shows(laid, asked.show),
        order=orders(asked.order),
        measures=measures(asked.measure),
        keys=keys(laid, asked.measure),
        meanings=_meanings(known),
        words=known,
    )


def _tiles(found: County, laid: Matrix, asked: Terms, known: Words) -> str:
    """A county whose pack has no tile map, and the projector, go without."""
    drawn = tile_map(laid, found.partnership.tiles, asked, known)
    if asked.projector or not drawn.tiles:
        return ""
    return _DRAWN.of(drawn, lambda: svg.inline(tiles.draw(drawn)))


def _tile_rows(laid: Matrix) -> SafeString:
    """The tile map’s table, which says the same."""
    kind = mould("portal/_tile_row.html", "name", "has", "no_answer", "action")
    return joined(
        kind.fill(row.municipality.name, row.counts.has, row.counts.no_answer, row.action_count)
        for row in laid.rows
    )


@said_once
def _meanings(known: Words) -> SafeString:
    return part("portal/_meanings.html", {"meanings": meanings(known)})
