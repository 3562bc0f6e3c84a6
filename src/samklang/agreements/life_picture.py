"""The picture of an agreement’s life: one bar an edition, decisions as diamonds, gaps dotted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.agreements.life import Kind, Life, Milestone, Stretch
from samklang.agreements.wording import day_in_words, decision_words
from samklang.common.pictures.drawing import Drawing, Path, Rect, Shape, Text, text_width
from samklang.common.pictures.scale import Scale
from samklang.common.pictures.timeline import MARKS

TOP, BAR, ROW, FOOT = 58, 24, 86, 22
_SIZE = 13


@dataclass
class _Room:
    """Where text already stands on a line, so that no text meets another or the day’s line."""

    right: float
    taken: list[tuple[float, float]] = field(default_factory=list)

    def place(self, x: float, text: str) -> float | None:
        """Return where the text may start: at x, else ending there, else nowhere."""
        width = text_width(text, _SIZE)
        for left in (x, x - width):
            free = all(left > end + 6 or left + width < start - 6 for start, end in self.taken)
            if free and left >= 0 and left + width <= self.right:
                self.taken.append((left, left + width))
                return round(left, 1)
        return None


def drawings(lives: tuple[Life, ...], day: date, label: str) -> tuple[tuple[Drawing, str], ...]:
    """Draw the lives for three widths, with the marks that choose among them."""
    return tuple(
        (_Picture(lives, day, label, width).drawing(), mark) for width, mark in MARKS.items()
    )


@dataclass(frozen=True)
class _Picture:
    lives: tuple[Life, ...]
    day: date
    label: str
    width: int

    @cached_property
    def scale(self) -> Scale:
        days = [self.day]
        for life in self.lives:
            days.extend(one.first for one in life.stretches)
            days.extend(one.last for one in life.stretches if one.last)
            days.extend(one.decided.last for one in life.milestones)
        return Scale.over(days, left=0, right=self.width - 12)

    @property
    def bottom(self) -> int:
        return TOP + ROW * len(self.lives) - 18

    def drawing(self) -> Drawing:
        shapes: list[Shape] = [*_years(self.scale, self.bottom)]
        for number, life in enumerate(self.lives):
            shapes.extend(self._life(life, TOP + number * ROW))
        shapes.extend(_today(self.scale, self.day, self.width, self.bottom))
        return Drawing(self.width, self.bottom + FOOT, self.label, tuple(shapes))

    def _room(self) -> _Room:
        x = self.scale.x(self.day)
        return _Room(self.width, [(x - 1, x + 1)])

    def _life(self, life: Life, y: int) -> Iterator[Shape]:
        above, inside = self._room(), self._room()
        for stretch in life.stretches:
            yield from _stretch(self.scale, stretch, y)
            yield from self._name(life, stretch, y, inside)
        yield from self._end(life, y, above)
        yield from self._gaps(life, y, above)
        rows = (self._room(), self._room())
        for milestone in life.milestones:
            yield from self._milestone(milestone, y, rows)

    def _name(self, life: Life, stretch: Stretch, y: int, room: _Room) -> Iterator[Shape]:
        left, right = _span(self.scale, stretch)
        for text in _names(life, stretch):
            if left + 8 + text_width(text, _SIZE) <= right - 4:
                x = room.place(left + 8, text)
                if x is not None and x >= left:
                    yield Text(x, y + 17, text, "ts")
                return

    def _end(self, life: Life, y: int, above: _Room) -> Iterator[Shape]:
        if life.end is None:
            return
        x = self.scale.x(life.end)
        yield Rect(x - 4, y - 8, 4, BAR + 16, "f-ink")
        text = day_in_words(life.end)
        at = above.place(x + 4, text)
        if at is not None:
            yield Text(at, y - 9, text, "tb ts")

    def _gaps(self, life: Life, y: int, above: _Room) -> Iterator[Shape]:
        words = {
            Kind.GAP: (_("No decision found"), _("Gap")),
            Kind.UNKNOWN: (_("The end is not known"), _("Unknown")),
        }
        for stretch in life.stretches:
            for text in words.get(stretch.kind, ()):
                x = above.place(_span(self.scale, stretch)[0], text)
                if x is not None:
                    yield Text(x, y - 9, text, "tact ts")
                    break

    def _milestone(
        self, milestone: Milestone, y: int, rows: tuple[_Room, _Room]
    ) -> Iterator[Shape]:
        x, foot = self.scale.x(milestone.decided.middle), y + BAR
        yield Path(f"M{x:g} {foot - 5}l5 5l-5 5l-5 -5z", "solid")
        text = _decided(milestone)
        for number, room in enumerate(rows):
            at = room.place(x - 4, text)
            if at is not None:
                yield Text(at, foot + 20 + 17 * number, text, "ts")
                return


def _years(scale: Scale, bottom: int) -> Iterator[Shape]:
    for x, label in scale.years():
        yield Path(f"M{x:g} 24V{bottom}", "ln")
        if label:
            yield Text(x + 3, 20, label, "t2 ts")


def _today(scale: Scale, day: date, width: int, bottom: int) -> Iterator[Shape]:
    x, text = scale.x(day), _("today %(day)s") % {"day": day.isoformat()}
    yield Path(f"M{x:g} 30V{bottom + 4}", "today")
    left = min(x - 4, width - text_width(text, _SIZE))
    yield Text(round(left, 1), bottom + 18, text, "tb ts")


def _span(scale: Scale, stretch: Stretch) -> tuple[float, float]:
    left = scale.x(stretch.first)
    return left, max(scale.x(stretch.last) if stretch.last else scale.right, left + 4)


def _stretch(scale: Scale, stretch: Stretch, y: int) -> Iterator[Shape]:
    """Dashed is work, dotted is what nobody has found, tinted is what held or holds.

    A start that nobody knows has no edge but dots before it.
    """
    left, right = _span(scale, stretch)
    width = round(right - left, 1)
    if stretch.kind is Kind.WORK:
        yield Rect(left, y, width, BAR, "f-paper o-d")
        return
    if stretch.kind in (Kind.GAP, Kind.UNKNOWN):
        yield Path(f"M{left:g} {y + BAR / 2:g}H{right:g}", "gap")
    elif stretch.last is None:
        tip = BAR // 2
        arrow = f"M{left:g} {y}H{right:g}l{tip} {tip}l-{tip} {tip}H{left:g}z"
        yield Path(arrow, "fill-blue-tint stroke-blue")
    else:
        yield Rect(left, y, width, BAR, "f-bluetint")
    if stretch.from_known:
        yield Path(f"M{max(0, left - BAR):g} {y + BAR / 2:g}H{left:g}", "gap")
    elif stretch.kind is not Kind.GAP:
        yield Rect(left, y, 4, BAR, "f-blue")


def _names(life: Life, stretch: Stretch) -> tuple[str, ...]:
    number = life.page.edition.number
    match stretch.kind:
        case Kind.WORK:
            return (_("Work"),)
        case Kind.HELD:
            return (
                _("Edition %(number)d") % {"number": number},
                _("Ed. %(number)d") % {"number": number},
            )
        case Kind.EXTENDED:
            return (_("Extended"), _("Ext."))
        case _:
            return ()


def _decided(milestone: Milestone) -> str:
    if milestone.event is not None:
        return decision_words(milestone.event)
    count = milestone.party_count
    return ngettext("%(count)d party adopted", "%(count)d parties adopted", count) % {
        "count": count
    }
