"""The parties of an agreement: from the list of parties, the title or 'mellan … och …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samklang.inventories.reading.collectives import collectives
from samklang.inventories.reading.contract_sides import (
    Named,
    numbered_sides,
    presented_sides,
    signing_sides,
)
from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.party_names import (
    BOARD,
    COMPANY,
    FEDERATION,
    NAME,
    OTHER,
    as_it_calls_itself,
)
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.sides import zones_between, zones_of_makers, zones_with
from samklang.inventories.reading.vocabulary import Vocabulary

_READ = AGREEMENTS | {
    "board_memo",
    "web_page",
    "other_document",
    "agreement_with_individual",
    "agreement_with_provider",
}
# These only speak of an agreement: one side alone is more likely somebody else.
_SPEAK_OF_IT = frozenset({"board_memo", "web_page", "other_document"})
_BARE_REGION = re.compile(r"\b(?:[Ll]andstinget|[Rr]egionen)\b(?! [A-ZÅÄÖ])")
_ENDS_LIST = re.compile(
    r"\n(?:\d{1,2}(?:\.\d{1,2})*\.? )?(?:Bakgrund|Inledning|Syfte|Giltig|Målgrupp|Definition"
    r"|Innehåll|Mål\b|Omfattning|Kommunerna benämns|Avtalets|Överenskommelsens|Förutsättningar"
    r"|Lagstiftning)"
    r"|\n\d{1,2}(?:\.\d{1,2})*\.? [A-ZÅÄÖ]|benämns"
    r"|\n[^\n]*(?:överenskommelse|avtal)[^\n]*\.(?=\n|\Z)"  # a sentence is no item of a list
)
# 'Krokoms kommun, nedan Krokom': a name to use, not one more side.
_SHORT_NAME = re.compile(r"\b(?:nedan|kallad|kallat|benämnd)(?: även)? \Z")
_POSTCODE = re.compile(r"\b\d{3} \d\d \Z")
_BEGINS_ITEM = re.compile(r"(?:\A|\n|[,:•|*–-] |\boch |\bsamt )(?:[•*–-] ?)?\Z")
_ENDS_ITEM = re.compile(r"[,.;\n]|\Z| (?:och|samt|\|)(?=\s)")
_LINE_ENDS = re.compile(r"(?<!och)(?<!mellan)(?<!samt)(?<!,)\n(?=\S)")
_WHERE = re.compile(
    r" (?:och|samt) [Rr]egion(?:en)?(?: [A-ZÅÄÖ]\w+)? i (?P<where>[A-ZÅÄÖ][\w-]+"
    r"(?: [A-ZÅÄÖ]\w+)? län)"
)
_HEAD, _NAMED_LIST, _BEFORE_ITEM, _BOTH = 4000, 3, 6, 2


@dataclass(frozen=True, slots=True)
class _Found:
    role: str  # region, municipality, collective, company, other, board
    rank: int  # how exactly it is named
    name: str
    span: tuple[int, int]


def find_parties(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> tuple[Fact[Party], ...]:
    """Return the parties, each named as exactly as the document names it anywhere."""
    if kind not in _READ:
        return ()
    listed = _in_list(document, vocabulary, labels)
    if sum(found.role == "municipality" for found in listed) >= _NAMED_LIST:
        listed = [one for one in listed if one.role != "collective" or one.rank]
        return tuple(_fact(document, found) for found in _unique(listed))
    found = listed if _is_complete(listed) else [*listed, *_between(document, vocabulary, kind)]
    if kind in AGREEMENTS or kind.startswith("agreement_with"):
        presented = _presented(document.text, vocabulary)
        if len(presented) > 1:
            return tuple(_fact(document, one) for one in presented)
        found = _of_contract(document.text, vocabulary, presented, found)
    if kind == "board_memo" and len(_unique(found)) < _BOTH:
        found += _with_writer(document, vocabulary)
    if kind == "web_page":  # what the state agreed on it tells of in passing
        found = [one for one in found if one.role != "other"]
    chosen = _unique(_best_of_roles([_named(document, vocabulary, one) for one in found]))
    is_unnamed = not any(one.rank for one in chosen)
    if len(chosen) == 1 and (kind in _SPEAK_OF_IT or is_unnamed):
        return ()
    return tuple(_fact(document, one) for one in chosen)


def _presented(text: str, vocabulary: Vocabulary) -> list[_Found]:
    """Find the sides that a contract names with numbers or in roles."""
    named = (*presented_sides(text), *numbered_sides(text))
    return _unique(_sides(text, vocabulary, iter(named)))


def _of_contract(
    text: str, vocabulary: Vocabulary, presented: list[_Found], found: list[_Found]
) -> list[_Found]:
    """Add who signs where one side is missing."""
    if len(_unique(found)) > 1:
        return found
    signing = _unique([*presented, *found, *_sides(text, vocabulary, signing_sides(text))])
    return signing or list(_authorities(text, vocabulary, (0, _HEAD)))


def _sides(text: str, vocabulary: Vocabulary, named: Iterator[Named]) -> list[_Found]:
    """Give each name its role: an authority by its own name, or somebody else."""
    found: list[_Found] = []
    for name, span in named:
        public = [one for one in _authorities(text, vocabulary, span) if one.role != "company"]
        found += public or [_Found("company", 1, name, span)]
    return found


def _fact(document: Document, found: _Found) -> Fact[Party]:
    party = Party(found.name, found.role == "collective")
    return document.fact(party, found.span, Certainty.STATED, found.role)


def _in_list(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...]
) -> list[_Found]:
    for entry in labels:
        if entry.kind != "parties" or not entry.value:
            continue
        stop = entry.value_start + len(entry.value)
        if ends := _ENDS_LIST.search(document.text, entry.value_start, stop):
            stop = ends.start()
        if found := _listed(document, vocabulary, (entry.value_start, stop)):
            return found
    return []


def _listed(document: Document, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[_Found]:
    """Find the authorities of a list; boards and companies only where it names no authority."""
    found = [*_authorities(document.text, vocabulary, zone), *_bare(document.text, zone)]
    found += _places(document.text, vocabulary, zone)
    if len(found) == 1:  # in one sentence with somebody whom no list knows
        _, end = document.sentence(*found[0].span)
        found += _strangers(document.flat, vocabulary, (found[0].span[1], min(end, zone[1])), found)
    if any(one.role in {"region", "municipality", "collective"} for one in found):
        return found
    return [*_boards(document.text, zone), *(one for one in found if one.role == "company")]


def _places(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[_Found]:
    """Find the municipalities that a list names by their place alone, when it names several."""
    found = [
        _Found("municipality", 1, vocabulary.authority(place["name"]), place.span())
        for place in vocabulary.place_pattern.finditer(text, *zone)
        if _ENDS_ITEM.match(text, place.end())
        and _BEGINS_ITEM.search(text, max(zone[0], place.start() - _BEFORE_ITEM), place.start())
    ]
    return found if len(found) >= _NAMED_LIST else []


def _between(document: Document, vocabulary: Vocabulary, kind: str) -> list[_Found]:
    """Read 'mellan X och Y' where it speaks of the agreement; on a web page, everywhere."""
    every: list[_Found] = []
    flat = document.flat
    for zone, is_list in (*zones_between(flat, _HEAD), *zones_of_makers(document, _HEAD)):
        found = list(_authorities(flat, vocabulary, zone))
        if kind != "web_page":
            found += _bare(flat, zone)
        # A memo tells of two sides, of which one may be a clinic or a unit.
        is_open = kind in AGREEMENTS or (kind == "board_memo" and len(found) == 1)
        if is_open and not is_list and not _is_complete(found):
            line = document.text.find("\n", *zone) if kind == "board_memo" else -1
            reach = (zone[0], line) if line >= 0 else zone
            found += _strangers(document.text, vocabulary, reach, found)
        every += found
        if kind != "web_page" and _both_sides(found):
            break
    return every


def _with_writer(document: Document, vocabulary: Vocabulary) -> list[_Found]:
    """Read with whom a memo's writer agrees; the writer is the one other municipality named."""
    zones = list(zones_with(document.flat, _HEAD))
    others = [one for zone in zones for one in _public(document.flat, vocabulary, zone)]
    known = {one.name for one in others}
    named = list(_municipalities(document.text, vocabulary, (0, _HEAD)))
    writers = [one for one in _unique(named) if one.name not in known]
    return [*others, *writers] if others and len(writers) == 1 else others


