"""One passage of a text: a heading, a paragraph, an item of a list or a row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

DEEPEST_LIST: Final = 8
DEEPEST_HEADING: Final = 6


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    ROW = "row"


ITEMS: Final = (Kind.BULLET, Kind.NUMBERED)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; a line break among them is "\\n". `address` is where they lead."""

    text: str
    strong: bool = False
    emphasis: bool = False
    address: str = ""

    def looks_like(self, other: Run) -> bool:
        return (self.strong, self.emphasis, self.address) == (
            other.strong,
            other.emphasis,
            other.address,
        )


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest part of a text that a comment stands at and that a comparison aligns.

    `level` is a heading's (1-6) or an item's (0-8). A row has `cells` and no runs; `is_head` when
    they are the heads of its columns. `is_first` begins a list, also one inside an item, or a
    table. `key` is the lasting id of its section, "" when that is not known.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    cells: tuple[Cell, ...] = ()
    is_head: bool = False
    is_first: bool = False
    key: str = ""

    @property
    def text(self) -> str:
        """Return its words; a row's cells have tabs between them."""
        if self.kind is Kind.ROW:
            return "\t".join(text_of(cell) for cell in self.cells)
        return text_of(self.runs)

    @property
    def is_item(self) -> bool:
        return self.kind in ITEMS


def text_of(runs: Iterable[Run]) -> str:
    return "".join([run.text for run in runs])


def plain(passages: Iterable[Passage]) -> str:
    """Return the words alone, a passage on each line."""
    return "\n".join(passage.text for passage in passages)


def settled(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Say of each passage what follows from where it stands.

    An item is at most one step deeper than the one before; a list begins where there was none; only
    the first rows of a table are its head, and they all have as many cells as the widest.
    """
    before: Passage | None = None
    depths: list[int] = []
    for passage in _evened(passages):
        if not passage.is_item:
            depths.clear()
            before = _row_after(before, passage) if passage.kind is Kind.ROW else _alone(passage)
        else:
            before = _item_at(depths, passage)
        yield before


def _alone(passage: Passage) -> Passage:
    level = min(max(passage.level, 1), DEEPEST_HEADING) if passage.kind is Kind.HEADING else 0
    return replace(passage, level=level, is_first=False, is_head=False)


def _item_at(depths: list[int], passage: Passage) -> Passage:
    """Place an item; `depths` are the levels of the lists that are open, as they were told."""
    told = min(max(passage.level, 0), DEEPEST_LIST)
    while depths and depths[-1] > told:
        depths.pop()
    begins = not depths or depths[-1] < told
    if begins:
        depths.append(told)
    is_first = passage.is_first or begins
    return replace(passage, level=len(depths) - 1, is_first=is_first, is_head=False)


def _row_after(before: Passage | None, passage: Passage) -> Passage:
    begins = passage.is_first or before is None or before.kind is not Kind.ROW
    may_be_head = begins or (before is not None and before.is_head)
    return replace(passage, level=0, is_first=begins, is_head=passage.is_head and may_be_head)


def _evened(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Give the rows of each table equally many cells."""
    table: list[Passage] = []
    for passage in passages:
        if table and (passage.kind is not Kind.ROW or passage.is_first):
            yield from _even(table)
            table = []
        if passage.kind is Kind.ROW:
            table.append(passage)
        else:
            yield passage
    yield from _even(table)


def _even(table: list[Passage]) -> Iterator[Passage]:
    width = max((len(row.cells) for row in table), default=0)
    for row in table:
        missing = width - len(row.cells)
        yield replace(row, cells=row.cells + ((),) * missing) if missing else row
