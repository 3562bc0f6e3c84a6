"""How alike two passages are, and which pairs of them are the most alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from samklang.documents.comparing.anchors import Pair
from samklang.documents.passages import Kind, Passage, text_of

_WORD = re.compile(r"\w+")
# In its place a passage is known by half of its words; elsewhere it takes more, and enough words.
_ALIKE, _ALIKE_ELSEWHERE, _FEWEST_WORDS = 0.5, 0.7, 6
# Where nothing else stands it takes less.
ALIKE_ALONE: Final = 0.3
_OTHER_KIND, _SAME_FIRST_CELL = 0.9, 0.6
# In so many passages a word may stand and still lead from one to another.
_RARE, _CANDIDATES = 12, 4
# As many pairs as are weighed against each other at once; a longer search would outlast the watch.
AT_ONCE: Final = 40_000


class Likeness:
    """Weighs passages of the old text against passages of the new."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self._old, self._new = old, new
        self._words: dict[int, frozenset[str]] = {}

    def of(self, here: int, there: int) -> float:
        """Return 0 for passages that cannot be the same one, and 1 for the same words."""
        old, new = self._old[here], self._new[there]
        if _form(old) != _form(new):
            return 0
        ours, theirs = self._words_of(old), self._words_of(new)
        if not ours or not theirs:
            return float(old.text == new.text)
        alike = 2 * len(ours & theirs) / (len(ours) + len(theirs))
        if old.kind is Kind.ROW and _first_cell(old) and _first_cell(old) == _first_cell(new):
            alike = max(alike, _SAME_FIRST_CELL)
        return alike if old.kind is new.kind else alike * _OTHER_KIND

    def _words_of(self, passage: Passage) -> frozenset[str]:
        found = self._words.get(id(passage))
        if found is None:
            found = frozenset(_WORD.findall(passage.text.casefold()))
            self._words[id(passage)] = found
        return found

    def pairs_between(self, here: Sequence[int], there: Sequence[int]) -> list[Pair]:
        """Return the pairs, in order, that together are the most alike."""
        best: list[list[tuple[float, bool]]] = [[(0.0, False)] * (len(there) + 1)]
        for old in here:
            above, row = best[-1], [(0.0, False)]
            for column, new in enumerate(there):
                otherwise = max(above[column + 1][0], row[column][0])
                alike = self.of(old, new)
                paired = above[column][0] + alike if alike >= _ALIKE else 0
                row.append((paired, True) if paired > otherwise else (otherwise, False))
            best.append(row)
        return _walked_back(best, here, there)

    def pairs_elsewhere(self, here: Sequence[int], there: Sequence[int]) -> Iterator[Pair]:
        """Return what is so alike that it must be the same, wherever it stands."""
        weighed = sorted(
            ((self.of(old, new), old, new) for old, new in self._candidates(here, there)),
            key=lambda one: (-one[0], abs(one[1] - one[2])),
        )
        taken_here: set[int] = set()
        taken_there: set[int] = set()
        for alike, old, new in weighed:
            if alike >= _ALIKE_ELSEWHERE and old not in taken_here and new not in taken_there:
                taken_here.add(old)
                taken_there.add(new)
                yield old, new

    def _candidates(self, here: Sequence[int], there: Sequence[int]) -> Iterator[Pair]:
        standing: dict[str, list[int]] = defaultdict(list)
        for old in here:
            words = self._words_of(self._old[old])
            if len(words) >= _FEWEST_WORDS:
                for word in words:
                    standing[word].append(old)
        for new in there:
            words = self._words_of(self._new[new])
            found = Counter(
                old for word in words if len(standing[word]) <= _RARE for old in standing[word]
            )
            yield from ((old, new) for old, _shared in found.most_common(_CANDIDATES))


def _form(passage: Passage) -> tuple[bool, bool]:
    """Return what no passage changes: a row stays a row, and the head of its table or not."""
    return passage.kind is Kind.ROW, passage.is_head


def _first_cell(passage: Passage) -> str:
    return text_of(passage.cells[0]) if passage.cells else ""


def _walked_back(
    best: list[list[tuple[float, bool]]], here: Sequence[int], there: Sequence[int]
) -> list[Pair]:
    found, row, column = [], len(here), len(there)
    while row and column:
        if best[row][column][1]:
            row, column = row - 1, column - 1
            found.append((here[row], there[column]))
        elif best[row - 1][column][0] >= best[row][column - 1][0]:
            row -= 1
        else:
            column -= 1
    return found
