"""Which words two wordings differ in, so that a reader need not look for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# Longer texts than this are shown without marks: to find them would take too long.
MOST_WORDS = 3000
_WORDS = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: the same in both, taken out, put in, or (in one text alone) differing."""

    text: str
    kind: str = "same"


def changes(old: str, new: str) -> Iterator[Piece]:
    """Yield the new wording with what was taken out and put in where that was."""
    before, after = old.split(), new.split()
    for kind, i, j, k, m in _compared(before, after):
        if kind == "equal":
            yield Piece(" ".join(after[k:m]))
            continue
        if i < j:
            yield Piece(" ".join(before[i:j]), "out")
        if k < m:
            yield Piece(" ".join(after[k:m]), "in")


def marked(text: str, other: str) -> Iterator[Piece]:
    """Yield the text as it stands, line by line, with the words marked that the other has not."""
    words, others = _WORDS.findall(text), _WORDS.findall(other)
    for kind, i, j, _k, _m in _compared(words, others):
        if i < j:
            yield Piece("".join(words[i:j]), "same" if kind == "equal" else "own")


def _compared(one: list[str], other: list[str]) -> list[tuple[str, int, int, int, int]]:
    if len(one) + len(other) > MOST_WORDS:
        return [("equal", 0, len(one), 0, len(other))]
    return list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
