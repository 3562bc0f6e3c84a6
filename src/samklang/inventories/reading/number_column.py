"""A diary number that stands below its label, in the same column of a front page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.cells import Cell, cells
from samklang.inventories.reading.running_text import Document

_LABEL = re.compile(r"(?:Diarie(?:nummer|nr)|Dnr|Ärendenummer)\.?:?", re.IGNORECASE)
_VALUE = re.compile(
    # Whose it is may stand before it.
    r"(?:(?:Region|Landstinget) [A-ZÅÄÖ]\w+ |[A-ZÅÄÖ]\w+s? [Kk]ommun(?:er)? )?"
    r"(?P<number>(?:[A-ZÅÄÖ]{1,5}[ /-]?)?\d{2,4}/\d{2,6}(?:-\d{1,4})?|\d{5}-(?:19|20)\d\d)"
)
_BELOW, _BESIDE, _TOP = 3, 2, 2000


def numbers_in_column(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each number, and where it stands in the running text."""
    for i, line in enumerate(document.lines):
        if line.start > _TOP:
            return
        for label in cells(document, line):
            if _LABEL.fullmatch(label.text):
                yield from _below(document, i, label.column)


def _below(document: Document, above: int, column: int) -> Iterator[tuple[str, tuple[int, int]]]:
    is_found = False
    for line in document.lines[above + 1 : above + 1 + _BELOW]:
        beside = (one for one in cells(document, line) if abs(one.column - column) <= _BESIDE)
        number = next((found for one in beside if (found := _number(one))), None)
        if number:
            yield number
        elif is_found:
            return
        is_found = is_found or number is not None


def _number(cell: Cell) -> tuple[str, tuple[int, int]] | None:
    found = _VALUE.fullmatch(cell.text)
    if found is None:
        return None
    return found["number"], (cell.span[1] - len(found["number"]), cell.span[1])
