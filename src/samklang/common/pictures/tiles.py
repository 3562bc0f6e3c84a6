"""A map of equal tiles, one per municipality: number first, then name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from samklang.common.pictures.drawing import (
    Drawing,
    Link,
    Rect,
    Shape,
    Text,
    shortened,
    text_width,
)

SIDE, STEP = 60, 63
# Narrower pictures would be drawn larger than life.
_FEWEST_COLUMNS = 4
_NAME_SIZE, _SMALL_NAME_SIZE = 12.5, 12.0
_NAME_ROOM = 56


class Shade(Enum):
    """How dark a tile is, and whether its text is light: never the only bearer of the figure."""

    FULL = ("f-blue", "fill-paper")
    MOST = ("f-bluemid", "on-mid")
    SOME = ("f-bluetint", "")
    NONE = ("f-paper", "")
    UNKNOWN = ("f-p-no-answer", "")

    def __init__(self, ground: str, text: str) -> None:
        self.ground, self.text = ground, text


class Tile(NamedTuple):
    """Row and column count from 1."""

    row: int
    column: int
    figure: str
    name: str
    shade: Shade
    url: str = ""


@dataclass(frozen=True, slots=True)
class TileMap:
    label: str
    tiles: tuple[Tile, ...]


def shade(count: int, *, of: int, known: bool = True) -> Shade:
    """Choose a shade: all, at least half, some, none; or nothing known."""
    if not known:
        return Shade.UNKNOWN
    if count == 0:
        return Shade.NONE
    if count >= of:
        return Shade.FULL
    return Shade.MOST if count * 2 >= of else Shade.SOME


def draw(tile_map: TileMap) -> Drawing:
    """Draw it in reading order, row by row."""
    in_order = sorted(tile_map.tiles, key=lambda tile: (tile.row, tile.column))
    columns = max([_FEWEST_COLUMNS, *(tile.column for tile in in_order)])
    rows = max((tile.row for tile in in_order), default=1)
    shapes = tuple(part for tile in in_order for part in _tile(tile))
    return Drawing(columns * STEP - 3, rows * STEP - 2, tile_map.label, shapes)


def _tile(tile: Tile) -> Iterator[Shape | Link]:
    shapes = tuple(_shapes(tile))
    if not tile.url:
        yield from shapes
        return
    cut = any(isinstance(part, Text) and part.text.endswith(".") for part in shapes)
    yield Link(tile.url, shapes, name=f"{tile.figure} {tile.name}" if cut else "")


def _shapes(tile: Tile) -> Iterator[Shape]:
    x, y = (tile.column - 1) * STEP, (tile.row - 1) * STEP
    yield Rect(x, y, SIDE, SIDE, f"{tile.shade.ground} o-l")
    if tile.shade is Shade.UNKNOWN:
        # Text stands on plain ground, the pattern beside it.
        yield Rect(x + 1, y + 36, SIDE - 2, 23, "f-paper")
        yield Rect(x + 1, y + 5, 20, 24, "f-paper")
    small = text_width(tile.name, _NAME_SIZE) > _NAME_ROOM
    size = _SMALL_NAME_SIZE if small else _NAME_SIZE
    name = shortened(tile.name, _NAME_ROOM, size)
    type_size = "fs-12px" if small else "fs-12_5px"
    yield Text(x + 5, y + 24, f"{tile.figure} ", f"t-tile {tile.shade.text}".strip())
    yield Text(x + 4, y + 53, name, f"{type_size} {tile.shade.text}".strip())
