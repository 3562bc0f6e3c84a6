"""Who was at a meeting: names before the place that they come from, in columns or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from samklang.inventories.reading.facts import Attendee, Certainty, Fact, MinutesItem
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_WORD = r"[A-ZÅÄÖ][a-zåäöéèüï]+(?:-[A-ZÅÄÖ][a-zåäöéèüï]+)?"
_NAME = rf"{_WORD}(?: {_WORD}){{1,2}}"
# 'Anna Ek, Bo Al Lund': the names that stand just before a place, after whatever else does.
_BEFORE = re.compile(rf"(?<!\w)(?P<names>{_NAME}(?:, {_NAME}){{0,9}}),? ?\Z")
_LABEL = re.compile(
    r"(?:Närvarande|Deltagare|Deltog|Ledamöter|Beslutande|Övriga)(?: [a-zåäö]+)?:? "
)
_ONE = re.compile(_NAME)
# After the place a second column may begin: a name, and what they are.
_AFTER = re.compile(rf" ?(?P<name>{_WORD} {_WORD}(?=\Z| ))(?: (?P<what>\S.*))?\Z")
_UNFINISHED = re.compile(rf"(?:{_WORD}(?:, | |\Z)?){{1,6}}")
_HEAD, _ROW, _REACH, _FEWEST = 2500, 120, 300, 3


def find_present(
    document: Document, vocabulary: Vocabulary, items: tuple[MinutesItem, ...]
) -> tuple[Fact[Attendee], ...]:
    """Return those named in the head; nothing unless several stand with a municipality."""
    found = tuple(_Reader(document, vocabulary).people(_stop(document, items)))
    placed = {one.value.organization for one in found if one.certainty is not Certainty.GUESSED}
    return found if len(placed) >= _FEWEST else ()


def _stop(document: Document, items: tuple[MinutesItem, ...]) -> int:
    titled = next((one.title for one in items if one.title), None)
    return document.position(titled.place.start) if titled else _HEAD


def _but_surnames(row: str, places: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out a place that another follows at once: 'Sten Berg, Lund' comes from Lund."""
    followed = {
        one.start()
        for one, after in pairwise(places)
        if not row[one.end() : after.start()].strip(" ,")
    }
    return [one for one in places if one.start() not in followed]


class _Reader:
    """Reads the head row by row; a name that a row was too narrow for waits for the next."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document, self.places = document, vocabulary.place_pattern
        self.waiting: list[tuple[int, str]] = []
        self.begun = False

    def people(self, stop: int) -> Iterator[Fact[Attendee]]:
        for start, row in self.document.paragraphs:
            if start >= min(stop, _HEAD):
                return
            yield from self._row(start, row)

    def _row(self, start: int, row: str) -> Iterator[Fact[Attendee]]:
        done = -1
        for place in _but_surnames(row, list(self.places.finditer(row))):
            low = max(done, 0)
            if found := list(self._placed(start + low, row[low : place.start()], place["name"])):
                yield from found
                done = place.end()
        if done < 0:
            yield from self._without_place(start, row)
            return
        if len(row) <= _ROW and (after := _AFTER.match(row, done)):
            who = Attendee(after["name"], (after["what"] or "").strip())
            yield self._fact(who, start, after.span(), Certainty.GUESSED)
        self.waiting = []

    def _without_place(self, start: int, row: str) -> Iterator[Fact[Attendee]]:
        """A whole name stands for itself; names that end unfinished wait for their place."""
        if self.begun and not self.waiting and _ONE.fullmatch(row.strip()):
            yield self._fact(Attendee(row.strip(), ""), start, (0, len(row)), Certainty.GUESSED)
        elif _UNFINISHED.fullmatch(row.strip()):
            self.waiting.append((start, row.strip()))
        else:
            self.waiting = []

    def _placed(self, start: int, before: str, place: str) -> Iterator[Fact[Attendee]]:
        """Yield those whose names stand just before the place; none before what is a surname."""
        if not before.strip() and self.waiting:
            yield from self._waited(place)
            return
        low = max(0, len(before) - _REACH)
        label = _LABEL.search(before, low)
        if named := _BEFORE.search(before, label.end() if label else low):
            for found in _ONE.finditer(before, named.start("names")):
                if self.places.match(found.group()):
                    continue  # a row of places, as on a letterhead
                who = Attendee(found.group(), place)
                yield self._fact(who, start, found.span(), Certainty.DERIVED)

    def _waited(self, place: str) -> Iterator[Fact[Attendee]]:
        """Yield those whose names stood on rows of their own before the place."""
        start, (last, ending) = self.waiting[0][0], self.waiting[-1]
        span = 0, last + len(ending) - start
        for found in _ONE.finditer(" ".join(words for _, words in self.waiting)):
            yield self._fact(Attendee(found.group(), place), start, span, Certainty.DERIVED)

    def _fact(
        self, who: Attendee, start: int, span: tuple[int, int], certainty: Certainty
    ) -> Fact[Attendee]:
        self.begun = True
        return self.document.fact(who, (start + span[0], start + span[1]), certainty, "row")
