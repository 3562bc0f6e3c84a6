"""Words to try instead, when nothing was found: only such as the reader may see as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from samklang.agreements.api import Agreement
from samklang.library.api import Area, ClauseVersion
from samklang.meetings.api import Matter
from samklang.organizations.api import Acting, Body, Organization
from samklang.search.analysis import words_in
from samklang.search.question import Question

_MOST, _SHORTEST, _LIKENESS = 3, 4, 0.7


def hints(acting: Acting, asked: Question) -> tuple[str, ...]:
    """Return words that are spelt much like those asked for, and that something is called.

    They are taken from the titles that the reader may see, so that none tells of anything else.
    """
    known = {
        word: None
        for title in _titles(acting)
        for word in words_in(title)
        if len(word) >= _SHORTEST and word not in asked.typed
    }
    return tuple(dict.fromkeys(_like(asked.typed, list(known))))[:_MOST]


def _like(typed: Iterable[str], known: list[str]) -> Iterator[str]:
    for word in typed:
        yield from get_close_matches(word, known, n=_MOST, cutoff=_LIKENESS)


def _titles(acting: Acting) -> Iterator[str]:
    mine = {"partnership__in": acting.partnership_ids}
    named = Agreement.objects.visible_to(acting).named_to(acting).order_by()
    yield from named.values_list("title", flat=True)
    yield from Organization.objects.filter(**mine).values_list("name", flat=True)
    yield from Area.objects.filter(**mine).values_list("name", flat=True)
    yield from Body.objects.filter(**mine).values_list("name", flat=True)
    yield from Matter.objects.visible_to(acting).order_by().values_list("title", flat=True)
    clauses = ClauseVersion.objects.filter(clause__partnership__in=acting.partnership_ids)
    yield from clauses.values_list("heading", flat=True)
