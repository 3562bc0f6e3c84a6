"""The numbers under which the sides have decided: in rows at the end, and in what pages repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.running_text import Document

Numbered = tuple[str, tuple[int, int]]

_NUMBER = (
    r"(?!\d{4}-\d\d-\d\d\Z|\d\d[.:]\d\d\Z)(?P<number>(?:[A-ZÅÄÖ]{1,6}[ /-]?)?"
    r"(?:\d{4}[./:-]\d{2,6}(?:[-. ]\d{3})?|\d{2}[./:-]\d{2,6}|\d{3,5}[/-]\d{2,4}))"
)
# 'Norra nämnden 2031-05-30 § 71  dnr 2031.126', 'styrelsen 2031-12-11 § 178, VS2030-0217'
_ROW = re.compile(
    r"[^\n]{3,90}?(?:§ ?\d{0,4}(?:/\d\d)?|\d{4}-\d\d-\d\d),?\s+"
    rf"(?P<label>[Dd]nr\.?:?\s+)?{_NUMBER}"
)
# 'Region Norrvalla  RS310418', on one page or at the head of them all.
_OF_REGION = re.compile(
    r"^[ \t]*(?:Region|Landstinget)(?: i)?(?: [A-ZÅÄÖ][\wåäö]+){1,2}(?: län)?[ \t]+"
    r"(?P<number>[A-ZÅÄÖ]{2,5} ?(?:\d{6}|(?:19|20)\d\d[/-]\d{2,6}))(?=[ \t]{3,}|[ \t]*$)",
    re.MULTILINE,
)
_SEVERAL, _TOP = 2, 1200


def numbers_of_decisions(document: Document) -> Iterator[Numbered]:
    """Yield the number at the end of each row that tells when a side has decided."""
    found = ((line, _ROW.fullmatch(line.text.strip())) for line in document.lines)
    rows = [(line, row) for line, row in found if row]
    if len(rows) < _SEVERAL and not any(row["label"] for _, row in rows):
        return
    for line, row in rows:
        start = document.text.find(row["number"], document.position(line.start))
        if start >= 0:
            yield row["number"], (start, start + len(row["number"]))


def number_of_region(document: Document) -> Numbered | None:
    """Return the number beside a region's name above the text, and where the original has it."""
    found = _OF_REGION.search(document.original, 0, _TOP)
    return (found["number"], found.span("number")) if found else None
