"""Which sections of the texts belong together: by heading, else by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from samklang.texts.bones.words import Stemming
from samklang.texts.harmony.grouping import Group, Pair, alike, grouped
from samklang.texts.harmony.statements import TakenApart
from samklang.texts.harmony.understanding import Understanding

# The same heading goes before every likeness, and the same heading above before that.
_SAME_HEADING, _SAME_ABOVE = 2.0, 0.5
# From here on two sections under different headings are about the same, if they say enough.
_ALIKE, _FEWEST_WORDS = 0.55, 6


class Outline:
    """The sections of one text, with what each is recognised by."""

    def __init__(
        self,
        parts: Sequence[TakenApart],
        own: tuple[str, ...],
        reads: Understanding,
        stemming: Stemming,
    ) -> None:
        self.parts, self.own, self._reads, self._stemming = parts, own, reads, stemming

    @cached_property
    def headings(self) -> list[str]:
        return [self._reads.of(one.part.heading, self.own).whole for one in self.parts]

    @cached_property
    def above(self) -> list[str]:
        """The heading that each stands under."""
        found: list[str] = []
        open_: dict[int, str] = {}
        for one, heading in zip(self.parts, self.headings, strict=True):
            level = one.part.level
            found.append(open_.get(level - 1, ""))
            open_ = {key: value for key, value in open_.items() if key < level}
            open_[level] = heading
        return found

    @cached_property
    def words(self) -> list[frozenset[str]]:
        return [self._stemming.stems(self._reads.plain(_all_of(one))) for one in self.parts]


def _all_of(one: TakenApart) -> str:
    return " ".join(passage.text for passage in one.part.passages)


def section_groups(outlines: Sequence[Outline]) -> list[Group]:
    counts = [len(one.parts) for one in outlines]
    pairs = (
        pair
        for one, other in combinations(range(len(outlines)), 2)
        for pair in _pairs(outlines, one, other)
    )
    return grouped(counts, pairs)


def _pairs(outlines: Sequence[Outline], one: int, other: int) -> Iterator[Pair]:
    here, there = outlines[one], outlines[other]
    for i, heading in enumerate(here.headings):
        for j, theirs in enumerate(there.headings):
            score = alike(here.words[i], there.words[j])
            if heading == theirs:
                score += _SAME_HEADING + _SAME_ABOVE * (here.above[i] == there.above[j])
            elif not _is_alike(here.words[i], there.words[j], score):
                continue
            yield Pair(score, (one, i), (other, j))


def _is_alike(here: frozenset[str], there: frozenset[str], score: float) -> bool:
    return score >= _ALIKE and min(len(here), len(there)) >= _FEWEST_WORDS


def out_of_order(groups: Sequence[Group], texts: int) -> list[Group]:
    """Return the fewest groups without which all texts have the rest in the same order."""
    shared = [one for one in groups if len(one) == texts]
    moved: list[Group] = []
    for text in range(1, texts):
        left = [one for one in sorted(shared, key=lambda one: one[0]) if one not in moved]
        kept = _longest_rise([one[text] for one in left])
        moved += [one for number, one in enumerate(left) if number not in kept]
    return moved


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """Return the places of the longest rising row among the numbers."""
    best: list[list[int]] = []
    for place, number in enumerate(numbers):
        before = [row for row in best if numbers[row[-1]] < number]
        best.append([*_longest(before), place])
    return frozenset(_longest(best))


def _longest(rows: Sequence[list[int]]) -> list[int]:
    return max(rows, key=len) if rows else []
