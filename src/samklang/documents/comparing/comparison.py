"""What a comparison of two texts says, in the order in which it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from samklang.documents.passages import Passage, Run, text_of


class Fate(StrEnum):
    """What happens to words, or to a passage, from the old text to the new."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words beside each other that share a fate; CHANGED is other looks for the same words."""

    old: tuple[Run, ...] = ()
    new: tuple[Run, ...] = ()

    @property
    def fate(self) -> Fate:
        if self.old == self.new:
            return Fate.SAME
        if self.old and self.new:
            return Fate.CHANGED
        return Fate.DELETED if self.old else Fate.INSERTED

    @property
    def text(self) -> str:
        return text_of(self.new or self.old)


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CellStep:
    """One cell of a row that both texts have, or that only one of them has."""

    pieces: Pieces
    is_in_old: bool = True
    is_in_new: bool = True
    is_compared: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One step through both texts: a passage that one or both have here, and what became of it.

    What has moved is two steps with the same `move` (1-), MOVED_AWAY where it was and MOVED_HERE
    where it is; the latter's `pieces` say which of its words are others. `old` and `new` are both
    there when the passage is in both texts. `is_compared` is false when it was not looked for
    elsewhere, or not compared word by word throughout: time ran out, or there was too much of it.
    """

    fate: Fate
    old: Passage | None
    new: Passage | None
    pieces: Pieces = ()
    cells: tuple[CellStep, ...] = ()
    move: int = 0
    is_compared: bool = True

    @property
    def passage(self) -> Passage:
        """Return the passage as it is where this step stands."""
        found = self.old if self.fate is Fate.MOVED_AWAY else self.new or self.old
        if found is None:
            raise ValueError("A step has a passage in one of the texts.")
        return found

    @property
    def words(self) -> Pieces:
        """Return all that is said here, also where it was not compared by word."""
        old = self.old.runs if self.old else ()
        new = self.new.runs if self.new else ()
        if self.fate is Fate.MOVED_AWAY:
            return (Piece(old=old),)
        if self.pieces or self.fate is Fate.SAME:
            return self.pieces or (Piece(new, new),)
        return tuple(one for one in (Piece(old=old), Piece(new=new)) if one.old or one.new)

    @property
    def row(self) -> tuple[CellStep, ...]:
        """Return all cells; where they were not compared, the old ones and then the new."""
        if self.fate is Fate.SAME:
            return tuple(CellStep((Piece(cell, cell),)) for cell in self.passage.cells)
        if self.cells and self.fate is not Fate.MOVED_AWAY:
            return self.cells
        old = self.old.cells if self.old else ()
        new = self.new.cells if self.new and self.fate is not Fate.MOVED_AWAY else ()
        return (
            *(CellStep((Piece(old=cell),), is_in_new=False) for cell in old),
            *(CellStep((Piece(new=cell),), is_in_old=False) for cell in new),
        )

    @property
    def is_reworded(self) -> bool:
        """Say whether the words or looks inside it are others, or were never compared."""
        words = (*self.pieces, *(piece for cell in self.cells for piece in cell.pieces))
        is_known = self.is_compared and all(piece.fate is Fate.SAME for piece in words)
        return self.old is not None and self.new is not None and not is_known


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps that are shown together: unchanged ones that may be folded, one move, or changes."""

    steps: tuple[Step, ...]

    @property
    def is_same(self) -> bool:
        return self.steps[0].fate is Fate.SAME

    @property
    def move(self) -> int:
        return self.steps[0].move


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts beside each other."""

    steps: tuple[Step, ...]

    @property
    def old(self) -> tuple[Passage, ...]:
        """Return the old text: what the comparison says, applied backwards."""
        return tuple(
            step.old
            for step in self.steps
            if step.old is not None and step.fate is not Fate.MOVED_HERE
        )

    @property
    def new(self) -> tuple[Passage, ...]:
        return tuple(
            step.new
            for step in self.steps
            if step.new is not None and step.fate is not Fate.MOVED_AWAY
        )

    @property
    def counts(self) -> Counter[Fate]:
        """Return how many changes there are of each kind; passages moved together are one."""
        singles = Counter(step.fate for step in self.steps if step.fate not in _NOT_SINGLE)
        singles[Fate.MOVED_HERE] = len({step.move for step in self.steps if step.move})
        return +singles

    @property
    def change_count(self) -> int:
        return self.counts.total()

    @property
    def is_same(self) -> bool:
        return not self.change_count

    @property
    def not_compared(self) -> tuple[Step, ...]:
        """Return what was not compared throughout; say so wherever the comparison is shown."""
        return tuple(step for step in self.steps if not step.is_compared)

    def stretches(self) -> Iterator[Stretch]:
        """Return the steps in groups that are shown, or folded, together."""
        for _what, steps in groupby(self.steps, key=_shown_with):
            yield Stretch(tuple(steps))


_NOT_SINGLE = (Fate.SAME, Fate.MOVED_AWAY, Fate.MOVED_HERE)


def _shown_with(step: Step) -> tuple[str, int]:
    if step.move:
        return step.fate, step.move
    return ("same" if step.fate is Fate.SAME else "changes"), 0
