"""Finds words that have been replaced, where a text should no longer use them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from samklang.library.law_text import LawText, ReplacedTerm


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """An old word at `text[start:end]`, the code of its rule and the word to use."""

    start: int
    end: int
    text: str
    term: str
    preferred: str


def replaced_terms(
    text: str, law: LawText, *, on: date, titles: Collection[str] = ()
) -> tuple[FoundTerm, ...]:
    """Return the replaced words in running text, in their order.

    Left alone is what stands in a quotation, in the name of an act or in one of `titles` (of
    documents that keep their names), and a word that is not replaced until after the day.
    """
    left = tuple(_left_alone(text, law, titles))
    found = (
        FoundTerm(match.start(), match.end(), match.group(), term.code, term.preferred)
        for term in law.terms
        if _holds(term, on)
        for match in re.finditer(term.pattern, text)
        if match.group()
        and not any(start < match.end() and match.start() < end for start, end in left)
    )
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _holds(term: ReplacedTerm, on: date) -> bool:
    return term.from_date is None or term.from_date <= on


def _left_alone(text: str, law: LawText, titles: Collection[str]) -> Iterator[tuple[int, int]]:
    named = [re.compile(re.escape(title), re.IGNORECASE) for title in titles if title.strip()]
    for pattern in (*law.left_alone, *named):
        for match in pattern.finditer(text):
            yield match.span()
