"""What a front page's labels say of the validity, also where values have drifted from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from samklang.inventories.reading.clauses import (
    END,
    FROM_WORDS,
    OPEN,
    RANGE,
    START,
    TO_WORDS,
    Statement,
)
from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty
from samklang.inventories.reading.label_row import label_row
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

# What may stand between a label and its date; anything longer is a sentence, and read as one.
_LEAD = re.compile(
    rf"(?:\W|\b(?:den|datum|år|åren|tiden|perioden|under|{FROM_WORDS}|(?P<end>{TO_WORDS}))\b){{0,8}}",
    re.IGNORECASE,
)
_OPEN_VALUE = re.compile(r"\W*(?:och )?(?:gäller )?till(?:s)? ?vidare\b", re.IGNORECASE)
_ROW_HEAD = re.compile(r"\W*(?:Kommun|Avtal|Överenskommelse|Område|Part)\b [^\n]{0,60}\Z")
_LABELS = ("valid_from", "valid_until", "valid_period")
_DRIFT, _PAIR = 400, 2


def labelled_statements(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Yield what labels state; where they state nothing, what stands further down or beside."""
    own = tuple(entry for entry in labels if not _heads_a_column(document, entry))
    yield from list(_labelled(own)) or _drifted(document, own)


def _heads_a_column(document: Document, entry: Labelled) -> bool:
    """Tell whether a label stands over a table of others: 'Kommun  Beslutad  Gäller till'."""
    line = document.text.rfind("\n", 0, entry.start) + 1
    return bool(_ROW_HEAD.match(document.text, line, entry.start))


def _labelled(labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Yield what the front-page table states, outside the document's history."""
    for entry in labels:
        if entry.kind not in _LABELS or entry.in_history:
            continue
        if entry.kind != "valid_from" and _OPEN_VALUE.match(entry.value):
            yield Statement(OPEN, OPEN, entry.span, reason="labelled")
            continue
        yield from _labelled_dates(entry)


def _labelled_dates(entry: Labelled) -> Iterator[Statement]:
    value = entry.value.replace("\n", " ")
    dates = find_dates(value)
    lead = _LEAD.fullmatch(value, 0, dates[0].start) if dates else None
    if not lead:
        return
    is_end = entry.kind == "valid_until" or (entry.kind == "valid_period" and lead["end"])
    part, at = (END if is_end else START), entry.value_start
    yield Statement(part, dates[0].iso, (entry.start, at + dates[0].end), reason="labelled")
    if part == START and (open_too := _OPEN_VALUE.match(value, dates[0].end)):
        span = (entry.start, at + open_too.end())
        yield Statement(OPEN, OPEN, span, reason="labelled")
    is_range = part == START and dates[1:] and RANGE.fullmatch(value, dates[0].end, dates[1].start)
    if is_range:
        yield Statement(END, dates[1].iso, (entry.start, at + dates[1].end), reason="labelled")


def _drifted(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Read values that have drifted away from their labels."""
    yield from _drifted_period(document, labels)
    yield from label_row(document)
    empty = {entry.kind for entry in labels if not find_dates(entry.value) and not entry.in_history}
    if not {"valid_from", "valid_until"} <= empty:
        return
    last = max(entry.start for entry in labels if entry.kind == "valid_until")
    dates = [
        date for date in find_dates(document.text, last, last + _DRIFT) if not date.is_bare_year
    ]
    if len(dates) >= _PAIR and dates[0].iso < dates[1].iso:
        for part, date in zip((START, END), dates, strict=False):
            yield Statement(part, date.iso, (date.start, date.end), Certainty.DERIVED, "drifted")


def _drifted_period(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Read a whole period, '2025-01-01 till och med 2034-12-31', below a label for one."""
    for entry in labels:
        is_empty = not entry.value or entry.value.partition("\n")[0].endswith(":")  # another label
        if entry.kind != "valid_period" or entry.in_history or not is_empty:
            continue
        dates = find_dates(document.flat, entry.start, entry.start + _DRIFT)
        for low, high in pairwise(dates):
            if RANGE.fullmatch(document.flat, low.end, high.start):
                for part, date in ((START, low), (END, high)):
                    span = (date.start, date.end)
                    yield Statement(part, date.iso, span, Certainty.DERIVED, "drifted")
                return
