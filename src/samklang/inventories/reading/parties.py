"""The parties of an agreement: from the list of parties, the title or 'mellan … och …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_READ = AGREEMENTS | {
    "board_memo",
    "web_page",
    "agreement_with_individual",
    "agreement_with_provider",
}
_NUMBER_WORD = r"(?:\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton)"
_COLLECTIVE = re.compile(
    rf"\b(?:undertecknande kommun(?:er)?|länets (?:{_NUMBER_WORD} )?kommuner"
    rf"|(?:samtliga )?(?:{_NUMBER_WORD} )?kommuner(?:na)?(?: i (?P<where>länet|(?:(?:nord|syd)?(?:västra|östra)|norra|södra|mellersta) [A-ZÅÄÖ]\w+(?: län)?|[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ]\w+)?(?: län)?))?"
    rf"|[A-ZÅÄÖ]\w+s {_NUMBER_WORD} kommuner)\b"
)
_BARE_REGION = re.compile(r"\b(?:[Ll]andstinget|[Rr]egionen)\b(?! [A-ZÅÄÖ])")
_COMPANY = re.compile(
    r"\b[A-ZÅÄÖ][\wåäö&'-]*(?: (?:i|och|&|[A-ZÅÄÖ][\wåäö&'-]*)){0,5} (?:AB|Aktiebolag|HB|KB)\b"
)
_OTHER = re.compile(
    r"\b(?:Försäkringskassan|Arbetsförmedlingen|Polismyndigheten|Polisen|Kriminalvården|Migrationsverket"
    r"|Kommun(?:al)?förbundet [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+| län| i [A-ZÅÄÖ]\w+| och \w+){0,5}"
    r"|Samordningsförbundet [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+){0,2}|Sveriges Kommuner och (?:Regioner|Landsting))\b"
)
_BOARD = re.compile(
    r"\b(?:Direktionen för [^\n]{5,80}|[A-ZÅÄÖ][a-zåäö]+-?(?: (?:och|samt) [a-zåäö-]+){0,2}(?:nämnden|styrelsen))(?=[ ,\n.)]|\Z)"
)
_BETWEEN = re.compile(r"\b[Mm]ellan\s")
_BETWEEN_STOPS = re.compile(
    r"\s(?:om|avseende|gällande|rörande|angående|kring|har|för personer|för barn|vad gäller|i fråga)\s"
    r"|[.;:](?:\s|\Z)|\n\n"
)
_ENDS_LIST = re.compile(
    r"\n(?:\d{1,2}(?:\.\d{1,2})*\.? )?(?:Bakgrund|Inledning|Syfte|Giltig|Målgrupp|Definition|Innehåll|Mål\b|Omfattning|Kommunerna benämns|Avtalets|Överenskommelsens|Förutsättningar|Lagstiftning)"
    r"|\n\d{1,2}(?:\.\d{1,2})*\.? [A-ZÅÄÖ]|benämns"
)
_LIST_REACH, _BETWEEN_REACH, _HEAD = 900, 260, 4000
_NAMED_LIST = 3


@dataclass(frozen=True, slots=True)
class _Found:
    role: str  # region, municipality, collective, company, other, board
    rank: int  # how exactly it is named
    name: str
    span: tuple[int, int]


def find_parties(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> tuple[Fact[Party], ...]:
    """Return the parties, each named as exactly as the document names it anywhere."""
    if kind not in _READ:
        return ()
    listed = _in_list(document, vocabulary, labels)
    if sum(found.role == "municipality" for found in listed) >= _NAMED_LIST:
        chosen = _unique(listed)
    else:
        between = list(_between(document, vocabulary, kind))
        chosen = _unique([*_best_of_roles([*listed, *between])])
    if not chosen and kind in AGREEMENTS:
        chosen = _unique(_best_of_roles(list(_authorities(document.text, vocabulary, (0, _HEAD)))))
    return tuple(_fact(document, found) for found in chosen)


def _fact(document: Document, found: _Found) -> Fact[Party]:
    party = Party(found.name, found.role == "collective")
    return document.fact(party, found.span, Certainty.STATED, found.role)


def _in_list(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...]
) -> list[_Found]:
    for entry in labels:
        if entry.kind != "parties" or not entry.value:
            continue
        stop = entry.value_start + len(entry.value)
        if ends := _ENDS_LIST.search(document.text, entry.value_start, stop):
            stop = ends.start()
        zone = (entry.value_start, stop)
        found = [*_authorities(document.text, vocabulary, zone), *_bare(document.text, zone)]
        if not any(one.role in {"region", "municipality", "collective"} for one in found):
            found = [
                *_boards(document.text, zone),
                *(one for one in found if one.role == "company"),
            ]
        if found:
            return found
    return []


def _between(document: Document, vocabulary: Vocabulary, kind: str) -> Iterator[_Found]:
    """Read 'mellan X och Y' on the first pages where it speaks of an agreement."""
    text = document.text
    for found in _BETWEEN.finditer(text, 0, _HEAD):
        before = text[max(0, found.start() - 160) : found.start()].casefold()
        if not re.search(r"överenskommelse|avtal|\A\s*\Z|framtagen", before) and found.start() > 0:
            continue
        stop = min(len(text), found.end() + _BETWEEN_REACH)
        ends = _BETWEEN_STOPS.search(text, found.end(), stop)
        zone = (found.end(), ends.start() if ends else stop)
        yield from _authorities(text, vocabulary, zone)
        if kind in AGREEMENTS:
            yield from _bare(text, zone)


def _authorities(text: str, vocabulary: Vocabulary, zone: tuple[int, int]) -> Iterator[_Found]:
    """Find every authority and company that is named in a stretch of text."""
    for found in vocabulary.region_pattern.finditer(text, *zone):
        county = vocabulary.county_words[found.group()]
        yield _Found(
            "region", 2 if found.group() == county.region else 1, found.group(), found.span()
        )
    for found in vocabulary.municipality_pattern.finditer(text, *zone):
        yield _Found("municipality", 1, vocabulary.authority(found.group("name")), found.span())
    for found in _COLLECTIVE.finditer(text, *zone):
        yield _Found("collective", _rank(found), _collective_name(found), found.span())
    for found in _COMPANY.finditer(text, *zone):
        yield _Found("company", 1, found.group(), found.span())
    for found in _OTHER.finditer(text, *zone):
        yield _Found("other", 1, found.group(), found.span())


def _bare(text: str, zone: tuple[int, int]) -> Iterator[_Found]:
    for found in _BARE_REGION.finditer(text, *zone):
        yield _Found("region", 0, found.group(), found.span())


def _boards(text: str, zone: tuple[int, int]) -> Iterator[_Found]:
    for found in _BOARD.finditer(text, *zone):
        yield _Found("board", 1, found.group().strip(), found.span())


def _rank(found: re.Match[str]) -> int:
    words = found.group().casefold()
    if words.startswith("undertecknande"):
        return 4
    if found.group("where") and found.group("where") != "länet":
        return 3
    return 2 if "länet" in words else 1


def _collective_name(found: re.Match[str]) -> str:
    """Write 'kommuner i X län' as 'kommunerna i X län'; keep a number as it stands."""
    return re.sub(
        r"\A(?:samtliga )?kommuner(?=\s|\Z)", "kommunerna", " ".join(found.group().split())
    )


def _best_of_roles(found: list[_Found]) -> list[_Found]:
    """Keep one region and one collective, the most exactly named; every other named party stays."""
    chosen = []
    for role in ("region", "collective"):
        of_role = [one for one in found if one.role == role]
        if of_role:
            chosen.append(max(of_role, key=lambda one: one.rank))
    return [*chosen, *(one for one in found if one.role not in {"region", "collective"})]


def _unique(found: list[_Found]) -> list[_Found]:
    named: dict[str, _Found] = {}
    for one in found:
        named.setdefault(one.name.casefold(), one)
    return list(named.values())
