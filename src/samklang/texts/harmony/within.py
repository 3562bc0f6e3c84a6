"""What differs within sections that belong together, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from samklang.texts.bones.words import Stemming
from samklang.texts.harmony.difference import Difference, Kind, Saying
from samklang.texts.harmony.grouping import Group, Pair, alike, grouped
from samklang.texts.harmony.material import SisterText
from samklang.texts.harmony.statements import Statement, TakenApart
from samklang.texts.harmony.understanding import (
    ACTOR,
    AGE,
    AMOUNT,
    LAW,
    Understanding,
    Understood,
)

# The same words, the same words but for what is compared by itself, and alike enough.
_SHARED, _SAME, _SAME_BUT_FOR, _ALIKE = 4.0, 3.0, 2.0, 0.6
_APART = ((Kind.ACTOR, ACTOR), (Kind.LIMIT, AMOUNT), (Kind.TARGET, AGE), (Kind.REFERENCE, LAW))
Side = tuple[SisterText, TakenApart]


class Within:
    """Compares the sentences of sections that belong together, one section from each text."""

    def __init__(self, sides: Sequence[Side], reads: Understanding, stemming: Stemming) -> None:
        self._sides, self._reads, self._stemming = sides, reads, stemming
        self._heading = sides[0][1].part.heading
        self._is_target = any(
            reads.rules.target_heading.fullmatch(part.part.heading.strip()) for _text, part in sides
        )

    def differences(self) -> Iterator[Difference]:
        counts = [len(part.statements) for _text, part in self._sides]
        groups = [one for one in grouped(counts, self._pairs()) if not self._is_shared(one)]
        if self._is_the_same_joined(groups):
            return
        for group in groups:
            if len(group) > 1:
                yield from self._apart(group)
        yield from self._in_words([one for one in groups if not self._agrees(one)])

    def _statement(self, side: int, number: int) -> Statement:
        return self._sides[side][1].statements[number]

    def _understood(self, side: int, number: int) -> Understood:
        return self._reads.of(self._statement(side, number).text, self._sides[side][0].own)

    def _pairs(self) -> Iterator[Pair]:
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

    def _is_shared(self, group: Group) -> bool:
        return not any(number in self._rest(side) for side, number in group.items())

    def _score(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        here, there = self._understood(*one), self._understood(*other)
        if here.whole == there.whole:
            return _SAME
        ours, theirs = self._stems(here), self._stems(there)
        if here.skeleton == there.skeleton and (ours or here.found):
            return _SAME_BUT_FOR + alike(_values(here), _values(there))
        score = alike(ours, theirs)
        return score if score >= _ALIKE else 0

    def _stems(self, one: Understood) -> frozenset[str]:
        return self._stemming.stems(one.skeleton)

    def _apart(self, group: Group) -> Iterator[Difference]:
        """Yield what is compared by itself and is not the same."""
        said = {side: self._understood(side, number) for side, number in group.items()}
        for kind, sign in _APART:
            if len({one.value(sign) for one in said.values()}) > 1:
                sayings = (
                    self._saying(side, [group[side]], one.words(sign)) for side, one in said.items()
                )
                yield self._difference(kind, sayings)

    def _agrees(self, group: Group) -> bool:
        if len(group) < len(self._sides):
            return False
        return len({self._understood(*place).skeleton for place in group.items()}) == 1

    def _in_words(self, groups: Iterable[Group]) -> Iterator[Difference]:
        """Yield what is said in other words, or by some only: at most once for a whole section."""
        kinds: dict[Kind, dict[int, list[int]]] = {}
        for group in groups:
            kind = Kind.TARGET if self._speaks_of_target(group) else Kind.WORDING
            for side, number in group.items():
                kinds.setdefault(kind, {}).setdefault(side, []).append(number)
        for kind, left in kinds.items():
            yield self._whole(kind, left)

    def _speaks_of_target(self, group: Group) -> bool:
        words = self._reads.rules.target_words
        return self._is_target or any(
            words.search(self._statement(*place).text) for place in group.items()
        )

    def _is_the_same_joined(self, groups: Iterable[Group]) -> bool:
        """Whether it is only divided into sentences in another way."""
        numbers: list[list[int]] = [[] for _side in self._sides]
        for group in groups:
            for side, number in group.items():
                numbers[side].append(number)
        said = (self._text(side, found) for side, found in enumerate(numbers))
        return len({self._reads.plain(one) for one in said}) == 1

    def _whole(self, kind: Kind, left: Mapping[int, list[int]]) -> Difference:
        sayings = (self._saying(side, left.get(side, ()), "") for side in range(len(self._sides)))
        return self._difference(kind, sayings)

    def _text(self, side: int, numbers: Iterable[int]) -> str:
        return "\n".join(self._statement(side, number).text for number in sorted(numbers))

    def _saying(self, side: int, numbers: Iterable[int], value: str) -> Saying:
        text, part = self._sides[side]
        return Saying(text.code, part.part.key, self._text(side, numbers), value)

    def _difference(self, kind: Kind, sayings: Iterable[Saying]) -> Difference:
        return Difference(kind, self._heading, tuple(sorted(sayings, key=lambda one: one.text)))


def _values(one: Understood) -> frozenset[str]:
    return frozenset(found.value for found in one.found)
