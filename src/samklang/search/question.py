"""What somebody asks for: words, phrases in quotes and numbers as they are written.

Each database has its own way of writing a question; here is one question for both. A document
that is asked for in its title comes first, then one that dwells on it, then one that says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from samklang.search.analysis import Analysis, words_in

MOST = 12
_SHORTEST_BEGINNING = 3
_PIECE = re.compile(r'["”“](?P<phrase>[^"”“]*)["”“]|(?P<word>[^\s"”“]+)')


class Tier(IntEnum):
    """Where the words stand, the best first."""

    TITLE = 1
    GIST = 2
    ANYWHERE = 3


# Of words one by one, and of words in a row: a gist and parts of compounds have no order.
_COLUMNS = {
    Tier.TITLE: ("{title} : ", "{title} : "),
    Tier.GIST: ("{title gist} : ", "{title} : "),
    Tier.ANYWHERE: ("", "{title body} : "),
}
_LETTERS = {Tier.TITLE: ("A", "A"), Tier.GIST: ("AB", "A"), Tier.ANYWHERE: ("", "AD")}


@dataclass(frozen=True, slots=True)
class Term:
    """Stems that follow each other; `beginning` is what the last word asked for begins with."""

    stems: tuple[str, ...]
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that a document must have; `typed` are the words as they were written."""

    terms: tuple[Term, ...] = ()
    typed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def written(self, tier: Tier, *, on_postgres: bool) -> str:
        """Write it as a `tsquery`, or for FTS5; a rank holds what is in those before it."""
        return self._tsquery(tier) if on_postgres else self._fts(tier)

    def _fts(self, tier: Tier) -> str:
        one, row = _COLUMNS[tier]
        return " AND ".join(_fts_term(term, one, row) for term in self.terms)

    def _tsquery(self, tier: Tier) -> str:
        one, row = _LETTERS[tier]
        return " & ".join(_ts_term(term, one, row) for term in self.terms)


def _fts_term(term: Term, one: str, row: str) -> str:
    said = f'"{" ".join(term.stems)}"'
    if len(term.stems) > 1:
        return f"({row}{said})"
    return f'({one}({said} OR "{term.beginning}" *))' if term.beginning else f"({one}{said})"


def _ts_term(term: Term, one: str, row: str) -> str:
    letters = row if len(term.stems) > 1 else one
    colon = f":{letters}" if letters else ""
    said = " <-> ".join(f"'{stem}'{colon}" for stem in term.stems)
    return f"({said} | '{term.beginning}':*{letters})" if term.beginning else f"({said})"


def question(text: str, analysis: Analysis) -> Question:
    """Read what was typed; of a question that is very long, its beginning."""
    terms: list[Term] = []
    typed: list[str] = []
    for piece in _PIECE.finditer(text):
        words = words_in(piece["phrase"] or piece["word"] or "")
        if words:
            typed += words
            begun = words[-1] if (piece["word"] or "").endswith("*") and len(words) == 1 else ""
            terms.append(Term(tuple(analysis.stems(words[:MOST])), begun))
    return Question(tuple(dict.fromkeys(terms[:MOST])), tuple(typed[: MOST * 2]))


def begun(asked: Question) -> Question | None:
    """Return the question with its last word as the beginning of one, if that means anything."""
    if not asked.terms or len(asked.typed[-1]) < _SHORTEST_BEGINNING:
        return None
    *others, last = asked.terms
    if last.beginning or len(last.stems) > 1:
        return None
    return Question((*others, Term(last.stems, asked.typed[-1])), asked.typed)
