"""The front door: reads a document's text and returns what it says, fact by fact."""

from __future__ import annotations

import re
from dataclasses import replace

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.adoption import find_adoption, find_extension, find_parent
from samklang.inventories.reading.areas import find_areas
from samklang.inventories.reading.attendance import find_present
from samklang.inventories.reading.cautions import find_cautions, other_language
from samklang.inventories.reading.contradictions import clashes_of, find_contradictions
from samklang.inventories.reading.diary import find_diary_numbers
from samklang.inventories.reading.facts import Fact, Party, Reading
from samklang.inventories.reading.foreign import foreign_parties
from samklang.inventories.reading.kinds import RULES, judge_kind
from samklang.inventories.reading.labels import Labelled, find_labels
from samklang.inventories.reading.levels import find_level
from samklang.inventories.reading.meeting import find_meeting
from samklang.inventories.reading.minutes import find_items
from samklang.inventories.reading.notice import find_notice
from samklang.inventories.reading.parties import find_parties
from samklang.inventories.reading.places import find_county, find_municipality
from samklang.inventories.reading.review import find_reviews
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.settling import settle
from samklang.inventories.reading.titles import find_title
from samklang.inventories.reading.validity import find_validity
from samklang.inventories.reading.versions import find_document_date, find_version
from samklang.inventories.reading.vocabulary import Vocabulary

_TITLE_LENGTH = 400
_MEETINGS = frozenset({"minutes", "agenda"})
_READ_NO_FURTHER = frozenset({"not_a_document", "foreign_agreement", "foreign_document"})


def read(text: ExtractedText, name: str, vocabulary: Vocabulary) -> Reading:
    """Read a document; `name` is its file name, shown but never trusted."""
    document = Document(text, name, vocabulary.short_names)
    kind = _kind(document, vocabulary)
    if kind.value in _READ_NO_FURTHER:
        return _read_title(document, vocabulary, kind)
    reading = _read_through(document, vocabulary, kind)
    if kind.value == RULES:
        return replace(reading, kind=replace(kind, value="law_text"))
    return _with_items(document, vocabulary, reading) if kind.value in _MEETINGS else reading


def _read_title(document: Document, vocabulary: Vocabulary, kind: Fact[str]) -> Reading:
    """Read what can be read of a text that is not ours to interpret."""
    title = find_title(document, vocabulary, (), kind.value)
    is_agreement = kind.value == "foreign_agreement"
    return Reading(
        kind,
        title,
        areas=find_areas(document, vocabulary, kind.value, title),
        parties=foreign_parties(document) if is_agreement else (),
        warnings=find_cautions(document, vocabulary, None),
    )


def _kind(document: Document, vocabulary: Vocabulary) -> Fact[str]:
    kind = judge_kind(document, vocabulary)
    if kind.value == "not_a_document" or not other_language(document):
        return kind
    pattern = vocabulary.kind_settings["foreign_agreement"]
    is_agreement = re.search(pattern, document.text[:_TITLE_LENGTH], re.IGNORECASE)
    return replace(kind, value="foreign_agreement" if is_agreement else "foreign_document")


def _read_through(document: Document, vocabulary: Vocabulary, kind: Fact[str]) -> Reading:
    labels = find_labels(document, vocabulary)
    title = find_title(document, vocabulary, labels, kind.value)
    parties, kind = _parties(document, vocabulary, labels, kind, title)
    county = find_county(document, vocabulary, kind.value, parties)
    level = find_level(document, vocabulary, kind.value, parties, title, county)
    validity = find_validity(document, labels, kind.value, title)
    return Reading(
        kind=kind,
        title=title,
        level=level,
        areas=find_areas(document, vocabulary, kind.value, title),
        county=county,
        municipality=find_municipality(document, vocabulary, level),
        parties=parties,
        diary_numbers=find_diary_numbers(document, labels, kind.value),
        version=find_version(document, labels),
        document_date=find_document_date(document, labels),
        valid_from=validity.valid_from,
        valid_until=validity.valid_until,
        until_further_notice=validity.until_further_notice,
        review=find_reviews(document, vocabulary, labels, kind.value),
        termination_notice_months=find_notice(document, kind.value),
        signed=find_adoption(document, labels, kind.value),
        extension=find_extension(document),
        parent=find_parent(document, kind.value),
        contradictions=clashes_of(document, validity)
        + find_contradictions(document, labels, kind.value, parties, vocabulary),
        warnings=find_cautions(document, vocabulary, validity.blank_start),
    )


def _parties(
    document: Document,
    vocabulary: Vocabulary,
    labels: tuple[Labelled, ...],
    kind: Fact[str],
    title: Fact[str] | None,
) -> tuple[tuple[Fact[Party], ...], Fact[str]]:
    """Return the parties, and the kind of agreement that they make it."""
    parties = find_parties(document, vocabulary, labels, kind.value)
    return parties, settle(kind, parties, vocabulary, title)


def _with_items(document: Document, vocabulary: Vocabulary, reading: Reading) -> Reading:
    """Add what only meetings have: their items, the meeting itself, and what its one item is on."""
    meeting = find_meeting(document, reading.title)
    items = find_items(document, reading.title)
    areas = reading.areas
    if len(items) == 1 and items[0].title and not _named_in_title(areas):
        of_item = find_areas(document, vocabulary, reading.kind.value, items[0].title)
        areas = of_item if _named_in_title(of_item) else areas
    present = find_present(document, vocabulary, items)
    return replace(reading, items=items, meeting=meeting, present=present, areas=areas)


def _named_in_title(areas: tuple[Fact[str], ...]) -> bool:
    return any(area.reason == "title" for area in areas)
