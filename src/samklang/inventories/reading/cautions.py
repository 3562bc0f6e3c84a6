"""What a person should know before trusting a document: old names, repealed law, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.facts import Caution
from samklang.inventories.reading.parts import second_document
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import RepealedLaw, Vocabulary

_SECTION_REACH = 60
# Words of form count too: a page of minutes may hold little but names, votes and headings.
_SWEDISH = re.compile(
    r"\b(?:och|att|inte|är|från|för|till|överenskommelse\w*|sammanträd\w*|nämnd\w*|ordförande"
    r"|ledamöter|ersättare|tjänstgörande|närvar\w*|beslutande|juster(?:a|as|are|ade|ande|ing\w*)"
    r"|plats|sekreterare|förvaltning\w*|ärende\w*|dagordning\w*|föredragande)\b",
    re.IGNORECASE,
)
_NORDIC = re.compile(
    r"\b(?:og|ikke|fra|avtale\w*|aftale\w*|kommunene|sundheds\w*|helse\w*)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|and|of|shall|agreement)\b", re.IGNORECASE)
_FINNISH = re.compile(r"\b(?:ja|on|että|sopimus\w*|kunta|kunnan)\b", re.IGNORECASE)


def find_cautions(
    document: Document, vocabulary: Vocabulary, blank_start: tuple[int, int] | None
) -> tuple[Caution, ...]:
    """Return all that should be said beside the reading."""
    found = [
        *_old_organizations(document, vocabulary),
        *_repealed_laws(document, vocabulary),
        *_personal_numbers(document),
        *_second_documents(document),
        *_strangers(document),
    ]
    if blank_start:
        found.append(_caution(document, "blank_start", blank_start))
    return tuple(found)


def _caution(document: Document, code: str, span: tuple[int, int], hint: str = "") -> Caution:
    place = document.place(*span)
    return Caution(code, place, document.quote(place), hint)


def _old_organizations(document: Document, vocabulary: Vocabulary) -> Iterator[Caution]:
    seen: set[str] = set()
    for found in vocabulary.region_pattern.finditer(document.text):
        county = vocabulary.county_words[found.group()]
        if found.group() in county.former and found.group() not in seen:
            seen.add(found.group())
            yield _caution(document, "old_organization", found.span(), county.region)


def _repealed_laws(document: Document, vocabulary: Vocabulary) -> Iterator[Caution]:
    for law in vocabulary.repealed:
        if found := law.pattern.search(document.text):
            yield _caution(document, "repealed_law", found.span(), _now(document, law, found))


def _now(document: Document, law: RepealedLaw, found: re.Match[str]) -> str:
    """Return what holds now for the section that is named nearest to the act."""
    start = max(0, found.start() - _SECTION_REACH)
    stop = found.end() + _SECTION_REACH
    named = [
        (min(abs(one.start() - found.end()), abs(found.start() - one.end())), now)
        for pattern, now in law.sections
        for one in pattern.finditer(document.text, start, stop)
    ]
    return min(named)[1] if named else law.now


def _personal_numbers(document: Document) -> Iterator[Caution]:
    """Say where they stood; they were hidden when the file was opened, so no quote repeats them."""
    for start, end in document.hidden:
        yield Caution("personal_identity_number", document.original_place(start, end))


def _second_documents(document: Document) -> Iterator[Caution]:
    if span := second_document(document.text):
        yield _caution(document, "two_documents", span)


def other_language(document: Document) -> str | None:
    """Name the language of a text that is not Swedish: nordic, english or finnish."""
    swedish = len(_SWEDISH.findall(document.text))
    others = {
        "nordic": _count(_NORDIC, document.text),
        "english": _count(_ENGLISH, document.text),
        "finnish": _count(_FINNISH, document.text),
    }
    language = max(others, key=lambda name: others[name])
    return language if others[language] > max(swedish, 4) else None


def _count(words: re.Pattern[str], text: str) -> int:
    """Count a language's words; one word again and again, such as a vote's 'ja', is no language."""
    found = [one.casefold() for one in words.findall(text)]
    return len(found) if len(set(found)) > 1 else 0


def _strangers(document: Document) -> Iterator[Caution]:
    if language := other_language(document):
        end = min(len(document.text), 80)
        yield _caution(document, "other_language", (0, end), language)
