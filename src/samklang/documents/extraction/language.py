"""Tells which language a text is in, by the small words that each language cannot do without."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 5_000
_FEWEST_WORDS = 40
_FEWEST_HITS = 10
_LEAD = 1.5  # names and quotes from another language must not tip the balance
_WORD = re.compile(r"[^\W\d_]+")
_SWEDISH = "sv"
_SMALL_WORDS = {
    "sv": "och att är för som på av med till ska inte från även enligt under mellan vid samt inom",
    "no": "og å er for som på av med til skal ikke fra også etter under mellom ved samt innen",
    "da": "og at er for som på af med til skal ikke fra også efter under mellem ved samt inden",
    "en": "and to is for as on of with the shall not from also by under between at or in within",
    "fi": "ja on että ei sekä tai se joka ovat kun mukaan kanssa myös voi olla tulee sen niiden",
    "de": "und zu ist für als auf von mit der die das nicht aus auch nach unter zwischen bei oder",
}
_PROFILES = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_warnings(text: str) -> tuple[str, ...]:
    """Return ("language:xx",) when the text is in another known language than Swedish."""
    language = language_of(text)
    return () if language in (None, _SWEDISH) else (f"language:{language}",)


def language_of(text: str) -> str | None:
    """Return the language's code, or None when there is too little to tell by."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    if words.total() < _FEWEST_WORDS:
        return None
    hits = {
        language: sum(words[word] for word in profile) for language, profile in _PROFILES.items()
    }
    best = max(hits, key=lambda language: hits[language])
    if hits[best] < _FEWEST_HITS:
        return None
    return best if hits[best] > _LEAD * hits[_SWEDISH] else _SWEDISH
