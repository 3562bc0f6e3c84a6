"""Puts what is the same in several texts together: at most one from each in a group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

# Which text, and which of its things in order.
Place = tuple[int, int]
Group = Mapping[int, int]


class Pair(NamedTuple):
    """Two things of different texts, and how sure it is that they belong together."""

    score: float
    one: Place
    other: Place


def grouped(counts: Sequence[int], pairs: Iterable[Pair]) -> list[Group]:
    """Return groups (from text to thing), the surest pairs first; what has no pair stands alone.

    Of pairs that are equally sure, those that stand equally far into their texts go first.
    """
    group_of: dict[Place, dict[int, int]] = {
        (text, number): {text: number}
        for text, count in enumerate(counts)
        for number in range(count)
    }
    for pair in sorted(pairs, key=_surest):
        one, other = group_of[pair.one], group_of[pair.other]
        if one.keys().isdisjoint(other):
            one.update(other)
            group_of.update(dict.fromkeys(other.items(), one))
    distinct = {id(group): group for group in group_of.values()}
    return sorted(distinct.values(), key=lambda group: (min(group.values()), min(group)))


def _surest(pair: Pair) -> tuple[float, int, Place, Place]:
    return (-pair.score, abs(pair.one[1] - pair.other[1]), pair.one, pair.other)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of their words two texts have in common."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
