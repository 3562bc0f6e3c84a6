"""A table of the sides with a diary number for each: 'Part  Företräds av  Ärendenummer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from samklang.inventories.reading.cells import cells
from samklang.inventories.reading.running_text import Document

Span = tuple[int, int]

_SIDES = re.compile(r"Part(?:er)?|Huvudman|Huvudmän|Organisation|Myndighet", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:Ärende|Diarie)(?:nummer|nr)\.?|Dnr\.?|Diariebeteckning", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /-]?)?\d{2,4}[/:.-]\d{1,6}(?:-\d{1,4})?")
_ROWS, _TOP = 60, 4000


def party_rows(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield where each side and its number stand, in the running text."""
    for i, line in enumerate(document.lines):
        if line.start > _TOP:
            return
        heads = [head.text for head in cells(document, line)]
        if len(heads) > 1 and _SIDES.fullmatch(heads[0]) and _NUMBERS.fullmatch(heads[-1]):
            yield from _rows(document, i + 1)
            return


def _rows(document: Document, first: int) -> Iterator[tuple[Span, Span]]:
    for line in islice(document.lines, first, first + _ROWS):
        row = cells(document, line)
        if len(row) > 1 and _NUMBER.fullmatch(row[-1].text):
            yield row[0].span, row[-1].span
