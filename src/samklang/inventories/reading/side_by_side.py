"""Sides that are named side by side in a text that tells of what they do together.

News and papers say it in more ways than any list of verbs has: 'kansliet som A, B och C delar'.
What they have in common is that the sides stand in one row, in a sentence about something shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.authorities import (
    Found,
    authorities,
    bare_regions,
    in_a_row,
    is_national,
)
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.sides import heads_one
from samklang.inventories.reading.vocabulary import Vocabulary

# What stands between two sides of a row.
_JOINT = re.compile(
    r"(?: kommuner)?(?: \([^()\n]{1,30}\))?(?:[,;:]|,? (?:och|samt|med|tillsammans med|liksom|&))"
    r" ?(?:med|även|dess|de|övriga|samtliga|(?:de )?(?:\w+ )?kommunerna[;:]?)? ?"
)
_SHARED = (
    r"(?:överens|avtal|avsiktsförklaring|gemensam|samarbet|samverka|tillsammans|\bdela[rst]"
    r"|\bihop\b|\bsamman\b|nämnd|förbund)"
)
# 'Kansliet som delas av' the row, 'samarbetet mellan' it.
_LEADS_TO = re.compile(
    _SHARED + r"[^.\n]{0,60}?\b(?:mellan|av|för|med|avseende)\s(?:kommunerna |både |alla |de )?\Z",
    re.IGNORECASE,
)
# 'Medlemmar är' the row, 'i nämnden ingår' it, 'överenskommelsen är beslutad i' it, 'ett avtal om
# hur' it is to work.
_MEMBERS_ARE = re.compile(
    r"(?:\bmedlem(?:mar|skommun)|\bförbundsmedlem|\bägarkommun)\w*[^.\n]{0,60}\Z"
    r"|(?:nämnd|förbund|bolag|avtal|överenskommelse|samarbete)\w*\b[^.\n]{0,80}"
    r" (?:ingår|deltar|består av)\s(?:kommunerna )?\Z"
    r"|(?:överenskommelse|avtal)\w*\b[^.\n]{0,30} (?:beslut|anta|teckn|underteckn|godkän)\w+"
    r" (?:i|av|hos)\s(?:kommunerna )?\Z"
    r"|(?:överenskommelse|avtal)\w*\b[^.\n]{0,80} hur\s\Z"
    r"|\b(?:samverkar|samarbetar)\s(?:kommunerna )?\Z"
    r"|\bkommuner(?:na)? som [^.\n]{0,40}(?:ingår|deltar|samverkar|samarbetar)[^.\n]{0,40}"
    r" är:?\s\Z",
    re.IGNORECASE,
)
# The row is whom the sentence is about: not 'erfarenheter från' it.
_BEGINS = re.compile(
    r"(?![^.\n]*\b(?:från|bland|till|hos|på|i)\s(?:kommunerna )?\Z)[^.,\n]{0,40}\Z"
)
_GOES_ON = re.compile(r"[^.\n]{0,120}?" + _SHARED, re.IGNORECASE)
# The text tells of an agreement, or of a body that cannot be without one.
_TELLS_OF_ONE = re.compile(
    r"överenskommelse|\bavtal(?:et|en)?\b|\w{4}avtal|avsiktsförklaring"
    r"|\bgemensam(?:t|ma)? (?:\w+ )?\w*(?:nämnd|kansli|organisation|förvaltning|jour|kontor"
    r"|enhet|förbund|bolag)|(?:kommunal|samordnings)förbund",
    re.IGNORECASE,
)
_NAMED_BY_PLACES = re.compile(r"Samordningsförbundet |Kommun(?:al)?förbundet ", re.IGNORECASE)
_EXTRACT = re.compile(r"utdrag ur protokoll|protokollsutdrag", re.IGNORECASE)
_AN_AGREEMENT = re.compile(r"överenskommelse|avtal(?:et)?\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"^§ ?\d{1,3}\b", re.MULTILINE)
_AUTHORITIES = frozenset({"region", "municipality", "collective"})
_SIDES = _AUTHORITIES | {"federation", "other"}
_THE_MUNICIPALITY = re.compile(r"\b[Kk]ommunen(?= och (?:Region|Landstinget) [A-ZÅÄÖ])")
# Minutes say first who met, where and when.
_TWO, _LETTERHEAD, _TOP = 2, 12, 400


def is_on_one_agreement(document: Document, kind: str) -> bool:
    """Tell whether minutes are an extract on one matter, and that matter an agreement."""
    if kind != "minutes" or not (heads_one(document, _LETTERHEAD) or _is_extract(document)):
        return False
    return len({found.group() for found in _PARAGRAPH.finditer(document.text)}) < _TWO


def _is_extract(document: Document) -> bool:
    """Tell whether an extract from minutes is headed by an agreement's name."""
    head = document.paragraphs[0][1] if document.paragraphs else ""
    is_one = _EXTRACT.search(document.text, 0, _TOP)
    return bool(is_one and _AN_AGREEMENT.search(head))


