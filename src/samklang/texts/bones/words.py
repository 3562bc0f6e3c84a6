"""Words as they are compared: stems, with compounds taken apart and empty words left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import Stemmer

from samklang.texts.bones.rules import Rules

_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORTEST_PART, _SHORTEST_COMPOUND, _LINKING = 4, 9, "s"
Words = frozenset[str]


def written(text: str) -> list[str]:
    """Return a text's words in small letters."""
    return _WORD.findall(text.casefold())


class Stemming:
    """Stems words; has read the texts, so it knows of what words a compound can be made."""

    def __init__(self, rules: Rules, texts: Iterable[Sequence[str]]) -> None:
        self._rules = rules
        self._stemmer = Stemmer.Stemmer(rules.language) if rules.language else None
        words = set(chain.from_iterable(texts))
        self._known = {self.stem(word) for word in words if len(word) >= _SHORTEST_PART}
        self._forms = _Forms(self)

    def stems(self, words: Sequence[str]) -> Words:
        """Return the stems of a text's words, which are in small letters."""
        return frozenset(chain.from_iterable(map(self._forms.__getitem__, words)))

    def stem(self, word: str) -> str:
        bare = self._rules.noun_ending.sub("", word)
        return str(self._stemmer.stemWord(bare)) if self._stemmer else bare

    def forms(self, word: str) -> tuple[str, ...]:
        """Return what a word is known by: nothing, its stem, or its stem and its parts' stems."""
        if word in self._rules.stop_words:
            return ()
        return (self.stem(word), *self._parts(word))

    def _parts(self, word: str) -> tuple[str, ...]:
        """Take a compound apart where both halves are words, the longest head first."""
        if len(word) < _SHORTEST_COMPOUND:
            return ()
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            tail, head = self.stem(word[cut:]), self.stem(word[:cut].removesuffix(_LINKING))
            if tail in self._known and head in self._known:
                return head, tail
        return ()


class _Forms(dict[str, tuple[str, ...]]):
    """Each word's forms, worked out once."""

    def __init__(self, stemming: Stemming) -> None:
        super().__init__()
        self._stemming = stemming

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = found = self._stemming.forms(word)
        return found
