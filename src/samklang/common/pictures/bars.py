"""How one agreement’s time is drawn as a bar: solid where known, dotted where not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from samklang.common.periods import StatedDate
from samklang.common.pictures.drawing import Path, Rect, Shape, Text, text_width
from samklang.common.pictures.scale import Scale


class Style(Enum):
    """Fill, edge and text of a bar."""

    REGIONAL = ("f-ink", "stroke-ink", "tinv ts")
    LOCAL = ("f-bluetint", "stroke-blue", "ts")
    DRAFT = ("f-paper", "o-db", "ts")

    @property
    def fill(self) -> str:
        return self.value[0]

    @property
    def edge(self) -> str:
        return self.value[1]

    @property
    def text(self) -> str:
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Extension:
    """When somebody decided, and until when the agreement then held."""

    decided: date | None
    until: StatedDate


@dataclass(frozen=True, slots=True)
class Bar:
    """One agreement’s time, with its words; an unknown start or end is None.

    `text` stands in the bar (“Gäller t.o.m. 2026-06-30”), `short_text` where that has no room;
    `end_text` stands after time beyond the regional end.
    """

    label: str
    start: StatedDate | None
    end: StatedDate | None
    until_further_notice: bool = False
    draft: bool = False
    text: str = ""
    short_text: str = ""
    end_text: str = ""
    first_end: StatedDate | None = None
    extensions: tuple[Extension, ...] = ()
    url: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that the scale must have room for."""
        ends = (self.start and self.start.first, self.end and self.end.last)
        return tuple(day for day in ends if day)


@dataclass(frozen=True, slots=True)
class Bars:
    """Draws bars on one scale; `end` is where the regional agreement ends."""

    scale: Scale
    lines: tuple[float, ...]
    end: StatedDate | None

    def shapes(self, bar: Bar, y: int, height: int, style: Style) -> Iterator[Shape]:
        left = self.scale.x(bar.start.first) if bar.start else self.scale.left
        right = self._right(bar)
        if bar.start is None or (bar.end is None and not bar.until_further_notice):
            yield from self._unknown(bar, (left, right), y, height)
            return
        if bar.end is None:
            tip = height // 2
            yield Path(
                f"M{left:g} {y}H{right:g}l{tip} {tip}l-{tip} {tip}H{left:g}z",
                f"{'fill-blue-tint' if style is Style.LOCAL else style.fill} {style.edge}",
            )
            yield from self._start(bar, left, y, height)
            yield from self._text(bar, left, right, y + height - 4, style)
            return
        yield from self._body(bar, (left, right), y, height, style)

    def _right(self, bar: Bar) -> float:
        if bar.end is not None:
            return self.scale.x(bar.end.last)
        return self.scale.right

    def _body(
        self, bar: Bar, span: tuple[float, float], y: int, height: int, style: Style
    ) -> Iterator[Shape]:
        """Tint up to the regional end, stripes beyond it, solid edges where it is fixed."""
        left, right = span
        held = right if self.end is None else min(right, max(left, self.scale.x(self.end.last)))
        if held > left:
            yield Rect(left, y, round(held - left, 1), height, style.fill)
            if style is Style.DRAFT:
                yield Rect(left, y, round(held - left, 1), height, f"fill-none {style.edge}")
            else:
                top, foot = y + 0.5, y + height - 0.5
                yield Path(f"M{left:g} {top:g}H{held:g}M{left:g} {foot:g}H{held:g}", style.edge)
        if right > held and style is Style.LOCAL:
            yield Rect(held, y, round(right - held, 1), height, "f-p-diag stroke-copper")
            yield from self._after(bar, right, y + height - 4)
        elif style is Style.LOCAL:
            yield Rect(right - 3, y, 3, height, "f-blue")
        if style is Style.LOCAL:
            yield from self._start(bar, left, y, height)
        yield from self._notches(bar, y, height, style)
        yield from self._text(bar, left, held, y + height - 4, style)

    def _start(self, bar: Bar, left: float, y: int, height: int) -> Iterator[Shape]:
        """A solid edge; a start known only as a year has a dashed stretch over that year."""
        if bar.start is None or bar.start.first == bar.start.last:
            yield Rect(left, y, 4, height, "f-blue")
            return
        certain = self.scale.x(bar.start.last)
        yield Rect(left, y, round(certain - left, 1), height, "f-paper")
        yield Rect(left, y, round(certain - left, 1), height, "fill-none o-db")
        yield Rect(certain, y, 4, height, "f-blue")

    def _notches(self, bar: Bar, y: int, height: int, style: Style) -> Iterator[Shape]:
        """Where the end once was, a notch; when it was moved, a diamond."""
        ends = [bar.first_end, *(extension.until for extension in bar.extensions[:-1])]
        notch = "stroke-paper" if style is Style.REGIONAL else "stroke-blue"
        for end in ends:
            if end is not None:
                yield Path(f"M{self.scale.x(end.last):g} {y}v{height}", notch)
        for extension in bar.extensions:
            if extension.decided is not None:
                x, middle = self.scale.x(extension.decided), y + height / 2
                shape = f"M{x - 5:g} {middle:g}l5 -5l5 5l-5 5z"
                paper = style is Style.REGIONAL
                yield Path(shape, "fill-paper stroke-ink" if paper else "fill-blue stroke-none")

    def _unknown(
        self, bar: Bar, span: tuple[float, float], y: int, height: int
    ) -> Iterator[Shape]:
        """A dotted line: shown, not resolved."""
        left, right = span
        yield Path(f"M{left:g} {y + height / 2:g}H{right:g}", "gap")
        if bar.start is not None:
            yield from self._start(bar, left, y, height)
        if bar.end is not None:
            yield Rect(right - 3, y, 3, height, "f-blue")
        yield from self._after(bar, right, y + height - 4)

    def _text(
        self, bar: Bar, left: float, right: float, baseline: int, style: Style
    ) -> Iterator[Shape]:
        for text in (bar.text, bar.short_text):
            x = self._clear(left + 8, right, text_width(text, 13)) if text else None
            if x is not None:
                yield Text(x, baseline, text, style.text)
                return

    def _clear(self, left: float, right: float, width: float) -> float | None:
        """Find room that no line crosses: at the start, else just after a line."""
        for x in (left, *(line + 6 for line in self.lines if line + 6 > left)):
            if x + width > right - 4:
                return None
            if not any(x - 2 < line < x + width + 2 for line in self.lines):
                return x
        return None

    def _after(self, bar: Bar, right: float, baseline: int) -> Iterator[Shape]:
        width = text_width(bar.end_text, 13)
        if bar.end_text and right + 6 + width <= self.scale.right + 12:
            yield Text(right + 6, baseline, bar.end_text, "tact ts")
