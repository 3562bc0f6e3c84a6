"""Which agreement it is, where its sides say more of that than its words."""

from __future__ import annotations

import re
from dataclasses import replace

from samklang.inventories.reading.authorities import agrees_for_region
from samklang.inventories.reading.county_parts import are_most_of_a_county
from samklang.inventories.reading.facts import Fact, Party
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.vocabulary import Vocabulary

# A region's care, which agrees in its own name.
_HEALTH_CARE = re.compile(
    r"(?:Primärvården|Närhälsan|Närsjukvården|Folktandvården|Vårdcentralen|Hälsocentralen"
    r"|Psykiatriska kliniken|Vuxenpsykiatrin|Habiliteringen)\b"
    r"|[\w ]+ (?:vårdcentral|hälsocentral)\Z"
)
_LOCAL = re.compile(r"lokal(?:t|a)? \w*(?:överenskommelse|avtal)", re.IGNORECASE)
_BOARD = re.compile(r"\w+nämnden")
_TWO_SIDES, _SEVERAL = 2, 3
# What the state takes part in is no county's agreement, and no municipality's.
_STATE = frozenset({"staten", "regeringen"})


def settle(
    kind: Fact[str],
    parties: tuple[Fact[Party], ...],
    vocabulary: Vocabulary,
    title: Fact[str] | None,
) -> Fact[str]:
    """Let the parties say which agreement it is, where no word did or none of them provides."""
    value = _by_sides(kind, parties, vocabulary, title)
    value = value or _undecided(kind, parties, vocabulary, title)
    return replace(kind, value=value, reason="parties") if value else kind


def _by_sides(
    kind: Fact[str],
    parties: tuple[Fact[Party], ...],
    vocabulary: Vocabulary,
    title: Fact[str] | None,
) -> str:
    """Return which agreement it is, where its sides leave no other."""
    names = [party.value.name for party in parties]
    if kind.value in AGREEMENTS and any(name.casefold() in _STATE for name in names):
        return "other_agreement"
    regions = _regions(names, vocabulary)
    is_county = len(regions) == 1 and _are_a_county(names, vocabulary)
    if kind.value == "local_agreement" and is_county:
        return "regional_agreement"
    is_part = kind.value == "regional_agreement" and not is_county
    return "local_agreement" if is_part and _is_of_a_part(names, vocabulary, title) else ""


def _undecided(
    kind: Fact[str],
    parties: tuple[Fact[Party], ...],
    vocabulary: Vocabulary,
    title: Fact[str] | None,
) -> str:
    """Return which agreement it is, where no word of it has decided."""
    names = [party.value.name for party in parties]
    if kind.reason == "undecided" and _are_one_place(names, vocabulary):
        return "local_agreement"
    regions = _regions(names, vocabulary)
    is_settled = kind.reason != "undecided" and kind.value != "agreement_with_provider"
    if is_settled or len(regions) != 1 or len(names) < _TWO_SIDES:
        return ""
    others = [party.value for party in parties if party.value.name != regions[0]]
    if all(vocabulary.municipality_pattern.fullmatch(other.name) for other in others):
        is_part = _is_of_a_part(names, vocabulary, title)
        return "local_agreement" if is_part else "regional_agreement"
    is_county = others[0].collective and not vocabulary.sub_regional.search(others[0].name)
    return "regional_agreement" if len(others) == 1 and is_county else ""


def _regions(names: list[str], vocabulary: Vocabulary) -> list[str]:
    return [name for name in names if agrees_for_region(name, vocabulary)]


def _is_of_a_part(names: list[str], vocabulary: Vocabulary, title: Fact[str] | None) -> bool:
    """Tell whether a region's only sides are one municipality, or a few in what is called local.

    A title that names the same few places is of a part too.
    """
    own = [name for name in names if vocabulary.municipality_pattern.fullmatch(name)]
    if len(_regions(names, vocabulary)) != 1 or len(own) + 1 != len(names):
        return False
    if len(own) == 1 or title is None:
        return len(own) == 1
    in_title = {found["name"] for found in vocabulary.place_pattern.finditer(title.value)}
    return bool(own) and bool(_LOCAL.match(title.value) or len(in_title) == len(own))


def _are_one_place(names: list[str], vocabulary: Vocabulary) -> bool:
    """Tell whether the sides are one municipality, with its boards, and health care there."""
    own = [name for name in names if vocabulary.municipality_pattern.fullmatch(name)]
    others = [name for name in names if name not in own and not _BOARD.fullmatch(name)]
    return len(own) == 1 and bool(others) and all(map(_HEALTH_CARE.match, others))


def _are_a_county(names: list[str], vocabulary: Vocabulary) -> bool:
    """Tell whether the sides are most of a county, though the text speaks of local agreements."""
    named = (vocabulary.municipality_pattern.match(name) for name in names)
    places = {found["name"] for found in named if found}
    return len(places) >= _SEVERAL and are_most_of_a_county(vocabulary, places)
