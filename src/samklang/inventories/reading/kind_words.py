"""What kind a document's words make likely, by a table learned from labelled documents.

The signals of a pack are written by hand: each hears one phrase. The table hears every word of the
first page a little. A document that nobody has seen seldom has the phrases, but has the words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samklang.inventories.reading.running_text import Document

_WORD = re.compile(r"[^\W\d_]{3,}|§")
_STEM, _READ, _NAME_LENGTH = 9, 2200, 200
_FLATTENED, _SHORT, _MOSTLY = 700, 60, 0.5
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class KindWords:
    """For each kind where it starts from, and what each mark adds to it."""

    start: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[str, float], ...]]


def load_kind_words(table: Mapping[str, Any]) -> KindWords:
    """Read a pack's table: for each kind a start and its marks, each with its hundredths."""
    weights: dict[str, list[tuple[str, float]]] = {}
    for kind, row in table.items():
        for entry in row["marks"].split():
            mark, _, hundredths = entry.partition("=")
            weights.setdefault(mark, []).append((kind, int(hundredths) / _HUNDREDTHS))
    start = {kind: row["start"] / _HUNDREDTHS for kind, row in table.items()}
    return KindWords(start, {mark: tuple(added) for mark, added in weights.items()})


def marks_of(document: Document, name: str, *, is_page: bool) -> frozenset[str]:
    """Name what a document shows: the words of its first page and of its name, and its shape."""
    text = document.text[:_READ]
    marks = set(_stems(text))
    marks.update(f"name:{stem}" for stem in _stems(name[:_NAME_LENGTH]))
    if first := next(_stems(name[:_NAME_LENGTH]), ""):
        marks.add(f"first:{first}")
    return frozenset(marks | set(_shape(text, document.address, is_page=is_page)))


def _stems(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text.casefold()):
        yield found.group()[:_STEM]


def _shape(text: str, address: str, *, is_page: bool) -> Iterator[str]:
    lines = text.split("\n")
    shapes = {
        "shape:page": is_page,
        "shape:kept": bool(address) and not is_page,
        "shape:flat": max(map(len, lines)) > _FLATTENED,
        "shape:short": sum(len(line) < _SHORT for line in lines) > _MOSTLY * len(lines),
    }
    return (shape for shape, shown in shapes.items() if shown)


def likelihoods(marks: Iterable[str], table: KindWords) -> dict[str, float]:
    """Return how likely each kind is; nothing where there is no table."""
    sums = dict(table.start)
    for mark in marks:
        for kind, added in table.weights.get(mark, ()):
            sums[kind] += added
    top = max(sums.values(), default=0.0)
    powers = {kind: math.exp(value - top) for kind, value in sums.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}
