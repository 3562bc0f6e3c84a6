"""Finds which passage of the new text is which of the old: by lasting key, then by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from samklang.documents.comparing.anchors import Pair, in_order, unique_pairs
from samklang.documents.comparing.likeness import ALIKE_ALONE, AT_ONCE, Likeness
from samklang.documents.comparing.watch import Watch
from samklang.documents.passages import Kind, Passage

Gap = tuple[Sequence[int], Sequence[int]]


class Alignment(NamedTuple):
    """Which passages are the same one, as places in the old and the new text.

    `kept` stand in the same order in both texts, `moved` do not. `unweighed` are places, in the old
    and in the new, whose likeness was not asked for: time had run out, or they were too many.
    """

    kept: list[Pair]
    moved: list[Pair]
    unweighed: tuple[frozenset[int], frozenset[int]]


def aligned(old: Sequence[Passage], new: Sequence[Passage], watch: Watch) -> Alignment:
    search = _Search(old, new, watch)
    search.by_key()
    search.by_sameness()
    search.by_likeness(search.gaps())
    search.by_likeness_elsewhere()
    unweighed = search.by_likeness(search.gaps())
    search.by_place()
    kept = in_order(search.pairs)
    in_place = set(kept)
    return Alignment(kept, [pair for pair in search.pairs if pair not in in_place], unweighed)


class _Search:
    """The pairs that have been found; every way of finding more leaves those alone."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage], watch: Watch) -> None:
        self._old, self._new, self._watch = old, new, watch
        self._to_new: dict[int, int] = {}
        self._to_old: dict[int, int] = {}
        self._shared_keys = _keys(old) & _keys(new)
        self._likeness = Likeness(old, new)

    @property
    def pairs(self) -> list[Pair]:
        return sorted(self._to_new.items(), key=lambda pair: pair[1])

    def by_key(self) -> None:
        """Pair what stands in the same section, wherever the section stands."""
        headings = _headings(self._old, self._shared_keys)
        begun = unique_pairs(headings, _headings(self._new, self._shared_keys))
        self._pair(pair for pair in begun if headings[pair[0]])
        keys = self._shared_keys
        self._pair_same(
            [(one.key, _sameness(one)) if one.key in keys else None for one in self._old],
            [(one.key, _sameness(one)) if one.key in keys else None for one in self._new],
        )
        self.by_likeness(self._sections())

    def by_sameness(self) -> None:
        """Pair what is the same letter for letter, and what follows or precedes it."""
        self._pair_same(
            [_sameness(one) for one in self._old], [_sameness(one) for one in self._new]
        )

    def by_likeness(self, gaps: Iterable[Gap]) -> tuple[frozenset[int], frozenset[int]]:
        """Pair what is most alike between the same neighbours; return what was not weighed."""
        here_left: set[int] = set()
        there_left: set[int] = set()
        for here, there in gaps:
            if len(here) * len(there) > AT_ONCE or self._watch.is_over:
                here_left.update(here)
                there_left.update(there)
            else:
                self._pair(self._likeness.pairs_between(here, there))
        return frozenset(here_left), frozenset(there_left)

    def by_likeness_elsewhere(self) -> None:
        if not self._watch.is_over:
            here, there = self._alone(0, len(self._old), 0, len(self._new))
            self._pair(self._likeness.pairs_elsewhere(here, there))

    def by_place(self) -> None:
        """Pair what is alone between the same neighbours, and says something of the same."""
        if self._watch.is_over:
            return
        alone = [gap for gap in self.gaps() if len(gap[0]) == len(gap[1]) == 1]
        pairs = ((here, there) for [here], [there] in alone)
        self._pair(pair for pair in pairs if self._likeness.of(*pair) >= ALIKE_ALONE)

    def gaps(self) -> Iterator[Gap]:
        """Return what has no pair yet between the pairs that stand in order."""
        here = there = 0
        for left, right in [*in_order(self.pairs), (len(self._old), len(self._new))]:
            gap = self._alone(here, left, there, right)
            if all(gap):
                yield gap
            here, there = left + 1, right + 1

    def _alone(self, here: int, left: int, there: int, right: int) -> Gap:
        return (
            [one for one in range(here, left) if one not in self._to_new],
            [one for one in range(there, right) if one not in self._to_old],
        )

    def _sections(self) -> Iterator[Gap]:
        gaps: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        here, there = self._alone(0, len(self._old), 0, len(self._new))
        for one in here:
            gaps[self._old[one].key][0].append(one)
        for one in there:
            gaps[self._new[one].key][1].append(one)
        return (gap for key, gap in gaps.items() if key in self._shared_keys and all(gap))

    def _pair(self, pairs: Iterable[Pair]) -> None:
        for here, there in pairs:
            if here not in self._to_new and there not in self._to_old:
                self._to_new[here] = there
                self._to_old[there] = here

    def _pair_same(self, old: list[Hashable], new: list[Hashable]) -> None:
        for one in self._to_new:
            old[one] = None
        for one in self._to_old:
            new[one] = None
        self._pair(pair for pair in unique_pairs(old, new) if old[pair[0]] is not None)
        ends = [(-1, -1), *self.pairs, (len(old), len(new))]
        for step in (1, -1):
            for here, there in ends:
                self._pair(_run_of_same(old, new, (here, there), step))


def _run_of_same(
    old: Sequence[Hashable], new: Sequence[Hashable], pair: Pair, step: int
) -> Iterator[Pair]:
    """Return what goes on being the same from a pair onwards, or backwards."""
    here, there = pair[0] + step, pair[1] + step
    while 0 <= here < len(old) and 0 <= there < len(new):
        if old[here] is None or old[here] != new[there]:
            return
        yield here, there
        here, there = here + step, there + step


def _headings(passages: Sequence[Passage], keys: frozenset[str]) -> list[str]:
    """Return the key where a section begins, "" elsewhere."""
    seen: set[str] = set()
    found = []
    for one in passages:
        begins = one.kind is Kind.HEADING and one.key in keys and one.key not in seen
        seen.add(one.key)
        found.append(one.key if begins else "")
    return found


def _keys(passages: Iterable[Passage]) -> frozenset[str]:
    return frozenset(one.key for one in passages if one.key)


def _sameness(passage: Passage) -> Hashable:
    """Return what makes two passages the same to a reader, wherever they stand."""
    return (passage.kind, passage.level, passage.is_head, passage.runs, passage.cells)
