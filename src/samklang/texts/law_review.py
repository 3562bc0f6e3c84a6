"""What in the county's texts a change of the law, or of its words, asks somebody to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape

from samklang.library.api import (
    FoundReference,
    FoundTerm,
    LawChange,
    LawText,
    law_changes,
    references_in,
    replaced_terms,
)
from samklang.texts.models import Commitment, Section

# How far ahead a change is told, and for how long after it the texts are asked about.
AHEAD, AFTER = timedelta(days=3 * 366), timedelta(days=366)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Changed:
    """The text names a provision that reads otherwise from a day."""

    words: str
    change: LawChange


@dataclass(frozen=True, slots=True)
class Repealed:
    """The text names a paragraph of an act that is no longer in force; `now` says the same."""

    words: str
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One section that somebody should look at, with the commitments in it and every reason."""

    section: Section
    commitments: tuple[Commitment, ...]
    changed: tuple[Changed, ...]
    repealed: tuple[Repealed, ...]
    terms: tuple[FoundTerm, ...]


def near_changes(law: LawText, *, on: date) -> tuple[LawChange, ...]:
    """Return what changes from a year before the day until three years after it."""
    return law_changes(law.provisions, since=on - AFTER, until=on + AHEAD)


def looks(
    sections: Iterable[Section], commitments: Iterable[Commitment], law: LawText, *, on: date
) -> Iterator[Look]:
    """Yield the sections with something to look at, in their order."""
    changes = {one.provision.code: one for one in near_changes(law, on=on)}
    undertaken = list(commitments)
    for section in sections:
        text = words_of(section)
        references = references_in(text, law)
        changed = tuple(_changed(references, changes))
        repealed = tuple(_repealed(references, law))
        terms = replaced_terms(text, law, on=on)
        if changed or repealed or terms:
            yield Look(section, _in(section, undertaken), changed, repealed, terms)


def words_of(section: Section) -> str:
    """Return heading and text without markup."""
    return f"{section.heading}\n{unescape(_TAG.sub(' ', section.body))}"


def _in(section: Section, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    own = (section.edition_id, section.key)
    return tuple(one for one in commitments if (one.edition_id, one.section_key) == own)


def _changed(
    references: Iterable[FoundReference], changes: dict[str, LawChange]
) -> Iterator[Changed]:
    for one in references:
        for code in one.provisions:
            if code in changes:
                yield Changed(one.text, changes[code])


def _repealed(references: Iterable[FoundReference], law: LawText) -> Iterator[Repealed]:
    for one in references:
        if one.repealed:
            yield Repealed(one.text, tuple(law.by_code[code].citation for code in one.now))
