"""The parties of an agreement: from the list of parties, the title or 'mellan … och …'."""

from __future__ import annotations

import re

from samklang.inventories.reading.authorities import (
    Found,
    agencies,
    authorities,
    bare_regions,
    boards,
    in_a_row,
    is_national,
    municipalities,
    public,
    speaks_for_all,
)
from samklang.inventories.reading.capitals import in_small_letters
from samklang.inventories.reading.contract_parties import (
    as_sides,
    of_contract,
    presented,
    with_signers,
)
from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.federations import founding_order, members_of
from samklang.inventories.reading.kinds import AGREEMENTS, RULES
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.other_papers import opening
from samklang.inventories.reading.party_choice import best_named, unique
from samklang.inventories.reading.party_rows import (
    end_of_list,
    is_no_party,
    items_of_list,
    rows_below_title,
)
from samklang.inventories.reading.party_table import party_rows, sides_that_decided
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.side_by_side import is_on_one_agreement, side_by_side
from samklang.inventories.reading.sides import (
    heads_one,
    zones_between,
    zones_of_makers,
    zones_with,
)
from samklang.inventories.reading.strangers import strangers
from samklang.inventories.reading.vocabulary import Vocabulary

_READ = AGREEMENTS | {
    "board_memo",
    "web_page",
    "other_document",
    RULES,
    "agreement_with_individual",
    "agreement_with_provider",
}
# These only speak of an agreement: one side alone is more likely somebody else.
_SPEAK_OF_IT = frozenset({"board_memo", "web_page", "other_document", RULES})
_AUTHORITIES = frozenset({"municipality", "region"})
_SIDES = _AUTHORITIES | {"collective"}
_BEGINS_ITEM = re.compile(r"(?:\A|\n|[,:•|*–-] |\boch |\bsamt |igen |unerna )(?:[•*–-] ?)?\Z")
_ENDS_ITEM = re.compile(
    r"[,.;\n]|\Z| (?:och|samt|\|)(?=\s|\Z)| (?=\d{1,2}\b)"
    # A row of a table: the place, and the board that decides.
    r"| (?!kommun )(?=(?:[\w()-]+,? ){0,4}[\w(-]*(?:nämnden|[Kk]ommunstyrelsen)\b)"
)
_HEAD, _NAMED_LIST, _BEFORE_ITEM, _BOTH = 4000, 3, 7, 2


