"""The words of a text as the index holds them, and as a question asks for them: the same both ways.

A word is known by its stem, which is made twice (“mötena”, “möten”, “möte”), and a compound also
by its halves. What the stemmer gets wrong stands in the country’s pack.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import Stemmer

from samklang.common.letters import folded
from samklang.common.stemming import Stems, halves

FILE: Final = "search.toml"
# Counted up when the same texts would give other words, and when more is taken in.
FORM: Final = 2
_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"</?(?:a|b|del|em|i|ins|s|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
# What a text says so often is what it is about, if the word is long enough to say anything.
_OFTEN, _LONG = 3, 4
_KEPT = 100_000


class Words(NamedTuple):
    """The words of a document: its title, what it dwells on, all of it, parts of compounds."""

    title: str
    gist: str
    body: str
    parts: str


def plain(markup: str) -> str:
    """Return the text of allow-listed HTML."""
    if "<" in markup:
        markup = _TAG.sub(" ", _WITHIN.sub("", markup))
    return unescape(markup) if "&" in markup else markup


def words_in(text: str) -> list[str]:
    return _WORD.findall(folded(text))


class Analysis:
    """Knows the words of one language."""

    def __init__(self, tables: Iterable[dict[str, Any]] = ()) -> None:
        said: dict[str, Any] = {}
        for table in tables:
            said |= table
        ending = re.compile(rf"(?:{'|'.join(said.get('noun_endings', ())) or '(?!)'})\Z")
        self._stems = Stems(said.get("language", ""), ending)
        self._same: dict[str, str] = {
            form: row[0] for row in said.get("same", ()) for form in map(folded, row)
        }
        self._heads = frozenset(self.stem(folded(one)) for one in said.get("heads", ()))
        # Worked out once for each word, but for no more of them than a county's texts have.
        self._known = lru_cache(_KEPT)(self.stem)
        self.parts_of = lru_cache(_KEPT)(self.parts)

    def stem(self, word: str) -> str:
        word = self._same.get(word, word)
        stem = self._stems.stem(self._stems.stem(word))
        return self._same.get(stem, stem)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the stems that a compound is also known by: what it ends with, and begins with."""
        return halves(word, self.stem, _Anything(), self._heads)

    def stems(self, words: Iterable[str]) -> list[str]:
        return list(map(self._known, words))

    def words(self, title: str, body: str) -> Words:
        """Return what the index holds of a document."""
        headed, said = words_in(title), words_in(body)
        stems = self.stems(said)
        counted = Counter(stems)
        often = [one for one, n in counted.items() if n >= _OFTEN and len(one) >= _LONG]
        parts = set(chain.from_iterable(map(self.parts_of, {*headed, *said})))
        return Words(
            " ".join(self.stems(headed)),
            " ".join(often),
            " ".join(stems),
            " ".join(sorted(parts)),
        )


class _Anything:
    """Every stem: a compound may begin with any word that ends as one does."""

    def __contains__(self, stem: object) -> bool:
        return True


@cache
def analysis_in(folders: tuple[str, ...]) -> Analysis:
    """Return the analysis that some `reading` folders of packs tell of, loaded once."""
    paths = [Path(one) / FILE for one in folders]
    return Analysis(
        tomllib.loads(path.read_text("utf-8"))["search"] for path in paths if path.is_file()
    )


def fingerprint(folders: Iterable[str]) -> str:
    """Tell by what the words are made, so that others are noticed."""
    made = sha256(f"{FORM} {Stemmer.version()}".encode())
    for path in sorted(Path(one) / FILE for one in folders):
        if path.is_file():
            made.update(path.read_bytes())
    return made.hexdigest()
