"""The few words around what was asked for, marked; everything else is text and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString

from samklang.common.jinja import joined
from samklang.common.letters import folded
from samklang.search.analysis import Analysis
from samklang.search.question import Question

_BEFORE, _LENGTH = 60, 240
# Words with the same stem begin with it, but for a letter or two (“huvudman”, “huvudmännen”).
_SHORTEST_ROOT, _CHANGED = 4, 2


class Marker:
    """Knows which words are those that were asked for, in whatever form."""

    def __init__(self, asked: Question, analysis: Analysis) -> None:
        self._stems = frozenset(stem for term in asked.terms for stem in term.stems)
        self._beginnings = tuple(term.beginning for term in asked.terms if term.beginning)
        self._analysis = analysis
        roots = map(_root, (*self._stems, *self._beginnings))
        # A word with one of the roots in it: it is looked at more closely.
        self._root = re.compile("|".join(sorted(map(re.escape, roots))), re.IGNORECASE)

    def snippet(self, text: str) -> SafeString:
        """Return the first place where the words stand, or how the text begins."""
        text = " ".join(text.split())
        first = next(self._places(text), (0, 0))[0]
        start = _word_start(text, max(0, first - _BEFORE))
        end = _word_end(text, start + _LENGTH)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return joined([before, self.marked(text[start:end]), after])

    def marked(self, text: str) -> SafeString:
        return joined(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        for start, end in self._places(text):
            yield from (escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>")
            at = end
        yield escape(text[at:])

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where each word stands that was asked for."""
        last = 0
        for found in self._root.finditer(text):
            if found.start() >= last:
                start, last = _word_around(text, *found.span())
                if self._is_asked_for(folded(text[start:last])):
                    yield start, last

    def _is_asked_for(self, word: str) -> bool:
        (stem,) = self._analysis.stems([word])
        return (
            stem in self._stems
            or stem.startswith(self._beginnings)
            or not self._stems.isdisjoint(self._analysis.parts_of(word))
        )


def _root(stem: str) -> str:
    return stem[: max(_SHORTEST_ROOT, len(stem) - _CHANGED)]


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _word_start(text: str, at: int) -> int:
    return text.find(" ", at) + 1 if at else 0


def _word_end(text: str, at: int) -> int:
    end = text.rfind(" ", 0, at) if at < len(text) else len(text)
    return end if end > at - _LENGTH else min(at, len(text))
