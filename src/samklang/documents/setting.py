"""A received text set as pages: what it says, in its order, without its own looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from samklang.documents.extraction.text import Block, BlockKind
from samklang.documents.paper import Cell, Heading, Item, Node, Table, Words
from samklang.documents.passages import Run

# Below the title that stands above the text.
_HIGHEST = 2


def nodes_of(blocks: Iterable[Block]) -> Iterator[Node]:
    """Yield the blocks as a paper has them; a heading is never more than one step deeper."""
    depth = _HIGHEST - 1
    for kind, together in groupby(blocks, key=lambda one: one.kind):
        if kind is BlockKind.TABLE_ROW:
            yield _table(list(together))
            continue
        for place, one in enumerate(together):
            if kind is BlockKind.HEADING:
                depth = min(max(one.level, 1) + 1, depth + 1)
                yield Heading(one.text, depth)
            elif kind is BlockKind.LIST_ITEM:
                yield Item(_runs(one.text), 0, numbered=False, is_first=place == 0)
            else:
                yield Words(_runs(one.text))


def _table(rows: list[Block]) -> Table:
    """The first row is its head; every row has as many cells as the longest."""
    width = max(len(one.cells) for one in rows)
    head, *more = [_cells(one, width) for one in rows]
    return Table("", head, tuple(more))


def _cells(row: Block, width: int) -> tuple[Cell, ...]:
    return tuple(Cell(text) for text in (*row.cells, *[""] * (width - len(row.cells))))


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)
