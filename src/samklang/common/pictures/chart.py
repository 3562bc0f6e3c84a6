"""Who answers to whom: bodies as boxes in bands, each in its principal’s colour and pattern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samklang.common.pictures.chart_places import Cell, Knot, Places, places
from samklang.common.pictures.drawing import (
    Drawing,
    Link,
    Path,
    Rect,
    Shape,
    Text,
    shortened,
    text_width,
)
from samklang.common.pictures.patterns import STRIP, ground, strip

WIDE = 1160
_NAMES, _GAP, _LEAST = 150, 18, 168
_BAND_GAP, _EDGE, _LINE = 30, 10, 18
# Names are bold, and wider than their letters count; the serif of the bands is wider still.
_BOLD, _SERIF = 1.06, 1.12
_TILE, _TILE_STEP, _TILE_HEIGHT = 62, 65, 56
_ARROW = 5
# So many letters stand on a line however narrow it is.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Box:
    """One body: its number, its band from the top, and the number of the one it answers to."""

    key: int
    band: int
    parent: int | None
    name: str
    kind: str
    words: tuple[str, ...]
    flags: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Tile:
    """The bodies of one organization on a band: how many, and how many that lack something."""

    name: str
    kind: str
    count: int
    flagged: int
    url: str


@dataclass(frozen=True, slots=True)
class Band:
    name: str
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class Chart:
    """Bands from the top with their boxes; `label` is a sentence, all words translated."""

    label: str
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]


def draw(chart: Chart) -> Drawing:
    """Draw it as wide as its columns need, no box over another’s line."""
    return _Sheet(chart).drawing()


class _Sheet:
    """The measures of one chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        knots = (Knot(one.key, one.band, one.parent) for one in chart.boxes)
        self.places: Places = places(knots)
        columns = self.places.columns
        self.width = max(WIDE, _NAMES + columns * (_LEAST + _GAP))
        self.step = (self.width - _NAMES) / max(columns, 4)
        self.side = self.step - _GAP
        self.tiles_a_row = int((self.width - _NAMES) // _TILE_STEP)

    def drawing(self) -> Drawing:
        shapes: list[Shape | Link] = []
        for number, band in enumerate(self.chart.bands):
            shapes += self._band(number, band)
        shapes += self._lines()
        shapes += [self._box(one) for one in self.chart.boxes]
        bottom = self.tops[-1] if self.tops else 1
        return Drawing(round(self.width), round(bottom), self.chart.label, tuple(shapes))

    @cached_property
    def heights(self) -> list[int]:
        """How high the boxes of each band are: as high as the one that says most."""
        lines: dict[int, int] = defaultdict(int)
        for one in self.chart.boxes:
            lines[one.band] = max(lines[one.band], len(self.lines[one.key]))
        return [lines[number] * _LINE + 14 for number in range(len(self.chart.bands))]

    @cached_property
    def lines(self) -> dict[int, list[tuple[str, str]]]:
        return {one.key: list(self._said(one)) for one in self.chart.boxes}

    @cached_property
    def tops(self) -> list[float]:
        """Where each band begins, and last where the picture ends."""
        found, y = [], 0.0
        for number, band in enumerate(self.chart.bands):
            found.append(y)
            y += self._height(number, band) + _BAND_GAP
        return [*found, y - _BAND_GAP]

    def _height(self, number: int, band: Band) -> float:
        rows = self.places.rows(number)
        tiles = -(-len(band.tiles) // self.tiles_a_row)
        boxes = rows * (self.heights[number] + _EDGE)
        return max(boxes + tiles * (_TILE_HEIGHT + _EDGE) + _EDGE, 3 * _LINE)

    def _said(self, box: Box) -> Iterator[tuple[str, str]]:
        """Yield the lines of a box, each with its marks."""
        room = self.side - STRIP - 20
        yield from ((one, "tb") for one in wrapped(box.name, room, 14 * _BOLD))
        for words in box.words:
            yield from ((one, "t2 ts") for one in wrapped(words, room, 13))
        for words in box.flags:
            first, *others = wrapped(words, room - 18, 13)
            yield f"▲{first}", "tact ts"
            yield from ((f" {one}", "tact ts") for one in others)

    def _band(self, number: int, band: Band) -> Iterator[Shape | Link]:
        top = self.tops[number]
        yield Rect(0, top, self.width, self._height(number, band), "f-sheet")
        for at, line in enumerate(wrapped(band.name, _NAMES - 24, 17 * _SERIF)):
            yield Text(12, top + 25 + at * 20, line, "tser")
        rows = self.places.rows(number)
        first = top + _EDGE + rows * (self.heights[number] + _EDGE)
        for at, tile in enumerate(band.tiles):
            row, column = divmod(at, self.tiles_a_row)
            yield _tile(tile, _NAMES + column * _TILE_STEP, first + row * (_TILE_HEIGHT + _EDGE))

    def _corner(self, cell: Cell) -> tuple[float, float]:
        height = self.heights[cell.band] + _EDGE
        top = self.tops[cell.band] + _EDGE
        return _NAMES + cell.column * self.step, top + cell.row * height

    def _box(self, box: Box) -> Link:
        x, y = self._corner(self.places.cells[box.key])
        height = self.heights[box.band]
        shapes: list[Shape] = [Rect(x, y, self.side, height, ground(box.kind))]
        shapes += strip(box.kind, x, y, STRIP, height)
        shapes.append(Rect(x, y, self.side, height, "o fill-none"))
        for at, (text, marks) in enumerate(self.lines[box.key]):
            left, base = x + STRIP + 10, y + 20 + at * _LINE
            if text.startswith("▲"):
                shapes.append(
                    Path(f"M{left + 6:g} {base - 11:g}l7 12h-14z", "fill-copper stroke-none")
                )
            indent = 18 if text[0] in "▲ " else 0
            shapes.append(Text(left + indent, base, text.lstrip("▲ ") + " ", marks))
        return Link(box.url, tuple(shapes))

    def _lines(self) -> Iterator[Shape]:
        """Draw each line from under the one above, along the gap and down to the box."""
        by_parent: dict[int, list[int]] = defaultdict(list)
        for key, parent in self.places.parents.items():
            by_parent[parent].append(key)
        for parent, children in by_parent.items():
            above = self.places.cells[parent]
            x, y = self._corner(above)
            x, y = x + self.side / 2, y + self.heights[above.band]
            bus = self.tops[above.band + 1] - _BAND_GAP / 2
            yield Path(f"M{x:g} {bus:g}V{y + _ARROW:g}", "flow")
            yield Path(f"M{x:g} {y:g}l{_ARROW} {2 * _ARROW}h-{2 * _ARROW}z", "solid")
            for key in children:
                yield self._down(self.places.cells[key], from_x=x, bus=bus)

    def _down(self, cell: Cell, *, from_x: float, bus: float) -> Path:
        """A box that stands under another is reached along the column’s edge."""
        x, y = self._corner(cell)
        if cell.row:
            edge, middle = x - _GAP / 2, y + self.heights[cell.band] / 2
            return Path(f"M{from_x:g} {bus:g}H{edge:g}V{middle:g}H{x:g}", "flow")
        return Path(f"M{from_x:g} {bus:g}H{x + self.side / 2:g}V{y:g}", "flow")


def wrapped(text: str, room: float, size: float) -> list[str]:
    """Divide a text into lines between its words; a word that is too long is divided as well."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += _divided(word, room, size)
    return lines


def _divided(word: str, room: float, size: float) -> Iterator[str]:
    """Yield the pieces of a word, each but the last with a hyphen; nothing of it is lost."""
    while text_width(word, size) > room and len(word) > _FEWEST:
        fitting = min(max(_FEWEST, len(shortened(word, room, size)) - 1), len(word) - 3)
        yield f"{word[:fitting]}-"
        word = word[fitting:]
    yield word


def _tile(tile: Tile, x: float, y: float) -> Link:
    shapes: list[Shape] = [Rect(x, y, _TILE, _TILE_HEIGHT, ground(tile.kind))]
    shapes += strip(tile.kind, x, y, _TILE, 9)
    shapes.append(Rect(x, y, _TILE, _TILE_HEIGHT, "o fill-none"))
    name = shortened(tile.name, _TILE - 6, 12.5)
    shapes.append(Text(x + 4, y + 25, f"{name} ", "fs-12_5px"))
    shapes.append(Text(x + 4, y + 48, f"{tile.count} ", "t-tile"))
    if tile.flagged:
        shapes.append(Path(f"M{x + 36:g} {y + 36:g}l6 10.5h-12z", "fill-copper stroke-none"))
        shapes.append(Text(x + 46, y + 48, str(tile.flagged), "tact ts"))
    return Link(tile.url, tuple(shapes), name=tile.name if name != tile.name else "")
