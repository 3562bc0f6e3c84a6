"""Finds what two sequences surely share: things that each of them has once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Pair = tuple[int, int]


def unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return where things stand that both have exactly once, in the order of the new."""
    in_old, in_new = Counter(old), Counter(new)
    place = {thing: index for index, thing in enumerate(old) if in_old[thing] == 1}
    return [
        (place[thing], index)
        for index, thing in enumerate(new)
        if in_new[thing] == 1 and thing in place
    ]


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the most pairs that stand in the same order in both; the others have moved."""
    ends: list[int] = []
    chains: list[tuple[Pair, int]] = []  # a pair and the chain before it
    last: list[int] = []
    for pair in sorted(pairs, key=lambda one: one[1]):
        length = bisect_left(ends, pair[0])
        chains.append((pair, last[length - 1] if length else -1))
        ends[length : length + 1] = [pair[0]]
        last[length : length + 1] = [len(chains) - 1]
    found, at = [], last[-1] if last else -1
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return found[::-1]
