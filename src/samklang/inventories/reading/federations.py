"""The founding order of a federation: what makes a paper one, and who its members are.

All members adopt it in the same words, and one that leaves gives notice: it is an agreement between
them, though it is written in sections as a law is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.authorities import Found, agencies, authorities, places_beside
from samklang.inventories.reading.first_lines import title_lines
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_NAME = re.compile(
    r"\W*(?:\d{1,2} )?(?:ny |reviderad |ändrad |(?:förslag|utkast) till )?(?:ny )?"
    r"förbundsordning\b(?! (?:och|samt)\b)",
    re.IGNORECASE,
)
# Its numbered parts: '1 § Namn', '§ 2 Medlemmar', '3. Ändamål'.
_PART = re.compile(
    r"(?:§ ?\d{1,2}\.?|(?<![\d.])\d{1,2}(?: ?§|\.)?) (?:förbundets |kommunalförbundets )?"
    r"(?P<part>namn|säte|benämning|medlem|ändamål|direktion|organisation|likvidation|utträde"
    r"|revisor|initiativrätt)",
    re.IGNORECASE,
)
_ANOTHER_PAPER = re.compile(
    r"\b(?:sammanträdes)?protokoll(?:sutdrag)?\b|\btjänste(?:skrivelse|utlåtande)|\bbeslutsunderlag"
    r"|\bförslag till beslut",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:förbunds|förbundets |kommunalförbundets )?medlem(?:mar(?:na)?|skommuner(?:na)?"
    r"|sorganisationer(?:na)?)\b[^.:\n]{0,80}?\b(?:är|utgörs av|består av)\b:?"
    r"|\bförbundet (?:utgörs av|består av|bildas av|har bildats av|har (?:som|till) medlemmar)\b:?",
    re.IGNORECASE,
)
# 'Kommunerna A, B och C är medlemmar i', 'har beslutat att ingå ett kommunalförbund'
_ARE_MEMBERS = re.compile(
    r"\b(?:är (?:medlemmar|sammanslutna)\b|(?:har |ska )?(?:beslutat |enats )?(?:om |att )*"
    r"(?:bildar?|bildat|ingå|utgör)\b[^.\n]{0,60}förbund)",
    re.IGNORECASE,
)
_UNDER_HEADING = re.compile(
    r"(?:\A|\n)(?:§ ?\d{1,2}\.?|\d{1,2}(?: ?§|\.)?) (?:förbundets )?medlemmar(?:na)?\n",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\.(?=\s|\Z)|\n(?=§ ?\d|\d{1,2}(?: ?§|\.)? [A-ZÅÄÖ])|\n(?=[^\n]{60})")
_LINES, _TOP, _HEAD, _REACH, _SEVERAL = 5, 1200, 6000, 1600, 2


def founding_order(document: Document, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Say where a federation's order is named, if it has two of its parts; a page has none."""
    lines = list(title_lines(document, vocabulary))[:_LINES]
    named = next(((at, at + len(line)) for at, line in lines if _NAME.match(line)), None)
    if named is None or _ANOTHER_PAPER.search(document.text, 0, _TOP):
        return None
    text = f"{document.text[:_HEAD]}\n" + "\n".join(document.contents)
    parts = {found["part"].casefold() for found in _PART.finditer(text)}
    return named if len(parts) >= _SEVERAL else None


def members_of(document: Document, vocabulary: Vocabulary) -> list[Found]:
    """Return the members of a federation, where its order lists several."""
    for zone in _zones(document):
        found = _named(document.text, vocabulary, zone)
        if len(found) >= _SEVERAL:
            return found
    return []


def _zones(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that may list the members, the surest first."""
    for pattern in (_MEMBERS, _UNDER_HEADING):
        for found in pattern.finditer(document.text, 0, _HEAD):
            stop = min(len(document.text), found.end() + _REACH)
            ends = _ENDS.search(document.text, found.end() + 1, stop)
            yield found.end(), ends.start() if ends else stop
    for found in _ARE_MEMBERS.finditer(document.text, 0, _HEAD):
        start, _ = document.sentence(*found.span(), reach=_REACH)
        yield start, found.start()


def _named(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> list[Found]:
    """Return everybody whom the list names; a place alone is its municipality."""
    roles = {"region", "municipality", "other"}
    found = [one for one in authorities(text, vocabulary, zone) if one.role in roles]
    found += [one for one in agencies(text, zone) if one not in found]
    found += places_beside(text, vocabulary, zone, found)
    return sorted(found, key=lambda one: one.span)
