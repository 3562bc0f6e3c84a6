"""How one agreement’s time is drawn as a bar: solid where known, dotted where not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from samklang.common.pictures.bars import Bar
from samklang.common.pictures.drawing import Path, Rect, Shape, Text, text_width
from samklang.common.pictures.scale import Scale

_DIAMOND = 6
# How far the dots go before a bar whose start nobody knows.
_BEFORE = 24


class Style(Enum):
    """Fill, edge and text of a bar, then the marks of a former end and of a decision."""

    REGIONAL = ("f-ink", "stroke-ink", "tinv ts", "stroke-paper", "fill-paper stroke-ink")
    LOCAL = ("f-bluetint", "stroke-blue", "ts", "stroke-blue", "fill-blue stroke-none")
    DRAFT = ("f-paper", "o-db", "ts", "stroke-blue", "fill-blue stroke-none")

    def __init__(self, fill: str, edge: str, text: str, notch: str, diamond: str) -> None:
        self.fill = fill
        self.edge = edge
        self.text = text
        self.notch = notch
        self.diamond = diamond


@dataclass(frozen=True, slots=True)
class Lane:
    """The strip of a picture that one bar is drawn in; `end` is where the regional one ends.

    `lines` are the upright lines that no text may cross.
    """

    scale: Scale
    lines: tuple[float, ...]
    end: date | None
    y: int
    height: int
    style: Style

    @property
    def baseline(self) -> int:
        return self.y + self.height - 4

    def shapes(self, bar: Bar) -> Iterator[Shape]:
        if not bar.known:
            yield from self._unknown(bar)
        elif bar.end is None:
            yield from self._arrow(bar)
        else:
            yield from self._span(bar)

    def _left(self, bar: Bar) -> float:
        return self.scale.x(bar.first) if bar.first else self.scale.left

    def _right(self, bar: Bar) -> float:
        return self.scale.x(bar.end.last) if bar.end else self.scale.right

    def _unknown(self, bar: Bar) -> Iterator[Shape]:
        """A dotted line: shown, not resolved."""
        right = self._right(bar)
        yield Path(f"M{self._left(bar):g} {self.y + self.height / 2:g}H{right:g}", "gap")
        yield from self._start(bar)
        if bar.end is not None:
            yield Rect(right - 3, self.y, 3, self.height, "f-blue")
        yield from self._after(bar)

    def _arrow(self, bar: Bar) -> Iterator[Shape]:
        left, right, tip = self._left(bar), self._right(bar), self.height // 2
        fill = self.style.fill.replace("f-bluetint", "fill-blue-tint").replace("f-ink", "solid")
        yield Path(
            f"M{left:g} {self.y}H{right:g}l{tip} {tip}l-{tip} {tip}H{left:g}z",
            f"{fill} {self.style.edge}",
        )
        yield from self._start(bar)
        yield from self._words(bar, right)

    def _span(self, bar: Bar) -> Iterator[Shape]:
        """Tint up to the regional end, stripes beyond it, a solid edge where the end is fixed."""
        left, right = self._left(bar), self._right(bar)
        held = right if self.end is None else min(right, max(left, self.scale.x(self.end)))
        if held > left:
            yield from self._held(left, held)
        if self.style is Style.LOCAL and right > held:
            width = round(right - held, 1)
            yield Rect(held, self.y, width, self.height, "f-p-diag stroke-copper")
            yield from self._after(bar)
        elif self.style is Style.LOCAL:
            yield Rect(right - 3, self.y, 3, self.height, "f-blue")
        yield from self._start(bar)
        yield from self._words(bar, held)

    def _held(self, left: float, right: float) -> Iterator[Shape]:
        width = round(right - left, 1)
        if self.style is Style.DRAFT:
            yield Rect(left, self.y, width, self.height, f"fill-paper {self.style.edge}")
            return
        yield Rect(left, self.y, width, self.height, self.style.fill)
        top, foot = self.y + 0.5, self.y + self.height - 0.5
        yield Path(f"M{left:g} {top:g}H{right:g}M{left:g} {foot:g}H{right:g}", self.style.edge)

    def _start(self, bar: Bar) -> Iterator[Shape]:
        """A solid edge; a start known only as a year has a dashed stretch over that year.

        A start that nobody knows has no edge, and dots before the day that it surely held.
        """
        if self.style is Style.DRAFT or bar.first is None:
            return
        if bar.start is None:
            before = max(self.scale.left, self._left(bar) - _BEFORE)
            yield Path(f"M{before:g} {self.y + self.height / 2:g}H{self._left(bar):g}", "gap")
            return
        left, certain = self._left(bar), self.scale.x(bar.start.last)
        if bar.start.first != bar.start.last:
            width = round(certain - left, 1)
            yield Rect(left, self.y, width, self.height, "f-paper")
            yield Rect(left, self.y, width, self.height, "fill-none o-db")
        solid = "f-ink" if self.style is Style.REGIONAL else "f-blue"
        yield Rect(certain, self.y, 4, self.height, solid)

    def _words(self, bar: Bar, right: float) -> Iterator[Shape]:
        """The words, former ends and decisions; where all have no room, only the words."""
        notches = [self.scale.x(day) for day in bar.former_ends]
        diamonds = [self.scale.x(day) for day in bar.decided]
        taken = (*notches, *(x + side for x in diamonds for side in (-_DIAMOND, _DIAMOND)))
        text = self._text(bar, right, taken)
        if text is not None or not bar.text:
            yield from (Path(f"M{x:g} {self.y}v{self.height}", self.style.notch) for x in notches)
            yield from (self._diamond(x) for x in diamonds)
        else:
            text = self._text(bar, right, ())
        if text is not None:
            yield text

    def _diamond(self, x: float) -> Shape:
        return Path(f"M{x - 5:g} {self.y + self.height / 2:g}l5 -5l5 5l-5 5z", self.style.diamond)

    def _text(self, bar: Bar, right: float, taken: tuple[float, ...]) -> Text | None:
        left = self.scale.x(bar.start.last) if bar.start else self._left(bar)
        for text in (bar.text, bar.short_text):
            x = self._clear(left + 8, right - 4, text_width(text, 13), taken) if text else None
            if x is not None:
                return Text(x, self.baseline, text, self.style.text)
        return None

    def _clear(
        self, left: float, right: float, width: float, taken: tuple[float, ...]
    ) -> float | None:
        """Find room that no line crosses: at the start, else just after a line."""
        lines = sorted((*self.lines, *taken))
        for x in (left, *(line + 6 for line in lines if line + 6 > left)):
            if x + width > right:
                return None
            if not any(x - 2 < line < x + width + 2 for line in lines):
                return x
        return None

    def _after(self, bar: Bar) -> Iterator[Shape]:
        x, width = self._right(bar) + 6, text_width(bar.end_text, 13)
        if bar.end_text and x + width <= self.scale.right + 12:
            yield Text(round(x, 1), self.baseline, bar.end_text, "tact ts")
