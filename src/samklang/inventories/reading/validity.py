"""From when and until when an agreement holds, and how long notice must be given to end it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samklang.inventories.reading.clauses import FROM_WORDS, find_ending, find_period, is_own
from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

_READ = AGREEMENTS | {
    "board_memo", "web_page", "assignment", "agreement_with_individual", "agreement_with_provider",
    "routine",
}  # fmt: skip
_OPEN_ENDED = re.compile(
    r"\btill(?:s)? ?vidare\b|\btills? (?:dess )?(?:att )?(?:den|det|överenskommelsen|avtalet|annan"
    r"|ny|någon)\b[^.\n]{0,60}?"
    r"\b(?:sägs upp|omförhandlas|ersätts?|ersätter|ingås|upphör|träffas|tecknas|beslutas?)\b"
    r"|\btill dess\s+\w+\s+sägs upp",
    re.IGNORECASE,
)
_BLANK = re.compile(
    rf"\b{FROM_WORDS}\s*:?\s*(?:_{{3,}}|\.{{5,}}|…{{2,}}|xx+|åååå|\[[^\]]{{0,30}}\])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d/:-])(?P<low>20\d\d) ?[-–—] ?(?P<high>20\d\d)(?![\d:-])")
_REACH, _DRIFT, _PAIR = 70, 400, 2
Period = tuple[Fact[str] | None, Fact[str] | None]


@dataclass(frozen=True, slots=True)
class Validity:
    """The dated and undated parts of a document's validity."""

    valid_from: Fact[str] | None = None
    valid_until: Fact[str] | None = None
    until_further_notice: Fact[bool] | None = None
    blank_start: tuple[int, int] | None = None


def find_validity(
    document: Document, labels: tuple[Labelled, ...], kind: str, title: Fact[str] | None
) -> Validity:
    """Read the front-page table first, then the clauses, then the title."""
    if kind not in _READ:
        return Validity()
    start, end = _stated(document, labels)
    contradicted = {part for part in ("valid_from", "valid_until") if _differ(labels, part)}
    if start is None and end is None and not contradicted and kind in AGREEMENTS:
        start, end = _title_period(document, title)
    end = None if "valid_until" in contradicted else end
    return Validity(start, end, _open_ended(document, kind, end), _blank(document, labels, start))


def _stated(document: Document, labels: tuple[Labelled, ...]) -> Period:
    """Return start and end as a table gives them; what it leaves out is sought in the clauses."""
    start, end = _from_table(document, labels)
    if start is None and end is None:
        return find_period(document)
    if end is None:
        return start, find_ending(document)
    if start is None and not _differ(labels, "valid_from"):
        return find_period(document)[0], end
    return start, end


def _from_table(document: Document, labels: tuple[Labelled, ...]) -> Period:
    start = _labelled(document, labels, "valid_from", 0)
    end = _labelled(document, labels, "valid_until", 0)
    start = start or _labelled(document, labels, "valid_period", 0)
    end = end or _labelled(document, labels, "valid_period", 1)
    if start is None and end is None:
        start, end = _drifted(document, labels)
    return (None if _differ(labels, "valid_from") else start), end


def _drifted(document: Document, labels: tuple[Labelled, ...]) -> Period:
    """Read values that have drifted away from their labels."""
    empty = {entry.kind for entry in labels if not find_dates(entry.value) and not entry.in_history}
    if not {"valid_from", "valid_until"} <= empty:
        return None, None
    last = max(entry.start for entry in labels if entry.kind == "valid_until")
    dates = [
        date for date in find_dates(document.text, last, last + _DRIFT) if not date.is_bare_year
    ]
    if len(dates) < _PAIR or dates[0].iso >= dates[1].iso:
        return None, None
    return (
        document.fact(dates[0].iso, (dates[0].start, dates[0].end), Certainty.DERIVED, "drifted"),
        document.fact(dates[1].iso, (dates[1].start, dates[1].end), Certainty.DERIVED, "drifted"),
    )


def _title_period(document: Document, title: Fact[str] | None) -> Period:
    """Read a period that stands in the title: 'Överenskommelse … 2018–2022'."""
    if title is None or not (found := _YEARS.search(title.value)):
        return None, None
    return (
        Fact(found["low"], title.quote, title.place, Certainty.DERIVED, "title"),
        Fact(found["high"], title.quote, title.place, Certainty.DERIVED, "title"),
    )


def _differ(labels: tuple[Labelled, ...], kind: str) -> bool:
    return len(set(labelled_dates(labels, kind))) > 1


def labelled_dates(labels: tuple[Labelled, ...], kind: str) -> list[str]:
    """Return the first date under every label of a kind, outside the document history."""
    found = (
        find_dates(entry.value.replace("\n", " "))
        for entry in labels
        if entry.kind == kind and not entry.in_history
    )
    return [dates[0].iso for dates in found if dates]


def _labelled(
    document: Document, labels: tuple[Labelled, ...], kind: str, which: int
) -> Fact[str] | None:
    for entry in labels:
        if entry.kind != kind or entry.in_history or not entry.value:
            continue
        dates = find_dates(entry.value.replace("\n", " "))
        if len(dates) > which and dates[0].start <= _REACH:
            date = dates[which]
            span = (entry.start, entry.value_start + date.end)
            return document.fact(date.iso, span, Certainty.STATED, "labelled")
    return None


def _open_ended(document: Document, kind: str, end: Fact[str] | None) -> Fact[bool] | None:
    if kind == "web_page":
        return None
    if end is not None:
        closed = kind in AGREEMENTS or kind == "assignment"
        return Fact(False, end.quote, end.place, Certainty.DERIVED, "has_end") if closed else None
    for found in _OPEN_ENDED.finditer(document.text):
        if is_own(document, found):
            span = document.sentence(*found.span(), reach=90)
            return document.fact(True, span, Certainty.STATED, "open_ended")
    return None


def _blank(
    document: Document, labels: tuple[Labelled, ...], start: Fact[str] | None
) -> tuple[int, int] | None:
    if found := _BLANK.search(document.text):
        return found.span()
    if start is not None:
        return None
    for entry in labels:
        if entry.kind == "valid_from" and not entry.in_history and not entry.value.strip(" _."):
            return entry.span
    return None
