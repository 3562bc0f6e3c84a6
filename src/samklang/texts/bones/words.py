"""Words as they are compared: stems, with compounds taken apart and empty words left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from samklang.common.stemming import SHORTEST_PART, Stems, halves
from samklang.texts.bones.rules import Rules

_WORD = re.compile(r"[^\W\d_]{2,}")
Words = frozenset[str]


def written(text: str) -> list[str]:
    """Return a text's words in small letters."""
    return _WORD.findall(text.casefold())


class Stemming:
    """Stems words; has read the texts, so it knows of what words a compound can be made."""

    def __init__(self, rules: Rules, texts: Iterable[Sequence[str]]) -> None:
        self._rules = rules
        self.stem = Stems(rules.language, rules.noun_ending).stem
        words = set(chain.from_iterable(texts))
        self._known = {self.stem(word) for word in words if len(word) >= SHORTEST_PART}
        self._forms = _Forms(self)

    def stems(self, words: Sequence[str]) -> Words:
        """Return the stems of a text's words, which are in small letters."""
        return frozenset(chain.from_iterable(map(self._forms.__getitem__, words)))

    def forms(self, word: str) -> tuple[str, ...]:
        """Return what a word is known by: nothing, its stem, or its stem and its parts' stems."""
        if word in self._rules.stop_words:
            return ()
        return (self.stem(word), *halves(word, self.stem, self._known, self._known))


class _Forms(dict[str, tuple[str, ...]]):
    """Each word's forms, worked out once."""

    def __init__(self, stemming: Stemming) -> None:
        super().__init__()
        self._stemming = stemming

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = found = self._stemming.forms(word)
        return found
