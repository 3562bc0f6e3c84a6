"""Sides that no list knows: names joined by 'och' beside one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.authorities import BARE_REGION, Found, is_inside
from samklang.inventories.reading.party_names import NAME, PLACE, as_it_calls_itself
from samklang.inventories.reading.vocabulary import Vocabulary

# 'Krokoms kommun, nedan Krokom': a name to use, not one more side.
_SHORT_NAME = re.compile(r"\b(?:nedan|kallad|kallat|benämnd)(?: även)? \Z")
_POSTCODE = re.compile(r"\b\d{3} \d\d \Z")
# 'mottagningen på Ekhöjden', 'medel genom Region A': where a side is, or whom it acts through.
_OF_ANOTHER = re.compile(r"\b(?:på|i|vid|hos|från|genom|inom|under) \Z")
_LINE_ENDS = re.compile(r"(?<!och)(?<!mellan)(?<!samt)(?<!,)\n(?=\S)")


def strangers(
    text: str, vocabulary: Vocabulary, zone: tuple[int, int], known: list[Found]
) -> Iterator[Found]:
    """Find sides that no list knows, such as a company: capitalized names joined by 'och'.

    A place alone is none: what stood after it was cut off.
    """
    ends = _LINE_ENDS.search(text, *zone)
    for found in NAME.finditer(text, zone[0], ends.start() if ends else zone[1]):
        is_short_name = _SHORT_NAME.search(text, zone[0], found.start())
        is_town = _POSTCODE.search(text, zone[0], found.start())
        is_town = is_town or vocabulary.place_pattern.fullmatch(found.group())
        is_none = (
            is_short_name
            or PLACE.fullmatch(found.group())
            or _OF_ANOTHER.search(text, zone[0], found.start())
        )
        is_known = is_inside(found.span(), known) or BARE_REGION.match(found.group())
        if is_known or is_town or is_none:
            continue
        name = as_it_calls_itself(found.group(), text)
        yield Found("company", 1, name, found.span())
