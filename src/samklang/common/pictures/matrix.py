"""A matrix as a picture: word, symbol and shade in every cell, for a slide or a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samklang.common.pictures.drawing import Drawing, Path, Rect, Shape, Symbol, Text, shortened

WIDE = 1160
_NAMES, _ROW, _HEAD, _GAP = 130, 42, 40, 6

# Per status, as symbols write it: the ground and the strip at the left.
GROUNDS = {
    "in-force": ("f-bluetint", "f-blue"),
    "outlives": ("f-coppertint", "f-coppermid"),
    "until-further-notice": ("f-bluewash", "f-bluemid"),
    "expiring": ("f-coppertint", "f-copper"),
    "under-way": ("f-paper ln", "f-bluemid"),
    "missing": ("f-paper o-l", "f-ink"),
    "no-answer": ("f-sheet2", "f-line2"),
    "expired": ("f-sheet2", "f-ink"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One cell: the status as symbols write it, its word and the line under it."""

    mark: str
    word: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Words already translated; `corner` heads the names, `foot` says the day and the sums."""

    label: str
    corner: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    foot: str


def draw(matrix: Matrix, width: int = WIDE) -> Drawing:
    """Draw it for one width."""
    each = (width - _NAMES) / max(len(matrix.heads), 1)
    bottom = _HEAD + _ROW * len(matrix.lines)
    shapes = (
        Rect(0, 0, width, 3, "f-ink"),
        *_heads(matrix, each),
        *_lines(matrix, each, width),
        Path(f"M0 {bottom + 0.5}H{width}", "stroke-ink"),
        Text(0, bottom + 22, matrix.foot, "t2"),
    )
    return Drawing(width, bottom + 30, matrix.label, shapes)


def _heads(matrix: Matrix, each: float) -> Iterator[Shape]:
    yield Text(0, _HEAD - 10, matrix.corner, "tb tl")
    for number, head in enumerate(matrix.heads):
        x = round(_NAMES + number * each, 1)
        yield Text(x, _HEAD - 10, shortened(head, each - _GAP, 17), "tb tl")


def _lines(matrix: Matrix, each: float, width: int) -> Iterator[Shape]:
    for row, line in enumerate(matrix.lines):
        y = _HEAD + row * _ROW
        yield Path(f"M0 {y + 0.5}H{width}", "stroke-ink" if row == 0 else "ln")
        yield Text(0, y + 26, line.name, "tb tl")
        for number, field in enumerate(line.fields):
            yield from _field(field, round(_NAMES + number * each, 1), y + 1, each)


def _field(field: Field, x: float, y: int, each: float) -> Iterator[Shape]:
    ground, strip = GROUNDS[field.mark]
    width, height = round(each - _GAP, 1), _ROW - 1
    yield Rect(x, y, width, height, ground)
    yield from _strip(field.mark, strip, x, y, height)
    yield Symbol(x + 13, y + 13, 16, field.mark)
    room = width - 42
    if field.remark:
        yield Text(x + 37, y + 18, shortened(field.word, room, 15), "tb")
        yield Text(x + 37, y + 34, shortened(field.remark, room, 13), "t2 ts")
    else:
        yield Text(x + 37, y + 26, shortened(field.word, room, 15), "tb")


def _strip(mark: str, fill: str, x: float, y: int, height: int) -> Iterator[Shape]:
    """Solid, dashed or dotted, so that the shade is told also in grey print."""
    if mark not in {"under-way", "no-answer"}:
        yield Rect(x, y, 6, height, fill)
        return
    length, step = (9, 13) if mark == "under-way" else (4, 8)
    for top in range(y, y + height - length + 1, step):
        yield Rect(x, top, 6 if mark == "under-way" else 4, length, fill)
