"""Finds which section each passage of a document belongs to: by our marks, then by headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from samklang.documents.api import Kind, Passage
from samklang.texts.api import FRONT, Shown, plainly


@dataclass(frozen=True, slots=True)
class Part:
    """Passages beside each other that are of one section, or of none (""), from place `start`."""

    key: str
    start: int
    passages: tuple[Passage, ...]


def placed(text: Sequence[Passage], sections: Iterable[Shown]) -> tuple[Part, ...]:
    walk = _Walk.through(text, sections)
    found = [(walk.at(passage), place, passage) for place, passage in enumerate(text)]
    return tuple(_parts(found))


def _parts(found: Iterable[tuple[tuple[str, int], int, Passage]]) -> Iterator[Part]:
    for (key, _turn), group in groupby(found, key=lambda one: one[0]):
        held = list(group)
        yield Part(key, held[0][1], tuple(passage for _at, _place, passage in held))


def alike(text: str) -> str:
    """Return a heading as it is recognized: spaces and the size of letters apart."""
    return plainly(text).casefold()


@dataclass(slots=True)
class _Walk:
    """The walk through a document; what lacks a mark is known by its heading, once."""

    sections: dict[str, Shown]
    marked: frozenset[str]
    by_heading: dict[str, list[str]]
    key: str = ""
    mark: str = ""
    # Counts the headings of no section, so that each begins a part of its own.
    turn: int = 0
    taken: set[str] = field(default_factory=set)

    @classmethod
    def through(cls, text: Sequence[Passage], sections: Iterable[Shown]) -> _Walk:
        known = {one.section.key: one for one in sections}
        marked = frozenset(one.key for one in text) & known.keys()
        by_heading: dict[str, list[str]] = defaultdict(list)
        for key, one in known.items():
            if key not in marked:
                for name in dict.fromkeys((alike(one.title), alike(one.section.heading))):
                    by_heading[name].append(key)
        return cls(known, marked, by_heading)

    def at(self, passage: Passage) -> tuple[str, int]:
        begins = passage.key != self.mark
        self.mark = passage.key
        if passage.key == FRONT or (begins and passage.key in self.marked):
            self.key = passage.key
        elif passage.kind is Kind.HEADING:
            self._read(passage)
        elif begins:
            self.key = ""
        return self.key, self.turn

    def _read(self, heading: Passage) -> None:
        """A heading begins the section that it names; one that is deeper goes on with its own."""
        found = self.by_heading.get(alike(heading.text), [])
        key = next((one for one in found if one not in self.taken), "")
        if key:
            self.taken.add(key)
            self.key = key
        elif not self._is_within(heading):
            self.key = ""
            self.turn += 1

    def _is_within(self, heading: Passage) -> bool:
        here = self.sections.get(self.key)
        # Without a mark nothing tells a heading of the section from one that has been renamed.
        is_known = here is not None and (
            self.key in self.marked or alike(heading.text) in alike(here.section.body)
        )
        return is_known and here is not None and heading.level > here.section.level
