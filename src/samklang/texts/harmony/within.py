"""What differs within sections that belong together, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from samklang.texts.bones.words import Stemming
from samklang.texts.harmony.difference import Difference, Kind, Saying
from samklang.texts.harmony.grouping import Group, grouped
from samklang.texts.harmony.sentences import Sentences, Side
from samklang.texts.harmony.understanding import (
    ACTOR,
    AGE,
    AMOUNT,
    LAW,
    Understanding,
)

_APART = ((Kind.ACTOR, ACTOR), (Kind.LIMIT, AMOUNT), (Kind.TARGET, AGE), (Kind.REFERENCE, LAW))


class Within:
    """Compares the sentences of sections that belong together, one section from each text."""

    def __init__(self, sides: Sequence[Side], reads: Understanding, stemming: Stemming) -> None:
        self._sides, self._reads = sides, reads
        self._sentences = Sentences(sides, reads, stemming)
        self._heading = sides[0][1].part.heading
        self._is_target = any(
            reads.rules.target_heading.fullmatch(part.part.heading.strip()) for _text, part in sides
        )

    def differences(self) -> Iterator[Difference]:
        counts = [len(part.statements) for _text, part in self._sides]
        groups = [
            one
            for one in grouped(counts, self._sentences.pairs())
            if not self._sentences.is_shared(one)
        ]
        if self._is_the_same_joined(groups):
            return
        for group in groups:
            if len(group) > 1:
                yield from self._apart(group)
        yield from self._in_words([one for one in groups if not self._agrees(one)])

    def _apart(self, group: Group) -> Iterator[Difference]:
        """Yield what is compared by itself and is not the same."""
        said = {side: self._sentences.understood(side, number) for side, number in group.items()}
        for kind, sign in _APART:
            if len({one.value(sign) for one in said.values()}) > 1:
                sayings = (
                    replace(
                        self._saying(side, [group[side]]),
                        value=one.words(sign),
                        start=one.start(sign),
                    )
                    for side, one in said.items()
                )
                yield self._difference(kind, sayings)

    def _agrees(self, group: Group) -> bool:
        if len(group) < len(self._sides):
            return False
        return len({self._sentences.understood(*place).skeleton for place in group.items()}) == 1

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
            words.search(self._sentences.statement(*place).text) for place in group.items()
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
        sayings = (self._saying(side, left.get(side, ())) for side in range(len(self._sides)))
        return self._difference(kind, sayings)

    def _text(self, side: int, numbers: Iterable[int]) -> str:
        return "\n".join(self._sentences.statement(side, number).text for number in sorted(numbers))

    def _saying(self, side: int, numbers: Iterable[int]) -> Saying:
        text, part = self._sides[side]
        return Saying(text.code, part.part.key, self._text(side, numbers))

    def _difference(self, kind: Kind, sayings: Iterable[Saying]) -> Difference:
        return Difference(kind, self._heading, tuple(sorted(sayings, key=lambda one: one.text)))
