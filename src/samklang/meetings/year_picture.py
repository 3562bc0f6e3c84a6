"""A year of meetings as a strip for each body, with the day written in each mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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

_WIDTH, _TOP, _LANE, _FOOT = 1160, 30, 30, 26
_BOX_WIDTH, _BOX_HEIGHT, _GAP = 26, 20, 2
_WIDEST_NAME = 330
_MONTHS = 12


class Mark(Enum):
    """How far a meeting has come: ground, edge and text of its mark, and the same in words."""

    DRAFT = ("fill-paper o-db", "", gettext_lazy("Draft, dashed"))
    ANNOUNCED = ("fill-blue-tint stroke-blue", "", gettext_lazy("Day told to the county, outlined"))
    SENT_OUT = ("f-ink", "tinv", gettext_lazy("Agenda sent out, filled"))
    HELD = ("f-sheet2", "", gettext_lazy("Held, grey"))
    CANCELLED = ("fill-paper o-l", "t2", gettext_lazy("Cancelled, crossed out"))

    def __init__(self, ground: str, text: str, said: Promise) -> None:
        self.ground = ground
        self.text = text
        self.said = said

    @property
    def words(self) -> str:
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Strip:
    """A body’s meetings, each with its mark and where it leads, in the order of their days."""

    name: str
    meetings: tuple[tuple[date, Mark, str], ...]


@dataclass(frozen=True, slots=True)
class Year:
    label: str
    year: int
    strips: tuple[Strip, ...]
    today: date


def draw(year: Year) -> Drawing:
    left = 14 + max(
        (min(text_width(one.name), _WIDEST_NAME) for one in year.strips), default=_BOX_WIDTH
    )
    y, shapes = _TOP, list[Shape | Link]()
    for strip in year.strips:
        lanes = list(_lanes(strip, year.year, left))
        shapes.append(Text(0, y + 20, shortened(strip.name, _WIDEST_NAME), "tb"))
        for number, (day, mark, url) in lanes:
            shapes += _marked(strip.name, day, mark, url, _x(day, year.year, left), y + number * 24)
        y += _LANE + 24 * max((number for number, _one in lanes), default=0)
    frame = [*_months(year, left, y), *_today(year, left, y)]
    return Drawing(_WIDTH, y + _FOOT, year.label, (*frame, *shapes))


def _x(day: date, year: int, left: float) -> float:
    """Where a day falls; the last mark of the year still has its room."""
    share = (day - date(year, 1, 1)).days / 366
    return round(left + share * (_WIDTH - left - _BOX_WIDTH), 1)


def _lanes(strip: Strip, year: int, left: float) -> Iterator[tuple[int, tuple[date, Mark, str]]]:
    """Let no mark lie on another: one that has no room goes a line down."""
    ends: list[float] = []
    for one in strip.meetings:
        x = _x(one[0], year, left)
        free = (number for number, end in enumerate(ends) if end + _GAP <= x)
        number = next(free, len(ends))
        ends[number : number + 1] = [x + _BOX_WIDTH]
        yield number, one


def _marked(  # what it says, and where it stands
    name: str, day: date, mark: Mark, url: str, x: float, y: float
) -> Iterator[Shape | Link]:
    number = str(day.day)
    box = Rect(x, y + 4, _BOX_WIDTH, _BOX_HEIGHT, mark.ground)
    start = round(x + (_BOX_WIDTH - text_width(number, 13)) / 2, 1)
    shapes: list[Shape] = [box, Text(start, y + 19, number, f"ts {mark.text}".strip())]
    if mark is Mark.CANCELLED:
        shapes.append(Path(f"M{x:g} {y + 24:g}l{_BOX_WIDTH} -{_BOX_HEIGHT}", "stroke-copper"))
    if url:
        said = f"{name} {date_format(day, 'j F Y')}, {mark.words}"
        yield Link(url, tuple(shapes), name=said)
    else:
        yield from shapes


def _months(year: Year, left: float, bottom: float) -> Iterator[Shape]:
    for month in range(1, _MONTHS + 1):
        first = date(year.year, month, 1)
        x = _x(first, year.year, left)
        yield Path(f"M{x:g} 20V{bottom:g}", "ln")
        yield Text(x + 3, 15, date_format(first, "M").lower(), "t2 ts")


def _today(year: Year, left: float, bottom: float) -> Iterator[Shape]:
    if year.today.year != year.year:
        return
    x, said = _x(year.today, year.year, left), _("Today %(day)s") % {"day": year.today.isoformat()}
    yield Path(f"M{x:g} 20V{bottom + 6:g}", "today")
    start = min(x - 4, _WIDTH - text_width(said, 13))
    yield Text(round(start, 1), bottom + 20, said, "tb ts")
