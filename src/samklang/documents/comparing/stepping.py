"""Walks through two aligned texts, and says at each step what became of the passage."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from samklang.documents.comparing.aligning import Alignment, aligned
from samklang.documents.comparing.anchors import Pair
from samklang.documents.comparing.comparison import CellStep, Comparison, Fate, Piece, Step
from samklang.documents.comparing.rows import cell_steps
from samklang.documents.comparing.watch import Watch
from samklang.documents.comparing.words import compared
from samklang.documents.passages import Kind, Passage

SECONDS: Final = 2.0


def compare(
    old: Sequence[Passage],
    new: Sequence[Passage],
    *,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> Comparison:
    """Compare two texts; what there was no time for is among the result's `not_compared`."""
    watch = Watch(clock, seconds)
    alignment = aligned(old, new, watch)
    return Comparison(tuple(_Walk(old, new, alignment, watch).steps()))


class _Walk:
    def __init__(
        self, old: Sequence[Passage], new: Sequence[Passage], alignment: Alignment, watch: Watch
    ) -> None:
        self._old, self._new, self._watch = old, new, watch
        self._kept = alignment.kept
        self._unweighed_old, self._unweighed_new = alignment.unweighed
        moves = _numbered(alignment.moved)
        self._away = {here: (there, move) for (here, there), move in moves}
        self._here = {there: (here, move) for (here, there), move in moves}

    def steps(self) -> Iterator[Step]:
        here = there = 0
        for left, right in [*self._kept, (len(self._old), len(self._new))]:
            yield from (self._only_in_old(one) for one in range(here, left))
            yield from (self._only_in_new(one) for one in range(there, right))
            if left < len(self._old):
                yield self._in_both(self._old[left], self._new[right])
            here, there = left + 1, right + 1

    def _only_in_old(self, at: int) -> Step:
        old = self._old[at]
        if at in self._away:
            there, move = self._away[at]
            return Step(Fate.MOVED_AWAY, old, self._new[there], move=move)
        is_compared = at not in self._unweighed_old
        return _whole(Step(Fate.DELETED, old, None, is_compared=is_compared))

    def _only_in_new(self, at: int) -> Step:
        new = self._new[at]
        if at in self._here:
            here, move = self._here[at]
            step = self._in_both(self._old[here], new)
            return replace(step, fate=Fate.MOVED_HERE, move=move)
        is_compared = at not in self._unweighed_new
        return _whole(Step(Fate.INSERTED, None, new, is_compared=is_compared))

    def _in_both(self, old: Passage, new: Passage) -> Step:
        fate = Fate.SAME if _look(old) == _look(new) else Fate.CHANGED
        if fate is Fate.CHANGED and self._watch.is_over:
            return Step(fate, old, new, is_compared=False)
        if new.kind is Kind.ROW:
            cells = cell_steps(old.cells, new.cells)
            return Step(
                fate, old, new, cells=cells, is_compared=all(one.is_compared for one in cells)
            )
        found = compared(old.runs, new.runs)
        return Step(fate, old, new, pieces=found.pieces, is_compared=found.is_whole)


def _look(passage: Passage) -> Passage:
    """Return the passage without what follows from where it stands."""
    return replace(passage, is_first=False, key="")


def _whole(step: Step) -> Step:
    """Fill in the words of a passage that only one of the texts has."""
    old, new = step.old or _NOTHING, step.new or _NOTHING
    if step.passage.kind is not Kind.ROW:
        return replace(step, pieces=(Piece(old.runs, new.runs),))
    in_old, in_new = step.old is not None, step.new is not None
    return replace(
        step,
        cells=tuple(
            CellStep((Piece(cell, ()) if in_old else Piece((), cell),), in_old, in_new)
            for cell in step.passage.cells
        ),
    )


_NOTHING = Passage(Kind.PARAGRAPH)


def _numbered(moved: Sequence[Pair]) -> list[tuple[Pair, int]]:
    """Number the moves; passages that moved side by side have one number."""
    numbered: list[tuple[Pair, int]] = []
    for pair in sorted(moved, key=lambda one: one[1]):
        before, move = numbered[-1] if numbered else ((-2, -2), 0)
        is_beside = pair == (before[0] + 1, before[1] + 1)
        numbered.append((pair, move if is_beside else move + 1))
    return numbered
