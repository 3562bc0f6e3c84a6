"""A line that is nothing but who sends the paper: authorities in a row, with their arms or page."""

from __future__ import annotations

import re

from samklang.inventories.reading.document_words import names_any
from samklang.inventories.reading.vocabulary import Vocabulary

_OFFICES = re.compile(
    r"\[[^\]\n]{0,40}\]|\b\w+s kommuner\b"
    r"|\bsida?n? ?\d+|\b(?:länsstyrelsen(?: i)?|polis(?:en|myndigheten)?(?: i)?"
    r"|polis(?:område|region)(?: \w+(?= ))?|region (?:nord|syd|öst|väst|mitt)\b"
    r"|åklagarkammaren(?: i)?|kriminalvården|försäkringskassan"
    r"|arbetsförmedlingen|kommun(?:al)?förbundet|\w*(?:sjukvårds|närsjukvårds|polis)område"
    r"|kommuner(?:na)?|kommun|län|och|samt|norra|södra|västra|östra|mellersta)\b",
    re.IGNORECASE,
)
# The place or department that stands in capitals above a piece of news.
_PLACE_ABOVE = re.compile(r"[A-ZÅÄÖ]{4,}")
_LETTER = re.compile(r"[^\W\d_]")
_REST = 0.1


def names_only_senders(line: str, vocabulary: Vocabulary) -> bool:
    """Tell whether next to nothing is left of a line without the authorities that it names."""
    letters = len(_LETTER.findall(line))
    if not letters or names_any(line):
        return False
    rest = line
    for names in (vocabulary.region_pattern, vocabulary.municipality_pattern):
        rest = names.sub(" ", rest)
    rest = _OFFICES.sub(" ", vocabulary.county_pattern.sub(" ", rest))
    rest = vocabulary.place_pattern.sub(" ", rest.title())
    return len(_LETTER.findall(rest)) <= _REST * letters


def is_place_above(line: str, vocabulary: Vocabulary) -> bool:
    return any(place.fullmatch(line) for place in (_PLACE_ABOVE, vocabulary.place_pattern))
