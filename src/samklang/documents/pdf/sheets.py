"""What is bound, and what comes of it: known outside the limited process that binds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF whose pages are whole and do nothing: their number, its bytes, and how many objects.

    What costs time and room when it is bound is the objects; a few bytes can hold very many.
    """

    count: int
    content: bytes
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What comes next in the bound file: `size` bytes of a PDF, and which of its pages.

    `name` is what its pages are called in the reader’s window, before their number; without
    `numbered` the name stands alone.
    """

    size: int
    pages: tuple[int, int] | None
    name: str
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the table of contents: it leads to the part’s first page."""

    title: str
    part: int
    under: tuple[Bookmark, ...] = ()
