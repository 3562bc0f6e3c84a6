"""What a suggestion changes in a section, word by word, for reading and for listening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from samklang.documents.api import passages

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
# Over this many words on either side whole passages are compared.
LONGEST = 4000


class Change(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are there in both, taken away or put in."""

    change: Change
    text: str


Line = tuple[Piece, ...]


def changes(before: str, after: str) -> tuple[Line, ...]:
    """Return the passages of both texts in order, each with what is changed in it."""
    one = [passage.text for passage in passages(before)]
    two = [passage.text for passage in passages(after)]
    lines: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [(Piece(Change.SAME, text),) for text in one[a:b]]
        else:
            lines += _replaced(one[a:b], two[c:d])
    return tuple(lines)


def heading_changes(before: str, after: str) -> Line:
    return tuple(_words(before, after))


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Set the passages beside each other in order; what is left over is taken away or put in."""
    together = min(len(before), len(after))
    for one, two in zip(before, after, strict=False):
        yield tuple(_words(one, two))
    for text in before[together:]:
        yield (Piece(Change.REMOVED, text),)
    for text in after[together:]:
        yield (Piece(Change.ADDED, text),)


def _words(before: str, after: str) -> Iterator[Piece]:
    one, two = _WORD.findall(before), _WORD.findall(after)
    if max(len(one), len(two)) > LONGEST:
        one, two = [before], [after]
    found = _pieces(one, two)
    for change, group in groupby(found, key=lambda piece: piece.change):
        yield Piece(change, "".join(piece.text for piece in group))


def _pieces(one: Sequence[str], two: Sequence[str]) -> Iterator[Piece]:
    for is_same, a, b, c, d in _stretches(one, two):
        if is_same:
            yield Piece(Change.SAME, "".join(one[a:b]))
            continue
        if b > a:
            yield Piece(Change.REMOVED, "".join(one[a:b]))
        if d > c:
            yield Piece(Change.ADDED, "".join(two[c:d]))


def _stretches(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield what is the same and what is not; a space between two changes is changed with them."""
    found = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    begun: tuple[int, int] | None = None
    for at, (tag, a, b, c, d) in enumerate(found):
        is_between = 0 < at < len(found) - 1
        is_same = tag == "equal" and not (is_between and "".join(one[a:b]).isspace())
        if not is_same:
            begun = begun or (a, c)
            continue
        if begun is not None:
            yield False, begun[0], a, begun[1], c
        begun = None
        yield True, a, b, c, d
    if begun is not None:
        yield False, begun[0], len(one), begun[1], len(two)
