"""A diary number that stands below its label, in the same column of a front page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.cells import cells
from samklang.inventories.reading.running_text import Document

_LABEL = re.compile(r"(?:Diarie(?:nummer|nr)|Dnr|Ärendenummer)\.?:?", re.IGNORECASE)
_VALUE = re.compile(r"(?:[A-ZÅÄÖ]{1,5}[ /-]?)?\d{2,4}/\d{2,6}(?:-\d{1,4})?")
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
    for line in document.lines[above + 1 : above + 1 + _BELOW]:
        for value in cells(document, line):
            if abs(value.column - column) <= _BESIDE and _VALUE.fullmatch(value.text):
                yield value.text, value.span
                return
