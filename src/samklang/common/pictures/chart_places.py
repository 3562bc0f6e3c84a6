"""Where the boxes of a chart of bodies stand: a tree in bands, and the lone ones between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

# With more columns than this, the lowest of one parent stand below each other.
MOST_COLUMNS = 6


class Knot(NamedTuple):
    """One box: its number, its band from the top, and the number of the one above it."""

    key: int
    band: int
    parent: int | None = None


class Cell(NamedTuple):
    """A place in a band; rows and columns count from 0."""

    band: int
    row: int
    column: int


@dataclass
class Places:
    """The cells that the boxes have got, and how many columns there are."""

    cells: dict[int, Cell] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    columns: int = 1

    def rows(self, band: int) -> int:
        return max((one.row + 1 for one in self.cells.values() if one.band == band), default=0)


def places(knots: Iterable[Knot]) -> Places:
    """Give each box a cell, so that no line from a box to the one above it crosses another box."""
    given = list(knots)
    laid = _Grower(given, stacked=False).grown()
    return laid if laid.columns <= MOST_COLUMNS else _Grower(given, stacked=True).grown()


class _Grower:
    """Lays the trees beside each other, each child’s columns its own, then fills the gaps."""

    def __init__(self, knots: list[Knot], *, stacked: bool) -> None:
        self.stacked = stacked
        self.by_key = {one.key: one for one in knots}
        self.places = Places()
        self.below: dict[int, list[Knot]] = defaultdict(list)
        for one in knots:
            above = self.by_key.get(one.parent or 0)
            # A line leads upwards, or it is not drawn: the table says it.
            if above is not None and above.band < one.band:
                self.below[above.key].append(one)
                self.places.parents[one.key] = above.key
        self.full: set[tuple[int, int]] = set()

    def grown(self) -> Places:
        roots = [one for key, one in self.by_key.items() if key not in self.places.parents]
        column = 0
        for root in (one for one in roots if self.below[one.key]):
            column += self._lay(root, column)
        self.places.columns = max(column, 1)
        self._block()
        for lone in (one for one in roots if not self.below[one.key]):
            self._fit(lone)
        return self.places

    def _lay(self, knot: Knot, column: int) -> int:
        """Place the box and all below it from the column on; return how many columns they take."""
        taken, heads = 0, []
        for some in self._side_by_side(knot):
            heads.append(column + taken)
            if len(some) > 1:
                for row, one in enumerate(some):
                    self.places.cells[one.key] = Cell(one.band, row, column + taken)
                taken += 1
            else:
                taken += self._lay(some[0], column + taken)
        middle = heads[(len(heads) - 1) // 2] if heads else column
        self.places.cells[knot.key] = Cell(knot.band, 0, middle)
        return max(taken, 1)

    def _side_by_side(self, knot: Knot) -> list[list[Knot]]:
        children = self.below[knot.key]
        if not self.stacked:
            return [[one] for one in children]
        leaves: dict[int, list[Knot]] = defaultdict(list)
        for one in children:
            if not self.below[one.key]:
                leaves[one.band].append(one)
        return [*([one] for one in children if self.below[one.key]), *leaves.values()]

    def _block(self) -> None:
        """Note which cells have a box, or a line through them."""
        for key, cell in self.places.cells.items():
            self.full.add((cell.band, cell.column))
            if key in self.places.parents:
                above = self.places.cells[self.places.parents[key]]
                self.full |= {(band, cell.column) for band in range(above.band + 1, cell.band)}

    def _fit(self, lone: Knot) -> None:
        """Place a box that nothing is tied to where there is room in its band."""
        free = [c for c in range(self.places.columns) if (lone.band, c) not in self.full]
        if not free and self.places.columns < MOST_COLUMNS:
            free = [self.places.columns]
            self.places.columns += 1
        cell = Cell(lone.band, 0, free[0]) if free else self._lowest(lone.band)
        self.full.add((cell.band, cell.column))
        self.places.cells[lone.key] = cell

    def _lowest(self, band: int) -> Cell:
        """Return the cell below the fewest boxes that nothing hangs from."""
        heights: dict[int, int] = defaultdict(int)
        for key, cell in self.places.cells.items():
            if cell.band == band and not self.below[key]:
                heights[cell.column] = max(heights[cell.column], cell.row + 1)
        busy = {c.column for k, c in self.places.cells.items() if c.band == band and self.below[k]}
        free = {column: rows for column, rows in heights.items() if column not in busy}
        if not free:
            self.places.columns += 1
            return Cell(band, 0, self.places.columns - 1)
        column = min(free, key=lambda one: (free[one], one))
        return Cell(band, free[column], column)
