"""Lanes of time with the days on which something in them changes, and the day that is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samklang.common.pictures.drawing import Drawing, Path, Rect, Shape, Text, shortened, text_width
from samklang.common.pictures.scale import Scale

WIDE, MIDDLE, NARROW = 1160, 680, 358
MARKS = {WIDE: "w-l", MIDDLE: "w-m", NARROW: "w-s"}
TOP, PITCH, HEIGHT, FOOT = 28, 50, 14, 24
_DIAMOND = 7
# Names are bold, and wider than their letters count.
_BOLD = 0.85


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which something changes, with a few words; `past` is before the day shown."""

    day: date
    text: str
    past: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its name, from when it is there (None: always) and its changes."""

    label: str
    begins: date | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Lanes with their words already translated; `label` is a sentence with the picture’s point."""

    label: str
    lanes: tuple[Lane, ...]
    day: date
    day_text: str


def draw(changes: Changes, width: int = WIDE) -> Drawing:
    days = [changes.day, *(one.day for lane in changes.lanes for one in lane.changes)]
    scale = Scale.over(days, left=0, right=width - 8)
    bottom = TOP + PITCH * len(changes.lanes)
    shapes = (
        *_years(scale, bottom),
        *_day(changes, scale, bottom),
        *(
            shape
            for number, lane in enumerate(changes.lanes)
            for shape in _lane(lane, scale, TOP + number * PITCH)
        ),
    )
    return Drawing(width, bottom + FOOT, changes.label, shapes)


def drawings(changes: Changes) -> tuple[tuple[Drawing, str], ...]:
    """Return the three drawings that a page carries, with the marks that choose among them."""
    return tuple((draw(changes, width), marks) for width, marks in MARKS.items())


def _years(scale: Scale, bottom: int) -> Iterator[Shape]:
    for x, label in scale.years():
        yield Path(f"M{x:g} 18V{bottom}", "ln")
        if label:
            yield Text(x + 3, 13, label, "t2 ts")


def _lane(lane: Lane, scale: Scale, y: int) -> Iterator[Shape]:
    yield Text(0, y + 14, shortened(lane.label, scale.right * _BOLD), "tb halo")
    top, left = y + 22, scale.x(lane.begins) if lane.begins else scale.left
    yield Rect(left, top, round(scale.right - left, 1), HEIGHT, "f-bluetint")
    if lane.begins:
        yield Rect(left, top, 3, HEIGHT, "f-blue")
    for one in lane.changes:
        yield from _change(one, scale, top + HEIGHT / 2)


def _change(one: Change, scale: Scale, middle: float) -> Iterator[Shape]:
    x, size = scale.x(one.day), _DIAMOND
    marks = "fill-blue stroke-paper" if one.past else "fill-copper stroke-paper"
    yield Path(f"M{x:g} {middle - size:g}l{size} {size}-{size} {size}-{size}-{size}z", marks)
    if not one.text:
        return
    room = text_width(one.text, 13)
    left = x + size + 4 if x + size + 4 + room < scale.right else x - size - 4 - room
    yield Text(round(left, 1), middle + 4.5, one.text, "ts")


def _day(changes: Changes, scale: Scale, bottom: int) -> Iterator[Shape]:
    x = scale.x(changes.day)
    yield Path(f"M{x:g} 18V{bottom + 6}", "today")
    width = text_width(changes.day_text, 13)
    left = x - 4 if x + width < scale.right else scale.right - width
    yield Text(round(left, 1), bottom + 20, changes.day_text, "tb ts")