def find_parties(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> tuple[Fact[Party], ...]:
    """Return the parties, each named as exactly as the document names it anywhere."""
    if is_on_one_agreement(document, kind):
        kind = "board_memo"
    if kind not in _READ:
        return ()
    # A federation is no side of its own order: its members are, or nobody.
    is_founding = kind in AGREEMENTS and founding_order(document, vocabulary)
    certain = (
        unique(members_of(document, vocabulary))
        if is_founding
        else _certain(document, vocabulary, labels, kind)
    )
    if certain or is_founding:
        return tuple(_fact(document, one) for one in certain if not is_no_party(document, one))
    chosen = best_named(document, vocabulary, _told(document, vocabulary, labels, kind))
    chosen = _or_in_rows(document, vocabulary, kind, chosen)
    chosen = with_signers(document.text, vocabulary, chosen) if kind in AGREEMENTS else chosen
    if not chosen and kind in _SPEAK_OF_IT:
        chosen = best_named(document, vocabulary, side_by_side(document, vocabulary, _HEAD))
        chosen = chosen if len(chosen) >= _BOTH else []
    is_here = any(one.role in _AUTHORITIES for one in chosen)
    return tuple(
        _fact(document, one)
        for one in chosen
        if not (is_no_party(document, one) or (is_here and speaks_for_all(one.name)))
    )


def _or_in_rows(
    document: Document, vocabulary: Vocabulary, kind: str, chosen: list[Found]
) -> list[Found]:
    """Take the rows below an agreement's title where nothing else names two sides."""
    is_unnamed = not any(one.rank for one in chosen)
    if len(chosen) == 1 and (kind in _SPEAK_OF_IT or is_unnamed):
        chosen = []
    is_told = len(chosen) >= _BOTH and kind != "local_agreement"
    if is_told or kind not in AGREEMENTS:
        return chosen
    return unique(rows_below_title(document, vocabulary)) or chosen


def _certain(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> list[Found]:
    """Return the sides that are given as such: a list of many, or a contract's with numbers."""
    rows = [
        one
        for row in (*(side for side, _ in party_rows(document)), *sides_that_decided(document))
        for one in authorities(document.text, vocabulary, row)
    ]
    listed = rows or _in_list(document, vocabulary, labels)
    is_short = len(unique(listed)) < _BOTH
    if is_short and (named := _named_in_lines(document, vocabulary, labels)):
        return named
    if sum(found.role == "municipality" for found in listed) >= _NAMED_LIST:
        is_named = any(one.role == "region" and one.rank for one in listed)
        if not is_named:  # a list of the municipalities alone
            between = _between(document, vocabulary, "")
            listed += [one for one in between if one.role == "region" and one.rank]
        # Beside their names, a word for them all adds nobody.
        named_ones = [one for one in listed if one.role != "collective"]
        return unique([one for one in named_ones if one.rank or not is_named])
    named = presented(document.text, vocabulary) if _is_contract(kind) else []
    return named if len(named) >= _BOTH else []


def _told(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> list[Found]:
    """Return every side that the document tells of, in whatever way its kind does."""
    listed = _in_list(document, vocabulary, labels)
    found = listed if _is_complete(listed) else [*listed, *_between(document, vocabulary, kind)]
    if _is_contract(kind):
        return of_contract(document.text, vocabulary, found)
    if kind == "board_memo" and len(unique(found)) < _BOTH:
        return [*found, *_with_writer(document, vocabulary)]
    is_of_state = all(one.role == "other" for one in found) and heads_one(document)
    return found if kind != "web_page" or is_of_state else _without_state(found)


def _without_state(found: list[Found]) -> list[Found]:
    """Leave out what a page tells of in passing: what the state agreed on, for the whole country.

    An agency beside a municipality or a region is a side like any other.
    """
    is_here = any(one.role in _AUTHORITIES for one in found)
    return [one for one in found if one.role != "other" or (is_here and not is_national(one.name))]


def _is_contract(kind: str) -> bool:
    return kind in AGREEMENTS or kind.startswith("agreement_with")


def _fact(document: Document, found: Found) -> Fact[Party]:
    party = Party(found.name, found.role == "collective")
    return document.fact(party, found.span, Certainty.STATED, found.role)


def _in_list(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...]
) -> list[Found]:
    for entry in labels:
        if entry.kind != "parties" or not entry.value:
            continue
        stop = entry.value_start + len(entry.value)
        zone = (entry.value_start, end_of_list(document.text, (entry.value_start, stop)))
        if found := _listed(document, vocabulary, zone):
            return found
    return []


def _named_in_lines(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...]
) -> list[Found]:
    """Return the names of a list that has one on each line, and only one authority among them."""
    for entry in labels:
        stop = entry.value_start + len(entry.value)
        if entry.kind == "parties" and (
            items := items_of_list(document.text, (entry.value_start, stop))
        ):
            return unique(as_sides(document.text, vocabulary, iter(items)))
    return []


def _listed(document: Document, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[Found]:
    """Find the authorities of a list; boards and companies only where it names no authority."""
    found = [*authorities(document.text, vocabulary, zone), *bare_regions(document.text, zone)]
    found += _places(document.text, vocabulary, zone)
    if len(found) == 1:  # in one sentence with somebody whom no list knows
        _, end = document.sentence(*found[0].span)
        found += strangers(document.flat, vocabulary, (found[0].span[1], min(end, zone[1])), found)
    if any(one.role in {"region", "municipality", "collective"} for one in found):
        return found
    return [*boards(document.text, zone), *(one for one in found if one.role == "company")]


def _places(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[Found]:
    """Find the municipalities that a list names by their place alone, when it names several."""
    found = [
        Found("municipality", 1, vocabulary.authority(place["name"]), place.span())
        for place in vocabulary.place_pattern.finditer(text, *zone)
        if _ENDS_ITEM.match(text, place.end())
        and _BEGINS_ITEM.search(text[max(zone[0], place.start() - _BEFORE_ITEM) : place.start()])
    ]
    return found if len(found) >= _NAMED_LIST else []


def _between(document: Document, vocabulary: Vocabulary, kind: str) -> list[Found]:
    """Read 'mellan X och Y' where it speaks of the agreement; on a web page, everywhere."""
    every: list[Found] = []
    text = in_small_letters(document.text)
    flat = text.replace("\n", " ")
    for zone, is_list in (
        *zones_between(flat, _HEAD, is_local="lokal" in opening(document)),
        *zones_of_makers(document, _HEAD),
    ):
        found = _in_zone(flat, vocabulary, kind, zone)
        found += _places(text, vocabulary, zone)
        # A partnership may be one board's or two boards' with an association.
        are_boards = not found and kind == "board_memo"
        found = list(boards(document.text, zone)) if are_boards else found
        # A memo or a page tells of two sides, of which one may be a clinic or an association.
        told = unique([*every, *found]) if kind == "web_page" else found
        is_one = len(told) == 1 and (kind == "board_memo" or told[0].role in _AUTHORITIES)
        is_open = kind in AGREEMENTS or (kind in {"board_memo", "web_page"} and is_one)
        is_open |= are_boards and bool(found)
        if is_list:
            found += in_a_row(document.flat, vocabulary, zone)
        elif is_open and not _is_complete(found):
            line = document.text.find("\n", *zone) if kind == "board_memo" else -1
            reach = (zone[0], line) if line >= 0 else zone
            found += strangers(document.text, vocabulary, reach, found)
        every += found
        if kind != "web_page" and _both_sides(found):
            break
    return every


def _in_zone(text: str, vocabulary: Vocabulary, kind: str, zone: tuple[int, int]) -> list[Found]:
    found = list(authorities(text, vocabulary, zone))
    if any(one.role in _SIDES for one in found):
        found += [one for one in agencies(text, zone) if one not in found]
    # On a page 'regionen' is whoever writes it, but beside the municipalities it is a side.
    if kind != "web_page" or any(one.role == "collective" for one in found):
        found += bare_regions(text, zone)
    return found


def _with_writer(document: Document, vocabulary: Vocabulary) -> list[Found]:
    """Read with whom a memo's writer agrees; the writer is the one other municipality named."""
    zones = list(zones_with(document.flat, _HEAD))
    others = [one for zone in zones for one in public(document.flat, vocabulary, zone)]
    known = {one.name for one in others}
    named = list(municipalities(document.text, vocabulary, (0, _HEAD)))
    writers = [one for one in unique(named) if one.name not in known]
    return [*others, *writers] if others and len(writers) == 1 else others


def _is_complete(found: list[Found]) -> bool:
    """Tell whether a region and a municipality are named, so that nobody is to be sought."""
    is_named = any(one.role == "region" and one.rank for one in found)
    return is_named and any(one.role == "municipality" for one in found)


def _both_sides(found: list[Found]) -> bool:
    return len(found) > 1 or any(one.role == "company" for one in found)
