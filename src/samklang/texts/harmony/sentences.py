"""The sentences of sections that belong together, and which of them are about the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from samklang.texts.bones.words import Stemming
from samklang.texts.harmony.grouping import Group, Pair, alike
from samklang.texts.harmony.material import SisterText
from samklang.texts.harmony.statements import Statement, TakenApart
from samklang.texts.harmony.understanding import Understanding, Understood

# In all of them word for word, saying the same, the same but for what is compared by itself, and
# alike enough.
_SHARED, _SAME, _SAME_BUT_FOR, _ALIKE = 4.0, 3.0, 2.0, 0.6
Side = tuple[SisterText, TakenApart]


class Sentences:
    """Pairs the sentences of one section from each text."""

    def __init__(self, sides: Sequence[Side], reads: Understanding, stemming: Stemming) -> None:
        self._sides, self._reads, self._stemming = sides, reads, stemming

    def statement(self, side: int, number: int) -> Statement:
        return self._sides[side][1].statements[number]

    def understood(self, side: int, number: int) -> Understood:
        return self._reads.of(self.statement(side, number).text, self._sides[side][0].own)

    def pairs(self) -> Iterator[Pair]:
        """Pair what all have word for word, and weigh the rest against each other."""
        for one, other in combinations(range(len(self._sides)), 2):
            yield from (Pair(_SHARED, (one, i), (other, j)) for i, j in self._shared(one, other))
            for i in self._rest(one):
                for j in self._rest(other):
                    if score := self._score((one, i), (other, j)):
                        yield Pair(score, (one, i), (other, j))

    @cached_property
    def _counted(self) -> list[dict[tuple[str, int], int]]:
        """For each side: its statements by their words, and how often these came before."""
        found: list[dict[tuple[str, int], int]] = []
        for _text, part in self._sides:
            seen: Counter[str] = Counter()
            found.append({})
            for number, one in enumerate(part.statements):
                words = self._reads.plain(one.text)
                found[-1][words, seen[words]] = number
                seen[words] += 1
        return found

    @cached_property
    def _in_all(self) -> frozenset[tuple[str, int]]:
        return frozenset(set.intersection(*(set(one) for one in self._counted)))

    def _shared(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        for words in self._in_all:
            yield self._counted[one][words], self._counted[other][words]

    def _rest(self, side: int) -> list[int]:
        return [
            number for words, number in self._counted[side].items() if words not in self._in_all
        ]

    def is_shared(self, group: Group) -> bool:
        return not any(number in self._rest(side) for side, number in group.items())

    def _score(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        here, there = self.understood(*one), self.understood(*other)
        if here.whole == there.whole:
            return _SAME
        ours, theirs = self._stems(here), self._stems(there)
        if here.skeleton == there.skeleton and (ours or here.found):
            return _SAME_BUT_FOR + alike(_values(here), _values(there))
        score = alike(ours, theirs)
        return score if score >= _ALIKE else 0

    def _stems(self, one: Understood) -> frozenset[str]:
        return self._stemming.stems(one.skeleton)


def _values(one: Understood) -> frozenset[str]:
    return frozenset(found.value for found in one.found)
