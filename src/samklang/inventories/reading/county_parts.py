"""How much of a county is meant: a part that an opening names, or most of its municipalities."""

from __future__ import annotations

import re
from collections import Counter

from samklang.inventories.reading.vocabulary import Vocabulary

# 'Polisområde Södra Skåne', 'Primärvårdsförvaltningen, Västra länsdelen': where an office works.
_OF_OFFICE = re.compile(
    r"\b(?:\w*polis(?:område|region)(?:et)?|\w*(?:förvaltning|division|avdelning)(?:en)?),? "
    r"(?:(?:norra|södra|östra|västra|mellersta) )?\Z",
    re.IGNORECASE,
)
_OPENING, _NAME, _HALF = 400, 40, 2


def part_in(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Find the part of a county that a text's opening names, unless it is where an office works."""
    for part in vocabulary.sub_regional.finditer(text, 0, _OPENING):
        before = text[max(0, part.start() - _NAME) : part.start()]
        if not _OF_OFFICE.search(before):
            return part
    return None


def are_most_of_a_county(vocabulary: Vocabulary, places: set[str]) -> bool:
    """Tell whether places are more than half of one county's municipalities."""
    names = Counter(vocabulary.municipalities[vocabulary.stems[place]].name for place in places)
    sizes = {county.name: len(county.municipalities) for county in vocabulary.counties}
    return any(_HALF * count > sizes[name] for name, count in names.items())
