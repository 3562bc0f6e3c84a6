"""Puts the rows of a table together, merged cells pulled apart so that columns stay straight."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.documents.passages.passage import Cell, Kind, Passage
from samklang.documents.passages.tree import CELLS, Node

_WIDEST, _LONGEST = 60, 1000


class Table:
    """A table that is being read, row by row; `read` gives a cell's words."""

    def __init__(self) -> None:
        self._covered: dict[int, int] = {}
        self._has_rows = False

    def row(self, cells: list[tuple[Node, Cell]], *, in_head: bool) -> Iterator[Passage]:
        """Return the row, if anything stands in it."""
        placed: list[Cell] = []
        for node, runs in cells:
            self._step_past_covered(placed)
            self._place(placed, node, runs)
        self._step_past_covered(placed)
        self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        if any(placed):
            is_head = in_head or all(node.tag == "th" for node, _runs in cells)
            yield Passage(
                Kind.ROW,
                cells=tuple(placed[:_WIDEST]),
                is_head=is_head,
                is_first=not self._has_rows,
            )
            self._has_rows = True

    def _step_past_covered(self, placed: list[Cell]) -> None:
        while self._covered.get(len(placed)):
            placed.append(())

    def _place(self, placed: list[Cell], node: Node, runs: Cell) -> None:
        wide = max(min(node.number("colspan"), _WIDEST - len(placed)), 1)
        high = max(min(node.number("rowspan"), _LONGEST), 1)
        for column in range(len(placed), len(placed) + wide):
            self._covered[column] = high
        placed += [runs, *((),) * (wide - 1)]


def rows_of(table: Node, *, in_head: bool = False) -> Iterator[tuple[list[Node], bool]]:
    """Return each row's cells, and whether it stands in the head."""
    for child in table.children:
        if isinstance(child, str):
            continue
        if child.tag == "tr":
            yield (
                [one for one in child.children if isinstance(one, Node) and one.tag in CELLS],
                in_head,
            )
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from rows_of(child, in_head=child.tag == "thead")
