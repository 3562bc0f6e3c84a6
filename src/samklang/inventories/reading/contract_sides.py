"""The sides that a contract names beside their organisation number, or above their signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

Named = tuple[str, tuple[int, int]]

_NUMBER = (
    r"\(?(?:[Oo]rg(?:anisations)?\.?[ -]{0,2}n(?:umme)?r\.?:? ?)?\d\d[2-9]\d{3}[-–]?\s?\d{4}(?!\d)"
)
_WORDS = r"(?P<name>[A-ZÅÄÖ](?:(?!(?<!-) och )(?:[^,;:()|\n\d]|\b\d{1,2}\b)){2,70}?)"
_BESIDE = re.compile(
    r"(?:^(?:\d{1,2}\.\d{1,2}\.? )?|: ?|(?<= och )|(?<=[Mm]ellan )|(?<=[•|] )|(?<=\d{4}, ))"
    rf"{_WORDS}(?:, [^,;:()\n\d]{{3,50}}?)?,?\s*(?:\|\s*)?{_NUMBER}",
    re.MULTILINE,
)
# The name, its unit and its address, before the number.
_AT_ADDRESS = re.compile(
    rf"^{_WORDS},[^;:()\n]{{3,90}}(?:\n[^;:()\n]{{0,30}}?)?,?\s*"
    r"[Oo]rg(?:anisations)?\.? ?nr\.?:?\s*\d{6}-\d{4}",
    re.MULTILINE,
)
# 'A genom nämnden, nedan kallad kommunen, samt B inom C, nedan kallad församlingen'
_CALLED = re.compile(
    rf"(?:^|, |\b[Mm]ellan |\boch |\bsamt ){_WORDS}(?: (?:inom|genom) [^;:()\d]{{3,90}}?)?,? "
    r"(?:(?:här)?nedan|i det följande|härefter) (?:kalla|benämn)",
    re.MULTILINE,
)
# 'Arrendator: Alvesta Bågskytteklubb', also with the name on the line below.
_IN_A_ROLE = re.compile(
    r"^(?:Säljare|Köpare|Jordägare|Markägare|Arrendator|Hyresvärd|Hyresgäst|Upplåtare"
    r"|Nyttjanderättshavare|Exploatör|Beställare|Utförare|Leverantör|Uppdragsgivare|Uppdragstagare"
    rf"|Part \d)(?: ?: ?|\n){_WORDS}(?=,|\n| \()",
    re.MULTILINE,
)
# A block of its own: the name, its unit and address, and the number last.
_BLOCK = re.compile(
    rf"^(?!Parter|Mellan){_WORDS}\n(?:[^\n]{{2,60}}\n){{1,3}}{_NUMBER}", re.MULTILINE
)
# A letterhead's columns: the number stands on the first line, the name below it.
_BELOW = re.compile(rf"{_NUMBER}\s*\n{_WORDS} (?:Tfn|Tel(?:efon)?)\b")
# 'mellan (1) A, org.nr …, och (2) B genom sin driftenhet': numbers before the sides.
_NUMBERED = re.compile(r"\bmellan\s*[:;,]?\s*(?=\(1\)\s)")
_NUMBERED_SIDE = re.compile(
    r"\((?P<number>\d{1,2})\)\s+(?P<name>[A-ZÅÄÖ][^,;:()\n]{2,70}?)"
    r"(?=[,;:\n]| \(| genom | och (?:dess|\()|\Z)"
)
# 'PARTER Ön A, Stiftelsen B och C:s hem har kommit överens': names that nothing else tells of.
_UNDER_LABEL = re.compile(
    r"(?<![\w-])(?:PARTER|Parter|Avtalsparter):?\s+"
    r"(?P<names>[A-ZÅÄÖ][^.:\n]{10,400}?)(?= har | benämns| kallas|, nedan)"
)
_APART = re.compile(r",[\s,]*(?:och |samt )?| ?(?<!-) (?:och|samt) ")
_LIST_SIGN = re.compile(r"[·•|/]")
_A_NAME = re.compile(r"[A-ZÅÄÖ][^\d|]{3,70}")
_SIGNED = re.compile(rf"(?:^|(?<=[\w._…]) )För {_WORDS}(?=$| För )", re.MULTILINE)
_NO_NAME = re.compile(
    r"\b(?:[Pp]ostadress|[Oo]rg(?:anisationsn\w+)?|[Tt]fn|[Tt]el|[Ff]aktur\w+|[Aa]vtal\w*|kommuner)\b"
)
# Without a number a name may be somebody's own: only what is called a body is one.
_BODY = re.compile(
    r"\w*(?:förening|klubb|förbund|församling|stiftelse|universitet|högskola|sällskap|bolag"
    r"|nämnd|kommun|stad|region|landsting)(?:en|et|n|s)?\b|\b(?:AB|HB|KB|IF|IK|SK)\b",
    re.IGNORECASE,
)
_HEAD, _FOOT, _LISTED = 4000, 2500, 1500


def presented_sides(text: str) -> Iterator[Named]:
    """Yield the names that stand with an organisation number or a role on the first pages."""
    for pattern in (_BESIDE, _BELOW, _BLOCK, _IN_A_ROLE, _CALLED, _AT_ADDRESS):
        for found in pattern.finditer(text, 0, _HEAD):
            is_body = pattern is not _IN_A_ROLE or _BODY.search(found["name"])
            if is_body and not any(no.search(found["name"]) for no in (_NO_NAME, _LIST_SIGN)):
                yield found["name"].strip(), found.span("name")


def numbered_sides(text: str) -> Iterator[Named]:
    """Yield the names that a numbered list after 'mellan' gives, as long as its numbers follow."""
    if not (begins := _NUMBERED.search(text, 0, _HEAD)):
        return
    due = 1
    for found in _NUMBERED_SIDE.finditer(text, begins.end(), begins.end() + _LISTED):
        if int(found["number"]) != due:
            return
        due += 1
        yield found["name"].strip(), found.span("name")


def listed_sides(text: str) -> Iterator[Named]:
    """Yield the names, at least two, that stand in a sentence under 'Parter'."""
    if not (found := _UNDER_LABEL.search(text, 0, _HEAD)):
        return
    names = [name for name in _APART.split(found["names"]) if _A_NAME.fullmatch(name)]
    for name in names if len(names) > 1 else ():
        start = text.find(name, found.start("names"))
        yield name, (start, start + len(name))


def signing_sides(text: str) -> Iterator[Named]:
    """Yield the names that the last lines are signed for; 'för kommunen' names nobody."""
    for found in _SIGNED.finditer(text, max(0, len(text) - _FOOT)):
        name = found["name"].strip()
        if " " in name and _BODY.search(name) and not _NO_NAME.search(name):
            yield name, found.span("name")