def _public(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[_Found]:
    return [*_regions(text, vocabulary, zone), *_municipalities(text, vocabulary, zone)]


def _is_complete(found: list[_Found]) -> bool:
    """Tell whether a region and a municipality are named, so that nobody is to be sought."""
    is_named = any(one.role == "region" and one.rank for one in found)
    return is_named and any(one.role == "municipality" for one in found)


def _both_sides(found: list[_Found]) -> bool:
    return len(found) > 1 or any(one.role == "company" for one in found)


def _strangers(
    text: str, vocabulary: Vocabulary, zone: tuple[int, int], known: list[_Found]
) -> Iterator[_Found]:
    """Find sides that no list knows, such as a company: capitalized names joined by 'och'.

    A place alone is none: what stood after it was cut off.
    """
    ends = _LINE_ENDS.search(text, *zone)
    for found in NAME.finditer(text, zone[0], ends.start() if ends else zone[1]):
        inside = any(one.span[0] < found.end() and found.start() < one.span[1] for one in known)
        is_short_name = _SHORT_NAME.search(text, zone[0], found.start())
        is_town = _POSTCODE.search(text, zone[0], found.start())
        is_town = is_town or vocabulary.place_pattern.fullmatch(found.group())
        if inside or is_town or is_short_name or _BARE_REGION.match(found.group()):
            continue
        name = as_it_calls_itself(found.group(), text)
        yield _Found("company", 1, name, found.span())


def _authorities(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[_Found]:
    """Find every authority and company that is named in a stretch of text."""
    yield from _regions(text, vocabulary, zone)
    yield from _municipalities(text, vocabulary, zone)
    yield from _collectives(text, vocabulary, zone)
    for role, pattern in (("company", COMPANY), ("other", OTHER), ("federation", FEDERATION)):
        for found in pattern.finditer(text, *zone):
            yield _Found(role, 1, found.group(), found.span())


def _collectives(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[_Found]:
    for name, rank, span in collectives(text, vocabulary, zone):
        yield _Found("collective", rank, name, span)


def _municipalities(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[_Found]:
    """Find municipalities one by one, and those of a list that ends in 'kommuner'."""
    for found in vocabulary.municipality_pattern.finditer(text, *zone):
        yield _Found("municipality", 1, vocabulary.authority(found["name"]), found.span())
    for found in vocabulary.municipality_list.finditer(text, *zone):
        for name in vocabulary.place_pattern.finditer(text, *found.span()):
            yield _Found("municipality", 1, vocabulary.authority(name["name"]), name.span())


def _regions(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[_Found]:
    """Find the regions; one that another acts through is no party."""
    for found in vocabulary.region_pattern.finditer(text, *zone):
        county = vocabulary.county_words[found.group()]
        rank = 2 if found.group() == county.region else 1
        if not text.endswith("genom ", 0, found.start()):
            yield _Found("region", rank, found.group(), found.span())


def _named(document: Document, vocabulary: Vocabulary, one: _Found) -> _Found:
    """Give a bare 'landstinget' or 'kommunerna' the name that the first pages give it."""
    if one.rank or one.role not in {"region", "collective"}:
        return one
    if one.role == "collective":
        after = _WHERE.match(document.text, one.span[1])
        return replace(one, name=f"{one.name} i {after['where']}", rank=3) if after else one
    kind = "landsting" if one.name.casefold().startswith("landsting") else "region"
    for found in vocabulary.region_pattern.finditer(document.text, 0, _HEAD):
        if kind in found.group().casefold() and found.group() != found.group().upper():
            return replace(one, name=found.group(), span=found.span(), rank=1)
    return one


def _bare(text: str, zone: tuple[int, int]) -> Iterator[_Found]:
    for found in _BARE_REGION.finditer(text, *zone):
        yield _Found("region", 0, found.group(), found.span())


def _boards(text: str, zone: tuple[int, int]) -> Iterator[_Found]:
    for found in BOARD.finditer(text, *zone):
        yield _Found("board", 1, found.group().strip(), found.span())


def _best_of_roles(found: list[_Found]) -> list[_Found]:
    """Keep one region and one collective, the most exactly named; every other named party stays."""
    chosen = []
    several = sum(one.role == "municipality" for one in found) > 1
    for role in ("region", "collective"):
        of_role = [one for one in found if one.role == role and not (several and not one.rank)]
        if of_role:
            chosen.append(max(of_role, key=lambda one: one.rank))
    if any(one.role in {"collective", "municipality"} for one in found):
        found = [one for one in found if one.role != "federation"]
    return [*chosen, *(one for one in found if one.role not in {"region", "collective"})]


def _unique(found: list[_Found]) -> list[_Found]:
    named: dict[str, _Found] = {}
    for one in found:
        named.setdefault(one.name.casefold(), one)
    return list(named.values())
