"""Whom a stretch of text names: regions, municipalities one by one and together, and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samklang.inventories.reading.collectives import collectives
from samklang.inventories.reading.party_names import (
    AGENCY,
    BOARD,
    COMPANY,
    FEDERATION,
    OTHER,
    REGIONS_BOARD,
)
from samklang.inventories.reading.vocabulary import Vocabulary

BARE_REGION = re.compile(r"\b(?:[Ll]andstinget|[Rr]egionen)\b(?! [A-ZÅÄÖ])")


# What stands before 'region' where it is an agency's office, and no party.
_PART_OF_AGENCY = re.compile(r"\b(?:Norra|Södra|Östra|Västra|Mellersta|Mitt|Nord|Syd|Väst|Öst) \Z")
_WORD = 12
_COUNTY = re.compile(r"s? län\b")
_FOR_ALL = re.compile(r"Sveriges kommuner\b|Rikspolisstyrelsen\b", re.IGNORECASE)
_NATIONAL = re.compile(rf"staten\b|regeringen\b|{_FOR_ALL.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    role: str  # region, municipality, collective, company, other, board
    rank: int  # how exactly it is named
    name: str
    span: tuple[int, int]


def authorities(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    """Find every authority and company that is named in a stretch of text."""
    yield from _regions(text, vocabulary, zone)
    yield from municipalities(text, vocabulary, zone)
    yield from _collectives(text, vocabulary, zone)
    for role, pattern in (("company", COMPANY), ("other", OTHER), ("federation", FEDERATION)):
        for found in pattern.finditer(text, *zone):
            yield Found(role, 1, found.group(), found.span())


def _collectives(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    for name, rank, span in collectives(text, vocabulary, zone):
        yield Found("collective", rank, name, span)


def municipalities(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    """Find municipalities one by one, and those of a list that ends in 'kommuner'."""
    for found in vocabulary.municipality_pattern.finditer(text, *zone):
        yield Found("municipality", 1, vocabulary.authority(found["name"]), found.span())
    for found in vocabulary.municipality_list.finditer(text, *zone):
        for name in vocabulary.place_pattern.finditer(text, *found.span()):
            yield Found("municipality", 1, vocabulary.authority(name["name"]), name.span())


def _regions(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    """Find the regions; one that another acts through is no party."""
    for found in vocabulary.region_pattern.finditer(text, *zone):
        county = vocabulary.county_words[found.group()]
        rank = 2 if found.group() == county.region else 1
        if not text.endswith("genom ", 0, found.start()):
            yield Found("region", rank, found.group(), found.span())


def agrees_for_region(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a side is a region, or a board of one."""
    return bool(vocabulary.region_pattern.fullmatch(name) or REGIONS_BOARD.fullmatch(name))


def is_national(name: str) -> bool:
    """Tell those who agree for the whole country from agencies that are somewhere."""
    return bool(_NATIONAL.match(name))


def speaks_for_all(name: str) -> bool:
    """Tell those who agree for all municipalities or all police districts at once."""
    return bool(_FOR_ALL.match(name))


def agencies(text: str, zone: tuple[int, int]) -> list[Found]:
    """Find the state's agencies, each place once."""
    found = [
        Found("other", 1, one.group(), one.span())
        for pattern in (OTHER, AGENCY)
        for one in pattern.finditer(text, *zone)
        if not is_national(one.group())
    ]
    return [one for i, one in enumerate(found) if not is_inside(one.span, found[:i])]


def public(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[Found]:
    """Find the authorities that have names of their own."""
    return [
        *_regions(text, vocabulary, zone),
        *municipalities(text, vocabulary, zone),
        *agencies(text, zone),
    ]


def bare_regions(text: str, zone: tuple[int, int]) -> Iterator[Found]:
    for found in BARE_REGION.finditer(text, *zone):
        if _PART_OF_AGENCY.search(text, max(0, found.start() - _WORD), found.start()):
            continue
        yield Found("region", 0, found.group(), found.span())


def boards(text: str, zone: tuple[int, int]) -> Iterator[Found]:
    for found in BOARD.finditer(text, *zone):
        yield Found("board", 1, found.group().strip(), found.span())


def is_inside(span: tuple[int, int], known: list[Found]) -> bool:
    """Tell whether a stretch of text is part of what somebody is named by."""
    return any(one.span[0] < span[1] and span[0] < one.span[1] for one in known)


def places_beside(
    text: str, vocabulary: Vocabulary, zone: tuple[int, int], known: list[Found]
) -> Iterator[Found]:
    """Find the municipalities that are named by their place alone, beside those that are known."""
    for place in vocabulary.place_pattern.finditer(text, *zone):
        if not (is_inside(place.span(), known) or _COUNTY.match(text, place.end())):
            yield Found("municipality", 1, vocabulary.authority(place["name"]), place.span())


def in_a_row(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    """Find 'kommunråden i A, B och C': places in a row, without the word for what they are."""
    for row in vocabulary.place_row.finditer(text, *zone):
        for place in vocabulary.place_pattern.finditer(text, *row.span()):
            yield Found("municipality", 1, vocabulary.authority(place["name"]), place.span())
