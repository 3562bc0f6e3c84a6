"""Compares two rows of a table, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samklang.documents.comparing.anchors import in_order, unique_pairs
from samklang.documents.comparing.comparison import CellStep, Piece
from samklang.documents.comparing.words import compared
from samklang.documents.passages import Run

Cell = tuple[Run, ...]


def cell_steps(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[CellStep, ...]:
    """Return the cells in order; where a row has more of them, those it shares lead the way."""
    return tuple(_steps(old, new))


def _steps(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[CellStep]:
    here = there = 0
    shared = [] if len(old) == len(new) else in_order(unique_pairs(old, new))
    for left, right in [*shared, (len(old), len(new))]:
        yield from _beside(old[here:left], new[there:right])
        if left < len(old):
            yield _cell(old[left], new[right])
        here, there = left + 1, right + 1


def _beside(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[CellStep]:
    both = min(len(old), len(new))
    for ours, theirs in zip(old[:both], new[:both], strict=True):
        yield _cell(ours, theirs)
    for cell in old[both:]:
        yield CellStep((Piece(old=cell),), is_in_new=False)
    for cell in new[both:]:
        yield CellStep((Piece(new=cell),), is_in_old=False)


def _cell(old: Cell, new: Cell) -> CellStep:
    found = compared(old, new)
    return CellStep(found.pieces, is_compared=found.is_whole)
