"""A regional agreement and every local one against it, drawn to one scale of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samklang.common.pictures.bars import Bar
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
from samklang.common.pictures.lanes import Lane, Style
from samklang.common.pictures.scale import Scale

WIDE, MIDDLE, NARROW = 1160, 680, 358
MARKS = {WIDE: "w-l", MIDDLE: "w-m", NARROW: "w-s"}
TOP, REGIONAL_HEIGHT, FIRST_LOCAL, FOOT = 26, 20, 60, 22
_NARROW_BELOW = 480


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars with their words already translated; `label` is a sentence with the picture’s point.

    `day` is the day the picture shows the state on, `day_text` its label (“Idag 2026-11-23”).
    """

    label: str
    regional: Bar | None
    local: tuple[Bar, ...]
    day: date
    day_text: str

    @property
    def bars(self) -> tuple[Bar, ...]:
        return (self.regional, *self.local) if self.regional else self.local


def draw(timeline: Timeline, width: int = WIDE) -> Drawing:
    """Draw it for one width: labels give way before type does."""
    pitch = 26 if width < _NARROW_BELOW else 27
    bottom = FIRST_LOCAL + pitch * len(timeline.local)
    scale = _scale(timeline, width)
    shapes = (
        *_years(scale, bottom),
        *_regional(timeline, scale),
        *_locals(timeline, scale, pitch),
        *_regional_end(timeline, scale, bottom),
        *_day(timeline, scale, bottom),
    )
    return Drawing(width, bottom + FOOT, timeline.label, shapes)


def drawings(timeline: Timeline) -> tuple[tuple[Drawing, str], ...]:
    """Return the three drawings that a page carries, with the marks that choose among them."""
    return tuple((draw(timeline, width), marks) for width, marks in MARKS.items())


def _label(bar: Bar, width: float) -> str:
    """Leave at least half of the picture to time, however long somebody's name is."""
    return shortened(bar.label, width / 2)


def _scale(timeline: Timeline, width: int) -> Scale:
    days = [timeline.day]
    for bar in timeline.bars:
        days.extend(bar.days)
    # Room for the arrow head of “until further notice” at the far end.
    right = width - 12
    left = max((text_width(_label(bar, right)) for bar in timeline.bars), default=0) + 14
    scale = Scale.over(days, left=left, right=right)
    if width < _NARROW_BELOW:
        return scale
    return Scale.over([*days, *_days_of_labels(timeline, scale)], left=left, right=right)


def _days_of_labels(timeline: Timeline, scale: Scale) -> Iterator[date]:
    """The days under the words that stand after a bar’s end, so that the axis has room for them."""
    for bar in timeline.local:
        if bar.end and bar.end_text:
            over = scale.x(bar.end.last) + text_width(bar.end_text, 13) - scale.right
            if over > 0:
                yield scale.last + timedelta(days=over / (scale.right - scale.left) * scale.days)


def _years(scale: Scale, bottom: int) -> Iterator[Shape]:
    for x, label in scale.years():
        yield Path(f"M{x:g} 18V{bottom}", "ln")
        if label:
            yield Text(x + 3, 13, label, "t2 ts")


def _regional(timeline: Timeline, scale: Scale) -> Iterator[Shape | Link]:
    if timeline.regional is not None:
        lines = _lines(timeline, scale)
        lane = Lane(scale, lines, None, TOP, REGIONAL_HEIGHT, Style.REGIONAL)
        yield from _row(timeline.regional, lane)


def _locals(timeline: Timeline, scale: Scale, pitch: int) -> Iterator[Shape | Link]:
    lines, end = _lines(timeline, scale), _end(timeline)
    for number, bar in enumerate(timeline.local):
        style = Style.DRAFT if bar.draft else Style.LOCAL
        yield from _row(bar, Lane(scale, lines, end, FIRST_LOCAL + number * pitch, 16, style))


def _row(bar: Bar, lane: Lane) -> Iterator[Shape | Link]:
    label = _label(bar, lane.scale.right)
    name = Text(0, lane.baseline + 1, label, "tb" if lane.style is Style.REGIONAL else "")
    shapes = (name, *lane.shapes(bar))
    if bar.url:
        # The whole row is the target, also between the name and the bar.
        ground = Rect(0, lane.y - 4, lane.scale.right, lane.height + 8, "fill-none stroke-none")
        yield Link(bar.url, (ground, *shapes), name="" if label == bar.label else bar.label)
    else:
        yield from shapes


def _end(timeline: Timeline) -> date | None:
    regional = timeline.regional
    return regional.end.last if regional and regional.end else None


def _lines(timeline: Timeline, scale: Scale) -> tuple[float, ...]:
    """The upright lines that no text may cross."""
    end = _end(timeline)
    days = (timeline.day,) if end is None else (timeline.day, end)
    return tuple(scale.x(day) for day in days)


def _regional_end(timeline: Timeline, scale: Scale, bottom: int) -> Iterator[Shape]:
    end = _end(timeline)
    if end is not None:
        yield Path(f"M{scale.x(end):g} {TOP}V{bottom + 2}", "regional")


def _day(timeline: Timeline, scale: Scale, bottom: int) -> Iterator[Shape]:
    x = scale.x(timeline.day)
    yield Path(f"M{x:g} 18V{bottom + 6}", "today")
    width = text_width(timeline.day_text, 13)
    left = x - 4 if x + width < scale.right + 12 else scale.right + 12 - width
    yield Text(left, bottom + 19, timeline.day_text, "tb ts")
