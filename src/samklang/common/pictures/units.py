"""Rows of squares, one per municipality: while there are fifteen, no percentages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from samklang.common.pictures.drawing import Drawing, Rect, Shape, Text, shortened, text_width

WIDE, NARROW = 900, 358
MARKS = {WIDE: "wide-only maxw-46rem", NARROW: "narrow-only"}
_NARROW_BELOW = 480
_GAP = 3
_BETWEEN_WORDS = 10
_LARGEST_SIDE = 40


class Ground(StrEnum):
    YES = "f-blue"
    NO = "f-paper"
    UNKNOWN = "f-p-no-answer"


@dataclass(frozen=True, slots=True)
class Part:
    """So many squares that mean the same; `word` stands below them, `short_word` on phones."""

    count: int
    word: str
    ground: Ground
    short_word: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Units:
    label: str
    rows: tuple[Row, ...]


def draw(units: Units, width: int = WIDE) -> Drawing:
    """Draw the rows; on a narrow page the name stands above its squares."""
    narrow = width < _NARROW_BELOW
    labels = [shortened(row.label, width if narrow else width / 2, 17) for row in units.rows]
    names = max((text_width(label, 17) for label in labels), default=0) + 24
    left = 0 if narrow else max(names, 170)
    most = max((row.count for row in units.rows), default=1) or 1
    side = min(_LARGEST_SIDE, round((width - 8 - left) / most - _GAP, 1))
    pitch = side + (46 if narrow else 32)
    shapes: list[Shape] = []
    for number, (row, label) in enumerate(zip(units.rows, labels, strict=True)):
        top = number * pitch
        squares = top + (18 if narrow else 4)
        baseline = top + 14 if narrow else squares + side / 2 + 5
        shapes.append(Text(0, round(baseline, 1), label, "tb" if narrow else "tb tl"))
        shapes.extend(_squares(row, (left, squares), side, narrow=narrow))
    return Drawing(width, int(pitch * len(units.rows)) + 2, units.label, tuple(shapes))


def _squares(
    row: Row, corner: tuple[float, float], side: float, *, narrow: bool
) -> Iterator[Shape]:
    x, y = corner
    words: list[tuple[float, str]] = []
    for part in row.parts:
        word = part.short_word or part.word if narrow else part.word
        if part.count:
            words.append((x, f"{part.count} {word}"))
        for _square in range(part.count):
            yield Rect(round(x, 1), round(y, 1), side, side, f"{part.ground} o")
            x += side + _GAP
    for start, text in _apart(words, corner[0], x):
        yield Text(round(start, 1), round(y + side + 15, 1), text, "ts")


def _apart(words: list[tuple[float, str]], left: float, right: float) -> list[tuple[float, str]]:
    """Move words that would run into each other to the left, and where that ends, to the right."""
    placed: list[tuple[float, str]] = []
    limit = right
    for start, text in reversed(words):
        free = max(left, min(start, limit - text_width(text, 13)))
        placed.append((free, text))
        limit = free - _BETWEEN_WORDS
    told: list[tuple[float, str]] = []
    free = left
    for start, text in reversed(placed):
        told.append((max(start, free), text))
        free = told[-1][0] + text_width(text, 13) + _BETWEEN_WORDS
    return told
