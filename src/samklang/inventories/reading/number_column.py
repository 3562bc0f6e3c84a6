"""A diary number that stands below its label, in the same column of a front page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.running_text import Document

_CELL = re.compile(r"[^\s|]+(?:[ \u00a0][^\s|]+)*")
_LABEL = re.compile(r"(?:Diarie(?:nummer|nr)|Dnr|Ärendenummer)\.?:?", re.IGNORECASE)
_VALUE = re.compile(r"(?:[A-ZÅÄÖ]{1,5}[ /-]?)?\d{2,4}/\d{2,6}(?:-\d{1,4})?")
_BELOW, _BESIDE, _TOP = 3, 2, 2000


def numbers_in_column(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each number, and where it stands in the running text."""
    for i, line in enumerate(document.lines):
        if line.start > _TOP:
            return
        for label, column, _ in _cells(document, line.start):
            if _LABEL.fullmatch(label):
                yield from _below(document, i, column)


def _below(document: Document, above: int, column: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for line in document.lines[above + 1 : above + 1 + _BELOW]:
        for value, at, span in _cells(document, line.start):
            if abs(at - column) <= _BESIDE and _VALUE.fullmatch(value):
                yield value, span
                return


def _cells(document: Document, within: int) -> list[tuple[str, int, tuple[int, int]]]:
    """Cut the line that a place stands in where it has wide gaps; say the column of each piece."""
    text = document.original
    start, stop = text.rfind("\n", 0, within) + 1, text.find("\n", within)
    return [
        (
            found.group(),
            found.start() - start,
            (document.position(found.start()), document.position(found.end() - 1) + 1),
        )
        for found in _CELL.finditer(text, start, stop if stop >= 0 else len(text))
    ]
