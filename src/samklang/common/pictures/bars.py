"""What a picture of time is told about each agreement: primitives with words already translated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.common.periods import StatedDate


@dataclass(frozen=True, slots=True)
class Extension:
    """When somebody decided, if known, and until when the agreement then held."""

    decided: date | None
    until: StatedDate


@dataclass(frozen=True, slots=True)
class Bar:
    """One agreement’s time, with its words; an unknown start or end is None.

    A bar without a start is drawn from `known_from`, the day from which it surely held.
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
    known_from: date | None = None

    @property
    def first(self) -> date | None:
        return self.start.first if self.start else self.known_from

    @property
    def known(self) -> bool:
        """A first day, and an end or the words that there is none."""
        return self.first is not None and (self.end is not None or self.until_further_notice)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that the scale must have room for."""
        ends = (self.first, self.end and self.end.last)
        return tuple(day for day in ends if day)

    @property
    def former_ends(self) -> tuple[date, ...]:
        ends = [self.first_end, *(extension.until for extension in self.extensions[:-1])]
        return tuple(end.last for end in ends if end is not None)

    @property
    def decided(self) -> tuple[date, ...]:
        return tuple(one.decided for one in self.extensions if one.decided is not None)
