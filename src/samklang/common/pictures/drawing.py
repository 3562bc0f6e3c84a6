"""What a picture is made of: shapes with marks (CSS classes) instead of colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, takewhile

# Widths of Source Sans 3 in thousandths of the type size; all other letters count as AVERAGE.
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'’|! ", 260),
    **dict.fromkeys("frt-()/I", 350),
    **dict.fromkeys("mwMWÅÄÖ%", 760),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 590),
}
_AVERAGE = 510
# The fallback fonts are somewhat wider.
_SPARE = 1.06


# Hundreds are made for a page, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    marks: str


@dataclass(slots=True)
class Path:
    d: str
    marks: str


@dataclass(slots=True)
class Text:
    """One line of text; its baseline starts at (x, y)."""

    x: float
    y: float
    text: str
    marks: str = ""


@dataclass(slots=True)
class Symbol:
    """One of the status symbols, by its word with hyphens: `in-force`."""

    x: float
    y: float
    size: float
    name: str


Shape = Rect | Path | Text | Symbol


@dataclass(slots=True)
class Link:
    """Shapes that lead somewhere; their text is its name, else `name`."""

    url: str
    shapes: tuple[Shape, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture for one width, with the sentence (or name) that says what it shows."""

    width: int
    height: int
    label: str
    shapes: tuple[Shape | Link, ...]

    @property
    def has_links(self) -> bool:
        return any(isinstance(shape, Link) for shape in self.shapes)


@lru_cache(maxsize=2000)
def text_width(text: str, size: float = 14) -> float:
    """Return about how wide a line of text is; a little too wide rather than too narrow."""
    return sum(_WIDTHS.get(letter, _AVERAGE) for letter in text) * size * _SPARE / 1000


def shortened(text: str, room: float, size: float = 14) -> str:
    """Cut a name with a full stop where it does not fit: `Long-Namedby` to `Long.`"""
    if text_width(text, size) <= room:
        return text
    widths = accumulate(text_width(letter, size) for letter in f".{text}")
    fitting = sum(1 for _width in takewhile(lambda width: width <= room, widths))
    return text[: max(1, fitting - 1)].rstrip(" -") + "."
