"""Who is spoken of: the names of the sides, and of this document's own parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samklang.texts.bones.rules import OUTSIDE, PERSON, UNSAID, NameRule, Rules, one_of

# A party that the document itself names, and that is neither a region nor a municipality.
_NAMED = "named"
_PROPER = re.compile(r"[^\W\d_][\w-]{2,}")
_NO_SIDE = frozenset({OUTSIDE, PERSON, UNSAID})


class Side(StrEnum):
    """Whose a commitment is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    BOTH = "both"
    PROVIDER = "provider"
    OTHER = "other"


_NEAREST = (Side.REGION, Side.MUNICIPALITY, Side.PROVIDER)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who shall do it, in the words of the text; empty words when nobody is named."""

    side: Side
    words: str = ""
    is_staff: bool = False


NOBODY = Actor(Side.BOTH)


@dataclass(frozen=True, slots=True)
class Run:
    """Names that together are one subject: 'regionen och kommunerna'."""

    words: str
    begin: int
    end: int
    sides: frozenset[str]
    is_staff: bool

    @property
    def is_party(self) -> bool:
        return bool(self.sides - _NO_SIDE)

    @property
    def is_person(self) -> bool:
        return bool(self.sides & {PERSON, OUTSIDE}) and not self.is_party


class Names:
    """Finds names in the sentences of one document."""

    def __init__(self, rules: Rules, own: Iterable[str] = ()) -> None:
        self._choice = rules.choice
        own_names = NameRule(_NAMED, one_of(map(re.escape, own)))
        self._rules = (own_names, *rules.names)
        self._one = [
            (rule, re.compile(rf"(?<![\w-]){rule.form}(?![\w-])", re.IGNORECASE))
            for rule in self._rules
        ]
        name = rf"(?<![\w-]){one_of(rule.form for rule in self._rules)}(?![\w-])"
        single = rf"(?:{rules.before_subject}\s+){{0,4}}{name}"
        self.form = rf"{single}(?:\s*{rules.join}\s*{single}|\s+{name}){{0,6}}"
        self._run = re.compile(self.form, re.IGNORECASE)

    def at(self, text: str, begin: int) -> Run | None:
        """Return the names that begin right here."""
        while begin < len(text) and text[begin] in ' \t,(”"':
            begin += 1
        found = self._run.match(text, begin)
        return self._run_of(found) if found else None

    def whole(self, text: str) -> Run | None:
        found = self._run.fullmatch(text)
        return self._run_of(found) if found else None

    def sides_in(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the side of each name, the first that fits each place."""
        taken: list[tuple[int, int]] = []
        for rule, pattern in self._one:
            for found in pattern.finditer(text):
                if all(found.end() <= begin or found.start() >= end for begin, end in taken):
                    taken.append(found.span())
                    yield rule.side, rule.staff

    def _run_of(self, found: re.Match[str]) -> Run:
        named = list(self.sides_in(found.group()))
        sides = frozenset(side for side, _ in named)
        if self._choice.search(found.group()) and sides & {Side.REGION, Side.MUNICIPALITY}:
            sides -= {Side.PROVIDER}  # 'kommunen eller annan vårdgivare' acts for the municipality
        is_staff = all(staff or side in _NO_SIDE for side, staff in named)
        return Run(found.group(), found.start(), found.end(), sides, is_staff)


def side_of(sides: Iterable[str]) -> Side | None:
    """Return the side that several names together stand for, or None when none says it."""
    found = set(sides)
    parties = found & {Side.REGION, Side.MUNICIPALITY, Side.PROVIDER, _NAMED}
    if Side.BOTH in found or (Side.MUNICIPALITY in parties and len(parties) > 1):
        return Side.BOTH
    if not parties:
        return None
    return Side.PROVIDER if _NAMED in parties else Side(min(parties, key=_NEAREST.index))


def own_parties(opening: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Return the first words of the parties in the opening that are no authority: 'Almvården'."""
    ordinary = Names(rules)
    for said in opening:
        if found := rules.parties_between.search(said):
            end = rules.party_end.search(found["parties"])
            named = found["parties"][: end.start()] if end else found["parties"]
            parts = re.split(rf"\s+{rules.join}\s+|\s*[,/]\s*|_{{3,}}", named)
            return tuple(dict.fromkeys(_own_names(parts, ordinary)))
    return ()


def _own_names(pieces: Sequence[str], ordinary: Names) -> Iterator[str]:
    for piece in pieces:
        proper = _PROPER.match(piece.strip())
        said = [side for side, is_staff in ordinary.sides_in(piece) if not is_staff]
        if proper and proper.group()[0].isupper() and not set(said) - _NO_SIDE:
            yield proper.group()
