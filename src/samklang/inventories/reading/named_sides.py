"""A name that says between whom: 'Samverkansöverenskommelse mellan Polisen och A kommun'."""

from __future__ import annotations

import re

from samklang.inventories.reading.authorities import public
from samklang.inventories.reading.vocabulary import Vocabulary

_BETWEEN = re.compile(
    r"\W*(?:[A-ZÅÄÖ]\w+[at] )?\w*(?:överenskommelse|avtal|avsiktsförklaring)\b"
    r"[^\n]{0,60}?\bmellan\b",
    re.IGNORECASE,
)
_TWO = 2


def names_two_sides(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is that of an agreement between two authorities that it names."""
    found = _BETWEEN.match(name)
    sides = public(name, vocabulary, (found.end(), len(name))) if found else []
    return len({one.name for one in sides}) >= _TWO
