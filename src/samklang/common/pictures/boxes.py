"""Equal boxes in rows: who, beside a symbol, and below it how it stands with them in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from samklang.common.pictures.drawing import (
    Drawing,
    Rect,
    Shape,
    Symbol,
    Text,
    shortened,
    text_width,
)

WIDE, NARROW = 1080, 358
MARKS = {WIDE: "wide-only", NARROW: "narrow-only"}
_HEIGHT, _GAP, _EDGE, _SYMBOL = 54, 8, 6, 16
_LEFT, _RIGHT = 40, 8
_NAME, _WORDS = 14, 13
_MOST_COLUMNS = 5


class Ground(Enum):
    """A box’s ground and its edge: never the only bearer of what is said."""

    DONE = ("f-bluewash", "f-blue")
    LATE = ("f-coppertint", "f-copper")
    WAITING = ("f-paper", "f-line2")

    def __init__(self, fill: str, edge: str) -> None:
        self.fill, self.edge = fill, edge


@dataclass(frozen=True, slots=True)
class Box:
    name: str
    words: str
    symbol: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the picture shows as a sentence, and its boxes in reading order."""

    label: str
    boxes: tuple[Box, ...]


def draw(held: Boxes, width: int = WIDE) -> Drawing:
    """Draw as many boxes beside each other as leave every name whole."""
    columns = _columns(held.boxes, width)
    side = (width + _GAP) // columns - _GAP
    shapes = tuple(
        shape
        for number, box in enumerate(held.boxes)
        for shape in _box(box, number % columns * (side + _GAP), number // columns, side)
    )
    rows = -(-len(held.boxes) // columns)
    return Drawing(width, max(rows, 1) * (_HEIGHT + _GAP) - _GAP + 1, held.label, shapes)


def _columns(boxes: tuple[Box, ...], width: int) -> int:
    widest = max((_widest(one) for one in boxes), default=0.0) + _LEFT + _RIGHT
    fitting = int((width + _GAP) // (widest + _GAP))
    return max(1, min(fitting, _MOST_COLUMNS))


def _widest(box: Box) -> float:
    return max(text_width(box.name, _NAME), text_width(box.words, _WORDS))


def _box(box: Box, x: int, row: int, side: int) -> Iterator[Shape]:
    y, room = row * (_HEIGHT + _GAP), side - _LEFT - _RIGHT
    yield Rect(x + 0.5, y + 0.5, side - 1, _HEIGHT - 1, f"{box.ground.fill} o-l")
    yield Rect(x, y, _EDGE, _HEIGHT, box.ground.edge)
    yield Symbol(x + 15, y + 11, _SYMBOL, box.symbol)
    yield Text(x + _LEFT, y + 24, shortened(box.name, room, _NAME), "tb")
    yield Text(x + _LEFT, y + 43, shortened(box.words, room, _WORDS), "t2 ts")
