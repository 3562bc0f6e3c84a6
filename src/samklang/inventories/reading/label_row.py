"""A front page whose labels stand in one row, and their values in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.clauses import END, START, Statement
from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty
from samklang.inventories.reading.running_text import Document

_FROM = r"(?:från(?: och med)?|fr\.? ?o\.? ?m\.?)"
_TO = r"(?:till(?: och med)?|t\.? ?o\.? ?m\.?)"
_ROW = re.compile(
    rf"\b(?:[Gg]iltigt?|[Gg]äller) {_FROM}(?: [^\W\d][^\n\d]{{0,40}})?"
    rf" (?:[Gg]iltigt?|[Gg]äller) {_TO}"
    r"(?=[\s|]|\Z)[^\n\d]{0,80}\s"
)
_TOP, _REACH, _PAIR = 1500, 120, 2


def label_row(document: Document) -> Iterator[Statement]:
    """Yield the start and the end that stand side by side after their labels."""
    if not (row := _ROW.search(document.text, 0, _TOP)):
        return
    dates = find_dates(document.flat, row.end(), row.end() + _REACH)
    is_pair = len(dates) >= _PAIR and dates[0].iso < dates[1].iso
    if is_pair and not document.flat[dates[0].end : dates[1].start].strip(" |"):
        for part, date in zip((START, END), dates, strict=False):
            yield Statement(part, date.iso, (date.start, date.end), Certainty.DERIVED, "drifted")
