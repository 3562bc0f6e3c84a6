"""The county as equal tiles, with the measure that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from samklang.common.pictures.tiles import Shade, Tile, TileMap, shade
from samklang.common.spoken import said_once
from samklang.common.words import Words
from samklang.portal.forms import Measure, Terms
from samklang.portal.matrix import Matrix, Row, measured
from samklang.portal.wording import levels


def tile_map(matrix: Matrix, places: Mapping[str, Any], terms: Terms, known: Words) -> TileMap:
    """Place the municipalities as the pack says; one without a place has no tile."""
    grid: Mapping[str, tuple[int, int]] = places.get("places", {})
    label = gettext("Tile map: %(measure)s, then the %(municipality)s") % {
        **levels(known),
        "measure": measure_text(matrix, terms.measure, known),
    }
    tiles = tuple(
        _tile(matrix, row, grid[row.municipality.code], terms)
        for row in matrix.rows
        if row.municipality.code in grid
    )
    return TileMap(label, tiles)


def measure_text(matrix: Matrix, measure: Measure, known: Words) -> str:
    """Say what the number on a tile is."""
    return _measure_text(matrix.statutory_count, measure, known)


@said_once
def _measure_text(count: int, measure: Measure, known: Words) -> str:
    said = {**levels(known), "count": count}
    match measure:
        case Measure.ACTION:
            return gettext("how many areas need action") % said
        case Measure.NO_ANSWER:
            return gettext("in how many of the %(count)s nobody has answered") % said
        case _:
            return gettext("how many of the %(count)s %(local_plural)s are in place") % said


@dataclass(frozen=True, slots=True)
class Key:
    """A shade of the tile map and what it stands for."""

    ground: str
    text: str


def keys(matrix: Matrix, measure: Measure) -> tuple[Key, ...]:
    """Explain each shade that this measure can have, the darkest first."""
    return _keys(_most(matrix, measure), measure)


@said_once
def _keys(of: int, measure: Measure) -> tuple[Key, ...]:
    by_shade: dict[Shade, list[int]] = {}
    for count in range(of, -1, -1):
        by_shade.setdefault(shade(count, of=of), []).append(count)
    found = [
        Key(one.ground, f"{min(counts)}–{max(counts)}" if len(counts) > 1 else str(counts[0]))
        for one, counts in by_shade.items()
    ]
    if measure is Measure.HAS:
        found.append(Key(Shade.UNKNOWN.ground, gettext("No answer")))
    return tuple(found)


def _most(matrix: Matrix, measure: Measure) -> int:
    return max(len(matrix.columns) if measure is Measure.ACTION else matrix.statutory_count, 1)


def _tile(matrix: Matrix, row: Row, place: tuple[int, int], terms: Terms) -> Tile:
    count = measured(row, terms.measure)
    silent = terms.measure is Measure.HAS and row.counts.no_answer == matrix.statutory_count
    return Tile(
        row=place[0],
        column=place[1],
        figure="?" if silent else str(count),
        name=row.municipality.name,
        shade=shade(count, of=_most(matrix, terms.measure), known=not silent),
        url=f"#{anchor(row)}",
    )


def anchor(row: Row) -> str:
    """Return the id of the row's place in the matrix, where a tile leads."""
    return f"m-{row.municipality.code}"
