"""What little is read from an agreement in a neighbour's language: who made it with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.running_text import Document

_BETWEEN = re.compile(
    r"\bmell(?:om|em) (?P<one>[A-ZÆØÅÄÖ](?:[^.,\n]|(?<=\bSt)\.){2,70}?) (?:og|och) "
    r"(?P<other>(?:[A-ZÆØÅÄÖ]|(?:alle )?kommun)[^.,\n]{2,70}?"
    r"(?:(?:, [A-ZÆØÅÄÖ]\w+)+ og [A-ZÆØÅÄÖ]\w+)?)"
    r"(?=[.,\n]| om | vedr| har | for | [Gg]jeldende|\Z)"
)
# A form leaves the municipality's name blank.
_BLANK_SIDE = re.compile(
    r"\bmell(?:om|em) (?:[._… ]{3,} ?)?kommunen? og (?P<other>[A-ZÆØÅÄÖ][^.,\n]{2,70}?)"
    r"(?=[.,\n]| om | vedr| har | for |\Z)"
)


def foreign_parties(document: Document) -> tuple[Fact[Party], ...]:
    """Return the two sides of 'mellom A og B', as they are written."""
    stop = len(document.head)
    for pattern in (_BETWEEN, _BLANK_SIDE):
        for text in (document.text, document.flat):
            if found := pattern.search(text, 0, stop):
                return tuple(_sides(document, found))
    return ()


def _sides(document: Document, found: re.Match[str]) -> Iterator[Fact[Party]]:
    for side in found.re.groupindex:
        party = Party(found[side].strip())
        yield document.fact(party, found.span(side), Certainty.GUESSED, "foreign")
