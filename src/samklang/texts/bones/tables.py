"""Tables that share out the work: a column for each side, or a row that begins with its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samklang.documents.extraction.text import BlockKind
from samklang.texts.bones.actors import Actor
from samklang.texts.bones.duties import DutyFinder
from samklang.texts.bones.parts import Part

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says what somebody shall do."""

    part: Part
    begin: int
    end: int
    actor: Actor


def cells_of(parts: Sequence[Part], duties: DutyFinder) -> Iterator[Cell]:
    """Yield the cells in a section's tables that stand under or beside somebody's name."""
    heads: dict[int, Actor] = {}
    for part in parts:
        if part.kind is not BlockKind.TABLE_ROW:
            heads = {}
            continue
        named = _named(part, duties)
        if len(named) > 1 or (named and 0 not in named and not heads):
            heads = named
            continue
        first = named.get(0)
        yield from _cells(part, {} if first else heads, first)


def _named(part: Part, duties: DutyFinder) -> dict[int, Actor]:
    found = {i: duties.in_lead_line(cell) for i, cell in enumerate(part.cells) if cell}
    return {i: actor for i, actor in found.items() if actor is not None}


def _cells(part: Part, heads: dict[int, Actor], first: Actor | None) -> Iterator[Cell]:
    begin = 0
    for i, cell in enumerate(part.cells):
        text = " ".join(cell.split())
        begin = max(part.text.find(text, begin), begin)
        actor = heads.get(i) or (first if i else None)
        if actor and len(text.split()) >= _FEWEST_WORDS:
            yield Cell(part, begin, begin + len(text), actor)
