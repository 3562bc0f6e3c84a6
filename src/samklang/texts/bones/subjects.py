"""Whose a verb is: the subject, which stands before it, right behind it, or in its own clause."""

from __future__ import annotations

import re

from samklang.texts.bones.actors import Names, Run
from samklang.texts.bones.rules import Rules

COMMA = re.compile(r"[,;:–(]\s")
_WORD = re.compile(r"\w+")


class SubjectFinder:
    """Finds the subjects of the verbs of duty in one document."""

    def __init__(self, rules: Rules, names: Names) -> None:
        self._rules = rules
        self._names = names

    def of(self, text: str, verb: re.Match[str]) -> Run | None:
        """Look first in the sentence, then right behind the verb, then in its own clause."""
        first = self._names.at(text, 0)
        if first and first.end <= verb.start() and not self._verb_between(text, first.end, verb):
            return first
        behind = self._names.at(text, verb.end())
        if behind and not text[verb.end() : behind.begin].strip():
            return behind
        begin = self.clause_begin(text, verb.start())
        if self._rules.purpose.search(text[:begin]):
            return None
        before = self._names.at(text, begin)
        if before and before.end <= verb.start():
            return before
        return self._right_before(text, begin, verb.start())

    def clause_begin(self, text: str, verb: int) -> int:
        commas = [found.end() for found in COMMA.finditer(text, 0, verb)]
        words = [found.end() for found in self._rules.clause.finditer(text, 0, verb)]
        return max([0, *commas, *words])

    def _verb_between(self, text: str, end: int, verb: re.Match[str]) -> bool:
        return bool(self._rules.duty.search(text, end, verb.start()))

    def _right_before(self, text: str, begin: int, verb: int) -> Run | None:
        """Find a name right before the verb, whatever describes it: 'den nya skolan ska'."""
        for word in _WORD.finditer(text, begin, verb):
            run = self._names.at(text, word.start())
            if run and not text[run.end : verb].strip():
                above = text[begin : word.start()].split()[-1:]
                return None if above and self._is_link(above[0]) else run
        return None

    def _is_link(self, word: str) -> bool:
        """Tell 'i kommunen ska' and 'X och kommunen ska' from a subject that is whole."""
        return bool(self._rules.beside.match(word)) or bool(self._rules.join_word.fullmatch(word))
