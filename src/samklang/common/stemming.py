"""Stems of words, and the parts that a compound is made of: in one language, or in none."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

import Stemmer

SHORTEST_PART = 4
_SHORTEST_COMPOUND, _LINKING = 9, "s"


class Stems:
    """Stems words of a language that the stemmer knows; without one they stand as they are."""

    def __init__(self, language: str, noun_ending: re.Pattern[str]) -> None:
        self._stemmer = Stemmer.Stemmer(language) if language else None
        self._noun_ending = noun_ending

    def stem(self, word: str) -> str:
        bare = self._noun_ending.sub("", word)
        return str(self._stemmer.stemWord(bare)) if self._stemmer else bare


def halves(
    word: str, stem: Callable[[str], str], heads: Container[str], tails: Container[str]
) -> tuple[str, ...]:
    """Return the stems of a compound’s two halves if both are known, the longest head first."""
    if len(word) < _SHORTEST_COMPOUND:
        return ()
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        tail = stem(word[cut:])
        if tail in tails:
            head = stem(word[:cut].removesuffix(_LINKING))
            if head in heads:
                return head, tail
    return ()
