"""Who the sides of a contract are: whom it presents, who signs it, whom its first pages name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.authorities import Found, authorities
from samklang.inventories.reading.contract_sides import (
    Named,
    listed_sides,
    numbered_sides,
    presented_sides,
    signing_sides,
)
from samklang.inventories.reading.party_choice import unique
from samklang.inventories.reading.vocabulary import Vocabulary

_SIGNATURES = re.compile(
    r"\n(?:\d{1,2}\.? )?(?:Underskrifter?|Undertecknande[nt]?|Signaturer|UNDERSKRIFTER)\b"
)
_HEAD, _FOOT, _BOTH, _SEVERAL = 4000, 700, 2, 3


def presented(text: str, vocabulary: Vocabulary) -> list[Found]:
    """Find the sides that a contract names with numbers or in roles."""
    named = (*presented_sides(text), *numbered_sides(text))
    return unique(as_sides(text, vocabulary, iter(named)))


def of_contract(text: str, vocabulary: Vocabulary, found: list[Found]) -> list[Found]:
    """Add who is presented and who signs where one side is missing."""
    if len(unique(found)) >= _BOTH:
        return found
    with_number = presented(text, vocabulary)
    signing = unique([*with_number, *found, *as_sides(text, vocabulary, signing_sides(text))])
    listed = signing or unique(as_sides(text, vocabulary, listed_sides(text)))
    return listed or _named_above_and_below(text, vocabulary)


def _named_above_and_below(text: str, vocabulary: Vocabulary) -> list[Found]:
    """Return the authorities of the first pages, or those of them that sign the last lines."""
    named = list(authorities(text, vocabulary, (0, _HEAD)))
    foot = (max(0, len(text) - _FOOT), len(text))
    sign = {one.name for one in authorities(text, vocabulary, foot)}
    both = [one for one in named if one.name in sign]
    named = both if len(unique(both)) >= _BOTH else named
    is_nobody = not any(one.role in {"region", "municipality"} for one in named)
    if is_nobody and (at := _SIGNATURES.search(text)):
        return list(authorities(text, vocabulary, (at.end(), len(text))))
    # Beside one municipality and a region, a word for all municipalities tells of the county's.
    is_one = len({one.name for one in named if one.role == "municipality"}) == 1
    return [one for one in named if one.role != "collective"] if is_one else named


def with_signers(text: str, vocabulary: Vocabulary, chosen: list[Found]) -> list[Found]:
    """Put the municipalities that sign where 'nedanstående kommuner' stands for them all."""
    signers = as_sides(text, vocabulary, signing_sides(text))
    own = unique([one for one in signers if one.role == "municipality"])
    if len(own) < _SEVERAL or not any(one.role == "collective" for one in chosen):
        return chosen
    return [*(one for one in chosen if one.role != "collective"), *own]


def as_sides(text: str, vocabulary: Vocabulary, named: Iterator[Named]) -> list[Found]:
    """Give each name its role: an authority by its own name, or somebody else."""
    found: list[Found] = []
    for name, span in named:
        public = [one for one in authorities(text, vocabulary, span) if one.role != "company"]
        if not public and vocabulary.place_pattern.fullmatch(name):
            continue  # a place in a list of municipalities
        found += public or [Found("company", 1, name, span)]
    return found
