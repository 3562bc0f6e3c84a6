"""Which of the sides that were found are told, and by what name."""

from __future__ import annotations

import re
from dataclasses import replace

from samklang.inventories.reading.authorities import Found
from samklang.inventories.reading.collectives import collectives
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_WHERE = re.compile(
    r" (?:och|samt) [Rr]egion(?:en)?(?: [A-ZÅÄÖ]\w+)? i (?P<where>[A-ZÅÄÖ][\w-]+"
    r"(?: [A-ZÅÄÖ]\w+)? län)"
)
_IN_COUNTY = re.compile(r" i (?P<county>[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? län)\b")
_ALL_OF_THEM = re.compile(r"kommunerna(?: i länet)?", re.IGNORECASE)
# Beside the police, its own office is no further side.
_POLICE = re.compile(r"Polis(?:en|myndigheten)\b[^,]{0,30}")
_OFFICE = re.compile(r"(?:lokal)?polis(?:område|region)", re.IGNORECASE)
_HEAD, _LIST, _OF_PLACE = 4000, 3, 3


def best_named(document: Document, vocabulary: Vocabulary, found: list[Found]) -> list[Found]:
    """Return each side once, by the best name that the document gives it."""
    named = [_named(document, vocabulary, one) for one in found]
    return unique(_best_of_roles(named, vocabulary))


def unique(found: list[Found]) -> list[Found]:
    named: dict[str, Found] = {}
    for one in found:
        named.setdefault(one.name.casefold(), one)
    return list(named.values())


def _named(document: Document, vocabulary: Vocabulary, one: Found) -> Found:
    """Give a bare 'landstinget' or 'kommunerna' the name that the first pages give it."""
    if one.role == "collective":
        after = None if one.rank else _WHERE.match(document.text, one.span[1])
        named = after and replace(one, name=f"{one.name} i {after['where']}", rank=_OF_PLACE)
        return named or _in_full(document, vocabulary, one)
    if one.rank or one.role != "region":
        return one
    kind = "landsting" if one.name.casefold().startswith("landsting") else "region"
    for found in vocabulary.region_pattern.finditer(document.text, 0, _HEAD):
        if kind in found.group().casefold() and found.group() != found.group().upper():
            return replace(one, name=found.group(), span=found.span(), rank=1)
    return _in_its_county(document, vocabulary, one)


def _in_its_county(document: Document, vocabulary: Vocabulary, one: Found) -> Found:
    """Name 'regionen i X län' so where no other name is given."""
    place = _IN_COUNTY.match(document.text, one.span[1])
    if place is None or place["county"] not in vocabulary.county_words:
        return one
    return replace(one, name=f"{one.name}{place.group()}", span=(one.span[0], place.end()), rank=1)


def _in_full(document: Document, vocabulary: Vocabulary, one: Found) -> Found:
    """Give 'kommunerna i länet' the county's name where the first pages give it one alone."""
    if one.rank >= _OF_PLACE or not _ALL_OF_THEM.fullmatch(one.name):
        return one
    every = collectives(document.text, vocabulary, (0, _HEAD))
    full = {name.casefold(): (name, span) for name, rank, span in every if rank == _OF_PLACE}
    full = {key: value for key, value in full.items() if key.endswith(" län")}
    if len(full) != 1:
        return one
    name, span = next(iter(full.values()))
    return replace(one, name=name, span=span, rank=_OF_PLACE)


def _best_of_roles(found: list[Found], vocabulary: Vocabulary) -> list[Found]:
    """Keep one region of a county and one collective, the most exactly named, and all others.

    Beside a list of municipalities by name, a word for them all adds nobody.
    """
    named = len({one.name for one in found if one.role == "municipality"})
    chosen = list(_regions(found, vocabulary))
    together = [one for one in found if one.role == "collective"]
    if named > 1:
        together = [one for one in together if one.rank and named < _LIST]
    chosen += [max(together, key=lambda one: one.rank)] if together else []
    if any(one.role in {"collective", "municipality"} for one in found):
        found = [one for one in found if one.role != "federation"]
    others = [one for one in found if one.role not in {"region", "collective"}]
    if any(_POLICE.fullmatch(one.name) for one in others):
        others = [one for one in others if not _OFFICE.match(one.name)]
    return [*chosen, *others]


def _regions(found: list[Found], vocabulary: Vocabulary) -> list[Found]:
    """Return one region for each county; one without a name only where none has a name."""
    regions = [one for one in found if one.role == "region"]
    several = sum(one.role == "municipality" for one in found) > 1
    best: dict[str, Found] = {}
    for one in regions:
        county = vocabulary.county_words.get(one.name)
        code = county.code if county else ""
        if code not in best or one.rank > best[code].rank:
            best[code] = one
    named = [one for one in best.values() if one.rank]
    return named or ([] if several else list(best.values()))
