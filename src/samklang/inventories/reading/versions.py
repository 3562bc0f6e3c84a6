"""Which edition of a document this is, and the day it bears."""

from __future__ import annotations

import re

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

_VALUE = re.compile(
    r"(?:version |utgåva )?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}+)(?![\d-]| \d)", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"\b(?:Tillgänglighetsanpassad version|Remissversion|[Rr]eviderad(?: version| upplaga| utgåva)?"
    r"|Uppdaterad(?: version)?|Version|VERSION|Rev\.?|Utgåva)"
    r"(?: nr\.?)?:? (?:i )?(?P<what>(?:den )?\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{4}"
    r"|\d{4}-\d\d(?:-\d\d)?|\d{1,2}(?:\.\d{1,2}){0,2}+(?![\d-]))"
)
# 'Version 2 gällde 2029–2031', and a row of a table of versions.
_PAST = re.compile(r"[\d.]+ (?:gällde|ersattes)\b")
_ROW = re.compile(r"^(?P<number>\d{1,2}\.\d{1,2}) \d{4}-\d\d-\d\d\b", re.MULTILINE)
_TABLE = re.compile(
    r"^(?:Version|Utgåva) [^\n]*\b(?:Datum|Ändring|Förändring)\b[^\n]*\n"
    r"(?P<rows>(?:\d[^\n]*\n){2,12})",
    re.MULTILINE,
)
# The head of every page: 'Uppdragsbeskrivning 3.1   Sida: 1 (2)'.
_IN_PAGE_HEAD = re.compile(
    r"^[A-ZÅÄÖ]\w+ (?P<number>\d{1,2}\.\d{1,2}) [Ss]id(?:a|an)?[.:]? ?\d+ ?(?:\(\d+\)|av \d+)",
    re.MULTILINE,
)
# 'Ver. 3.1' alone on its line, which the head of every page repeats.
_ALONE = re.compile(r"^[ \t]*Ver(?:sion)?\.? (?P<number>\d{1,2}\.\d{1,2})[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")
_MONTHS = re.compile(
    r"jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|våren|hösten|\d", re.IGNORECASE
)
_HEAD, _DATE_REACH, _MARGIN, _SEVERAL = 1500, 30, 4, 2


def find_version(document: Document, labels: tuple[Labelled, ...]) -> Fact[str] | None:
    """Return the version; none when the document gives two different ones."""
    values = {
        found["number"]: (entry.start, entry.value_start + found.end())
        for entry in labels
        if entry.kind == "version" and not entry.in_history and (found := _VALUE.match(entry.value))
        if not _PAST.match(entry.value)
    }
    rows = list(_ROW.finditer(document.text, 0, _HEAD))
    if len(rows) > 1:  # a table of all versions: the last one is this
        return document.fact(rows[-1]["number"], rows[-1].span(), Certainty.DERIVED, "table")
    if len(values) > 1:
        return None
    for number, span in values.items():
        return document.fact(number, span, Certainty.STATED, "labelled")
    if head := _IN_PAGE_HEAD.search(document.text, 0, _HEAD):
        return document.fact(head["number"], head.span(), Certainty.DERIVED, "page_head")
    return _written(document, labels) or _last_of_table(document) or _on_edges(document)


def _on_edges(document: Document) -> Fact[str] | None:
    """Return the version that only page heads tell."""
    found = _ALONE.search(document.original, 0, _HEAD)
    if found is None:
        return None
    span = found.span("number")
    return document.original_fact(found["number"], span, Certainty.DERIVED, "page_head")


def _last_of_table(document: Document) -> Fact[str] | None:
    """Return the last version of a table of them, wherever it stands."""
    table = _TABLE.search(document.text)
    rows = list(_ROW.finditer(document.text, *table.span("rows"))) if table else []
    if len(rows) < _SEVERAL:
        return None
    return document.fact(rows[-1]["number"], rows[-1].span(), Certainty.DERIVED, "table")


def _written(document: Document, labels: tuple[Labelled, ...]) -> Fact[str] | None:
    stop = min([e.start for e in labels if e.in_history], default=len(document.text))
    tail = max(_HEAD, len(document.text) - _HEAD)
    for zone in ((0, _HEAD), (tail, len(document.text))):
        written = [
            found
            for found in _WRITTEN.finditer(document.text, *zone)
            if found.start() < stop and _MONTHS.match(found["what"].removeprefix("den "))
        ]
        if written:  # a number says more than the day it was given
            best = next((one for one in written if _NUMBER.fullmatch(one["what"])), written[0])
            return document.fact(best.group(), best.span(), Certainty.STATED, "written")
    return None


def find_document_date(document: Document, labels: tuple[Labelled, ...]) -> Fact[str] | None:
    """Return the day the document bears: a labelled one, or a date alone on a line at the top."""
    for entry in labels:
        is_date = entry.kind in {"date", "adopted_date"} and not entry.in_history
        if is_date and (dates := find_dates(entry.value[:_DATE_REACH])):
            return document.fact(dates[0].iso, entry.span, Certainty.STATED, "labelled")
    return _dated_line(document)


def _dated_line(document: Document) -> Fact[str] | None:
    for start, paragraph in document.paragraphs:
        if start > _HEAD:
            return None
        for date in find_dates(paragraph):
            fills = date.end - date.start >= len(paragraph) - _MARGIN
            if fills and not date.is_bare_year:
                span = (start, start + len(paragraph))
                return document.fact(date.iso, span, Certainty.STATED, "alone")
    return None
