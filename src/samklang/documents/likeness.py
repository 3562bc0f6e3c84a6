"""Tells whether two texts are most likely the same, whatever kind of file each came in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import nsmallest
from itertools import islice
from zlib import crc32

# So many of the smallest checksums stand for the whole text: equal shares of them are shared.
_KEPT = 64
_TOGETHER = 4  # words; single words are shared by all agreements
_FEWEST = 24
_LIKELY = 0.8
_WORD = re.compile(r"\w+")
# Formats differ in how they divide words, in margins and in page numbers.
_DIVIDED = re.compile(r"(?<=\w)-\n(?=\w)")


def sketch(text: str) -> list[int]:
    """Return what is left of a text to compare: nothing of it can be read back."""
    words = _WORD.findall(_DIVIDED.sub("", text).casefold())
    runs = zip(*(islice(words, start, None) for start in range(_TOGETHER)), strict=False)
    return nsmallest(_KEPT, {crc32(" ".join(run).encode("utf-8", "replace")) for run in runs})


def are_alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether so much is shared that the texts are most likely the same."""
    if min(len(one), len(other)) < _FEWEST:
        return False
    here, there = set(one), set(other)
    smallest = nsmallest(_KEPT, here | there)
    shared = sum(mark in here and mark in there for mark in smallest)
    return shared >= _LIKELY * len(smallest)
