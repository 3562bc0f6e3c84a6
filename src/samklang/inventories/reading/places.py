"""Which county and municipality a document is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.kinds import AGREEMENTS, RULES
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

# What may hold for the whole country.
NATIONAL_TOO = frozenset(
    {"report", "other_document", RULES, "consultation_response", "policy", "web_page"}
)
# The county administrative board is the state's, wherever it sits.
_OF_STATE = re.compile(r"[Ll]änsstyrelse(?:n|rna)?(?: i)?\s\Z")
_STATE_REACH = 18
# '(a county's) forskningsråd' is a name, wherever it works.
_OF_NAME = re.compile(r"s? (?:forsknings|universitet|högskol|folkhögskol|muse|tidning)\w+")
_HOUSES = ("Hotell ", "Hotel ", "Hotellet ", "Scandic ", "Elite ")
_THE_COUNTY = re.compile(r"\b(?:länets|i länet)\b")
# A page that is a chapter of an agreement names its county in no example.
_ITSELF = re.compile(r"\b(?:Denna \w*överenskommelse|Detta \w*avtal)\b")
_HEAD_WEIGHT, _TOP = 3, 600
_SEVERAL = 2


def find_county(
    document: Document,
    vocabulary: Vocabulary,
    kind: str,
    parties: tuple[Fact[Party], ...] = (),
) -> Fact[str] | None:
    """Return the county the text names most, with names on the first page counting more.

    Where its region is a side it is no example in passing.
    """
    if kind in {"not_a_document", "law_text"}:
        return None
    votes, first = _named(document, vocabulary)
    if not votes:
        by_edges = _county_on_page_edges(document, vocabulary)
        return by_edges or _county_of_sides(vocabulary, kind, parties)
    sides = {one.value.name for one in parties} & vocabulary.county_words.keys()
    is_here = bool(sides) or _is_county(document) or bool(_ITSELF.search(document.head))
    if kind in NATIONAL_TOO and not is_here and _is_passing(votes, first):
        return None
    name = max(votes, key=lambda name: (votes[name], -first[name][0]))
    others = votes.total() - votes[name]
    if others >= votes[name] or _is_of_two(kind, votes[name], others):  # none stands out
        return _county_of_sides(vocabulary, kind, parties)
    stated = document.text[slice(*first[name])] == name
    certainty = Certainty.STATED if stated else Certainty.DERIVED
    return document.fact(name, document.sentence(*first[name], reach=60), certainty, "named")


def _county_of_sides(
    vocabulary: Vocabulary, kind: str, parties: tuple[Fact[Party], ...]
) -> Fact[str] | None:
    """Return the county of the municipalities that are an agreement's sides, where it is one."""
    if kind not in AGREEMENTS:
        return None
    of = {one: vocabulary.municipality_pattern.fullmatch(one.value.name) for one in parties}
    counties = {
        vocabulary.municipalities[vocabulary.stems[found["name"]]].name: one
        for one, found in of.items()
        if found
    }
    if len(counties) != 1:
        return None
    (name, side), *_ = counties.items()
    return Fact(name, side.quote, side.place, Certainty.DERIVED, "parties")


def _named(
    document: Document, vocabulary: Vocabulary
) -> tuple[Counter[str], dict[str, tuple[int, int]]]:
    """Return how heavily each county is named, and where it is named first."""
    votes: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for found in counties_in(document.text, vocabulary):
        county = vocabulary.county_words[found.group()]
        votes[county.name] += _HEAD_WEIGHT if found.start() < len(document.head) else 1
        first.setdefault(county.name, found.span())
    return votes, first


def _is_of_two(kind: str, most: int, others: int) -> bool:
    """Tell whether a page speaks of another county more than half as often."""
    return kind == "web_page" and _SEVERAL * others > most


def _is_passing(votes: Counter[str], first: dict[str, tuple[int, int]]) -> bool:
    """Tell whether one county is named once, below the opening: an example, not the place."""
    return votes.total() <= _HEAD_WEIGHT and all(span[0] > _TOP for span in first.values())


def _is_county(document: Document) -> bool:
    """Tell whether a text speaks of its county without saying which: 'länets kommuner'."""
    return len(_THE_COUNTY.findall(document.text)) >= _SEVERAL


def counties_in(text: str, vocabulary: Vocabulary, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield where counties are named as such, not as the place of a state authority."""
    for found in vocabulary.county_pattern.finditer(text, start):
        before = text[max(0, found.start() - _STATE_REACH) : found.start()]
        if _OF_NAME.match(text, found.end()) or before.endswith(_HOUSES):
            continue
        if not _OF_STATE.search(text, max(0, found.start() - _STATE_REACH), found.start()):
            yield found


def _county_on_page_edges(document: Document, vocabulary: Vocabulary) -> Fact[str] | None:
    """Return the one county that only page heads or the table of contents name."""
    start = document.lines[0].start if document.lines else 0
    found = list(counties_in(document.original, vocabulary, start))
    if len({vocabulary.county_words[one.group()].name for one in found}) != 1:
        return None
    name = vocabulary.county_words[found[0].group()].name
    return document.original_fact(name, found[0].span(), Certainty.DERIVED, "page_edges")


def find_municipality(
    document: Document, vocabulary: Vocabulary, level: Fact[str] | None
) -> Fact[str] | None:
    """Return the one municipality that a local document names most."""
    if level is None or level.value != "local":
        return None
    votes: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for found in vocabulary.municipality_pattern.finditer(document.text):
        votes[vocabulary.stems[found["name"]]] += 1
        first.setdefault(vocabulary.stems[found["name"]], found.span())
    if not votes:
        return None
    name = max(votes, key=lambda name: (votes[name], -first[name][0]))
    return document.fact(name, first[name], Certainty.DERIVED, "most_named")
