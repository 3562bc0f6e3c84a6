"""How far the organizations have come with a decision, as a strip: a tile for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from samklang.common.pictures.drawing import Drawing, Link, Rect, Shape, Symbol, Text, shortened
from samklang.common.pictures.svg import inline, joined
from samklang.decisions.models import HomeState

# Widths with how many tiles stand beside each other, and the marks that choose among them.
_WIDTHS = ((1160, 8, "w-l"), (680, 4, "w-m"), (358, 2, "w-s"))
_HEIGHT, _GAP = 56, 4
_SMALL, _STEP = 20, 22
# Per state: the symbol, the ground, and the edge at the left.
LOOKS = {
    HomeState.LATE: ("expiring", "f-coppertint", "f-copper"),
    HomeState.NOT_BEGUN: ("missing", "f-paper o-l", "f-ink"),
    HomeState.PLANNED: ("under-way", "f-paper ln", "f-bluemid"),
    HomeState.DECIDED: ("until-further-notice", "f-bluewash", "f-bluemid"),
    HomeState.LANDED: ("in-force", "f-bluetint", "f-blue"),
    HomeState.NOT_APPLICABLE: ("not-applicable", "f-sheet2", "f-line2"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One organization: its name, how far it has come, and where more is said."""

    name: str
    state: HomeState
    url: str

    @property
    def label(self) -> str:
        return f"{self.name}: {self.state.label}"


def strip(tiles: Sequence[Tile], label: str) -> SafeString:
    """Draw it with names and words, for every width of a page."""
    return joined((_drawn(tiles, label, *size), marks) for *size, marks in _WIDTHS)


def small(tiles: Sequence[Tile], label: str) -> SafeString:
    """Draw it with symbols alone, for a row of a list; the names are in the table beside it."""
    shapes = tuple(
        Link(one.url, tuple(_square(one, number * _STEP)), one.label)
        for number, one in enumerate(tiles)
    )
    return inline(Drawing(max(len(tiles), 16) * _STEP, _STEP, label, shapes), "ministrip")


def _drawn(tiles: Sequence[Tile], label: str, width: int, columns: int) -> Drawing:
    each = width / columns
    rows = -(-len(tiles) // columns)
    shapes = tuple(
        Link(
            one.url,
            tuple(_tile(one, number % columns * each, number // columns * _HEIGHT, each - _GAP)),
            one.label,
        )
        for number, one in enumerate(tiles)
    )
    return Drawing(width, rows * _HEIGHT, label, shapes)


def _tile(tile: Tile, x: float, y: int, width: float) -> Iterator[Shape]:
    symbol, ground, edge = LOOKS[tile.state]
    room = width - 42
    yield Rect(x, y, width, _HEIGHT - _GAP, ground)
    yield Rect(x, y, 6, _HEIGHT - _GAP, edge)
    yield Symbol(x + 13, y + 18, 16, symbol)
    yield Text(x + 37, y + 22, shortened(tile.name, room, 15), "tb")
    yield Text(x + 37, y + 41, shortened(str(tile.state.label), room, 13), "t2 ts")


def _square(tile: Tile, x: int) -> Iterator[Shape]:
    symbol, ground, edge = LOOKS[tile.state]
    yield Rect(x, 1, _SMALL, _SMALL, ground)
    yield Rect(x, 1, 3, _SMALL, edge)
    yield Symbol(x + 4, 4, 14, symbol)
