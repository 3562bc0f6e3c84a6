"""A table of the sides, with a diary number or a decision for each: 'Part  Ärendenummer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from samklang.inventories.reading.cells import Cell, cells
from samklang.inventories.reading.running_text import Document

Span = tuple[int, int]

_SIDES = re.compile(r"Part(?:er)?|Huvudman|Huvudmän|Organisation|Myndighet", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:Ärende|Diarie)(?:nummer|nr)\.?|Dnr\.?|Diariebeteckning", re.IGNORECASE)
# Each side writes its numbers in its own way: 'Hn/2031:118', 'SN-2031/63', '31LX1077'.
_NUMBER = re.compile(
    r"(?!\d{4}-\d\d-\d\d\Z)(?:(?:[A-ZÅÄÖ]{2,5}-)?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /.-]?)?"
    r"\d{2,4}(?:[A-ZÅÄÖ]{1,4}\d|[/:.-]\d|\d)\d{0,5}(?:[/-]\d{1,4})?"
)
_DECIDED = re.compile(r"(?:Beslut|Antag|Fastställ|Datum|Undertecknat)\w*(?: \w+)?", re.IGNORECASE)
# The same run together: 'Part Organisationsnummer Diarienummer', and a row for each below.
_FLAT_HEAD = re.compile(
    rf"(?:{_SIDES.pattern}|Kommun)\b[^\n]{{0,40}} (?:{_NUMBERS.pattern})(?: Beslut\w*)?",
    re.IGNORECASE,
)
_FLAT_ROW = re.compile(
    r"(?P<side>[A-ZÅÄÖ](?=[^\d\n]*[a-zåäö]{3})[^\d\n]{3,60}?):? (?:\d{6}-\d{4} )?"
    rf"(?P<number>{_NUMBER.pattern}(?:[ .]\d{{3}})?)(?: \d{{4}}-\d\d-\d\d)?"
)
_NO_NUMBER = re.compile(r"[A-ZÅÄÖ][\wåäö]+ (?:kommun|stad)")
_ROWS, _TOP, _BESIDE, _OTHERS = 60, 4000, 12, 2


def party_rows(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield where each side and its number stand, in the running text."""
    for i, line in enumerate(document.lines):
        heads = cells(document, line)
        of_number = next((one for one in heads[1:] if _NUMBERS.fullmatch(one.text)), None)
        if of_number and _SIDES.fullmatch(heads[0].text):
            yield from _rows(document, i + 1, of_number, heads)
            return
        if _FLAT_HEAD.fullmatch(" ".join(line.text.split())):
            yield from _flat_rows(document, i + 1)
            return


def sides_that_decided(document: Document) -> Iterator[Span]:
    """Yield the first cell of each row below 'Part  Beslutande organ  Datum'.

    A cell may go on in the line below it, not in two.
    """
    column, others = -1, _OTHERS
    for line in document.lines:
        row = cells(document, line)
        if row and _SIDES.fullmatch(row[0].text) and any(_DECIDED.fullmatch(c.text) for c in row):
            column, others = row[0].column, 0
        elif others < _OTHERS and len(row) > 1 and row[0].column == column:
            others = 0
            yield row[0].span
        else:
            others += 1


def numbers_below(document: Document) -> Iterator[Span]:
    """Yield the number of each side in rows below 'Diarienummer' alone."""
    for i, line in enumerate(document.lines):
        if line.start > _TOP:
            return
        if _NUMBERS.fullmatch(line.text.strip(" :")):
            yield from (number for _, number in _flat_rows(document, i + 1))


def _flat_rows(document: Document, first: int) -> Iterator[tuple[Span, Span]]:
    for line in islice(document.lines, first, first + _ROWS):
        row = _FLAT_ROW.fullmatch(line.text.strip())
        if row is None and _NO_NUMBER.fullmatch(line.text.strip()):
            continue
        if row is None:
            return
        at = document.position(line.start + len(line.text) - len(line.text.lstrip()))
        side, number = row.span("side"), row.span("number")
        yield (at + side[0], at + side[1]), (at + number[0], at + number[1])


def _rows(
    document: Document, first: int, head: Cell, heads: list[Cell]
) -> Iterator[tuple[Span, Span]]:
    """Yield the rows that have a number under its heading, or nearly so, or as many cells on."""
    for line in islice(document.lines, first, first + _ROWS):
        row = cells(document, line)
        same = row[heads.index(head)] if len(row) == len(heads) else None
        near = (one for one in row[1:] if one is same or abs(one.column - head.column) <= _BESIDE)
        if number := next((one for one in near if _NUMBER.fullmatch(one.text)), None):
            yield row[0].span, number.span
