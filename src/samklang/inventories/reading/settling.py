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
_BOARD = re.compile(r"\w+nämnden")
_TWO_SIDES, _SEVERAL = 2, 3
# What the state takes part in is no county's agreement, and no municipality's.
_STATE = frozenset({"staten", "regeringen"})


def settle(kind: Fact[str], parties: tuple[Fact[Party], ...], vocabulary: Vocabulary) -> Fact[str]:
    """Let the parties say which agreement it is, where no word did or none of them provides."""
    names = [party.value.name for party in parties]
    if kind.value in AGREEMENTS and any(name.casefold() in _STATE for name in names):
        return replace(kind, value="other_agreement", reason="parties")
    regions = [name for name in names if agrees_for_region(name, vocabulary)]
    if kind.value == "local_agreement" and len(regions) == 1 and _are_a_county(names, vocabulary):
        return replace(kind, value="regional_agreement", reason="parties")
    if kind.reason == "undecided" and _are_one_place(names, vocabulary):
        return replace(kind, value="local_agreement", reason="parties")
    is_settled = kind.reason != "undecided" and kind.value != "agreement_with_provider"
    if is_settled or len(regions) != 1 or len(names) < _TWO_SIDES:
        return kind
    others = [party.value for party in parties if party.value.name != regions[0]]
    if all(vocabulary.municipality_pattern.fullmatch(other.name) for other in others):
        value = "local_agreement" if len(others) == 1 else "regional_agreement"
        return replace(kind, value=value, reason="parties")
    is_county = others[0].collective and not vocabulary.sub_regional.search(others[0].name)
    is_alone = len(others) == 1 and is_county
    return replace(kind, value="regional_agreement", reason="parties") if is_alone else kind


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
