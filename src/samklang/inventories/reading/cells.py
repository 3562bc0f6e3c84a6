"""The pieces of a line that wide gaps or bars set apart, as in a table of a front page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samklang.documents.extraction.lines import Line
from samklang.inventories.reading.running_text import Document

_CELL = re.compile(r"[^\s|]+(?:[ \u00a0][^\s|]+)*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: how many signs from the line’s edge, and where in the running text."""

    text: str
    column: int
    span: tuple[int, int]


def cells(document: Document, line: Line) -> list[Cell]:
    edge = document.original.rfind("\n", 0, line.start) + 1
    return [
        Cell(
            found.group(),
            found.start() - edge,
            (document.position(found.start()), document.position(found.end() - 1) + 1),
        )
        for found in _CELL.finditer(document.original, line.start, line.end)
    ]
