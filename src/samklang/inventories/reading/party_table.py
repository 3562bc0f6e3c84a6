"""A table of the sides with a diary number for each: 'Part  Företräds av  Ärendenummer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from samklang.inventories.reading.running_text import Document

Span = tuple[int, int]

_CELL = re.compile(r"[^\s|]+(?:[ \u00a0][^\s|]+)*")
_SIDES = re.compile(r"Part(?:er)?|Huvudman|Huvudmän|Organisation|Myndighet", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:Ärende|Diarie)(?:nummer|nr)\.?|Dnr\.?|Diariebeteckning", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /-]?)?\d{2,4}[/:.-]\d{1,6}(?:-\d{1,4})?")
_ROWS, _TOP = 60, 4000


def party_rows(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield where each side and its number stand, in the running text."""
    for i, line in enumerate(document.lines):
        if line.start > _TOP:
            return
        heads = [name for name, _ in _cells(document, line.start, line.end)]
        if len(heads) > 1 and _SIDES.fullmatch(heads[0]) and _NUMBERS.fullmatch(heads[-1]):
            yield from _rows(document, i + 1)
            return


def _rows(document: Document, first: int) -> Iterator[tuple[Span, Span]]:
    for line in islice(document.lines, first, first + _ROWS):
        cells = _cells(document, line.start, line.end)
        if len(cells) > 1 and _NUMBER.fullmatch(cells[-1][0]):
            yield cells[0][1], cells[-1][1]


def _cells(document: Document, start: int, end: int) -> list[tuple[str, Span]]:
    """Cut a line where it has wide gaps."""
    return [
        (found.group(), (document.position(found.start()), document.position(found.end() - 1) + 1))
        for found in _CELL.finditer(document.original, start, end)
    ]