def side_by_side(document: Document, vocabulary: Vocabulary, stop: int) -> list[Found]:
    """Return the sides of the first row; of region and municipalities, every row's."""
    if not _TELLS_OF_ONE.search(document.text, 0, stop):
        return []
    rows = [row for row in _rows(document, vocabulary, stop) if _is_shared(document, row)]
    if not rows:
        return []
    first = next((row for row in rows if not _is_with_federation(row)), rows[0])
    alike = [row for row in rows if row is not first and _is_of_county(row)]
    alike = alike if _is_of_county(first) else []
    return [one for row in (first, *alike) for one in row]


def _rows(document: Document, vocabulary: Vocabulary, stop: int) -> Iterator[list[Found]]:
    """Yield each row of two sides or more, with nothing between them but what joins them."""
    row: list[Found] = []
    for one in _named(document, vocabulary, stop):
        gap = document.text[row[-1].span[1] : one.span[0]] if row else ""
        if row and not _JOINT.fullmatch(gap):
            yield from [row] if _are_sides(row) else []
            row = []
        row.append(one)
    yield from [row] if _are_sides(row) else []


def _named(document: Document, vocabulary: Vocabulary, stop: int) -> Iterator[Found]:
    """Yield everybody who is named, in order, each once."""
    text, zone = document.text, (0, min(stop, len(document.text)))
    found = [*authorities(text, vocabulary, zone), *bare_regions(text, zone)]
    found += [*in_a_row(text, vocabulary, zone), *_the_municipality(text, vocabulary, zone)]
    starts = {one.span[0] for one in found if one.role == "municipality"}
    # 'kommunerna A, B och C', 'de tre kommunerna: A …': those that are named, and nobody more.
    found = [
        one
        for one in found
        if one.role != "collective" or starts.isdisjoint((one.span[1] + 1, one.span[1] + 2))
    ]
    end = 0
    for one in sorted(found, key=_place_in_text):
        if one.span[0] >= end and one.role in _SIDES and not is_national(one.name):
            end = one.span[1]
            yield one


def _the_municipality(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[Found]:
    """Find 'kommunen' beside a region in a text that names one municipality, which writes it."""
    named = {one["name"] for one in vocabulary.municipality_pattern.finditer(text, *zone)}
    for found in _THE_MUNICIPALITY.finditer(text, *zone) if len(named) == 1 else ():
        yield Found("municipality", 1, vocabulary.authority(min(named)), found.span())


def _place_in_text(one: Found) -> tuple[int, bool, int]:
    """Order by where it stands; 'A, B och Örebro kommuner' names a town and no county."""
    return one.span[0], one.role != "municipality", -one.span[1]


def _are_sides(row: list[Found]) -> bool:
    """Tell whether a row has two sides, and an authority that is somewhere, by its name."""
    if len({one.name for one in row}) < _TWO:
        return False
    if _NAMED_BY_PLACES.match(row[0].name) and row[1].role == "municipality":
        return False  # 'Samordningsförbundet A, B och C' is one body
    return any(one.rank and one.role in _AUTHORITIES for one in row)


def _is_of_county(row: list[Found]) -> bool:
    return {one.role for one in row} == {"region", "collective"}


def _is_with_federation(row: list[Found]) -> bool:
    """Tell what a federation and one municipality share: the text may be of a greater matter."""
    return {one.role for one in row} == {"federation", "municipality"} and len(row) == _TWO


def _is_shared(document: Document, row: list[Found]) -> bool:
    """Tell whether the sentence says that the row shares something, or what it shares."""
    first, last = row[0].span[0], row[-1].span[1]
    start, end = document.sentence(first, last)
    before = document.text[start:first]
    if _LEADS_TO.search(before) or _MEMBERS_ARE.search(before):
        return True
    return bool(_BEGINS.match(before) and _GOES_ON.match(document.text, last, end))
