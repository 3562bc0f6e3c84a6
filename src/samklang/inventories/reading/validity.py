"""From when and until when an agreement holds, and how long notice must be given to end it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samklang.inventories.reading.dates import Date, find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

_READ = AGREEMENTS | {
    "board_memo", "web_page", "assignment", "agreement_with_individual", "agreement_with_provider",
    "routine",
}  # fmt: skip
_FROM_WORDS = r"(?:från och med|fr\.? ?o\.? ?m\.?|from|fom|från|med början)"
_HOLDS = (
    r"(?:gäller|gälla|gällande|giltig\w*|löper|löpa|löptid\w*|tecknas|tecknad|träffas|sträcker sig|träder|trädde"
    r"|tillämpas|avtalstid\w*|avtalsperiod\w*|antagen?|antar|anta|förlängs?|förlängts|förlängdes|ikraft)"
)
_STARTS = re.compile(
    rf"\b{_HOLDS}\b[^.\n]{{0,90}}?\b{_FROM_WORDS}\s+(?:och med\s+)?(?=(?:den\s+)?[\djfmasond_])"
    r"|\b(?:träder|trädde|träda|börjar|började) (?:i kraft|gälla)\s+(?:den |från |fr\.o\.m\. )*(?=[\djfmasond])"
    r"|\bgälla(?:nde)? (?:under )?(?:för )?(?:tiden|perioden|åren|år)\s+(?=\d|den)"
    rf"|\b{_HOLDS}\b[^.\n]{{0,60}}?\b(?:tiden|perioden|åren|år)\s+(?=\d|den)"
    rf"|\b(?:gäller|löper|gällt|i kraft)\s+(?:sedan\s+)?(?=\d{{4}}|den \d)",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:trädde|träder|kommer|börjar|gäller)\b[^.\n]{0,90}?\b(?:i kraft|gälla|gäller)\b"
)
_ENDS = re.compile(
    rf"\b(?:{_HOLDS}|giltighetsdatum|giltighetstid\w*|upphör(?:a)?|avslutas|slutar|förlängning)\b[^.\n]{{0,110}}?"
    r"\b(?:till och med|t\.? ?o\.? ?m\.?|tom|längst till|fram till|till|upphör(?: att gälla)?(?: den)?)\s+"
    r"(?=(?:den\s+)?[\djfmasond])"
    r"|\bupphör att gälla\s+(?=(?:den\s+)?\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s?(?:[-–—]{1,2}|till och med|t\.? ?o\.? ?m\.?|tom|till|och fram till|fram till)\s*(?:och med\s+)?(?:den\s+)?\Z",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"\btill(?:s)? ?vidare\b|\btills? (?:dess )?(?:att )?(?:den|det|överenskommelsen|avtalet|annan|ny|någon)\b[^.\n]{0,60}?"
    r"\b(?:sägs upp|omförhandlas|ersätts?|ersätter|ingås|upphör|träffas|tecknas|beslutas?)\b|\btill dess\s+\w+\s+sägs upp",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"överenskommelse|\bavtal|giltig|gäller|löper|uppdraget|dokumentet|rutinen|riktlinjen|tecknas|\bRÖK|\bLÖK",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:lag(?:en|ar|stiftning\w*|ändring\w*)?|förordning\w*|föreskrift\w*|lydelse|SFS|propositionen|socialtjänstlag\w*"
    r"|hälso- och sjukvårdslag\w*|anställ\w*|vårdintyg\w*|recept\w*|statlig\w*|regeringen|tidigare (?:överenskommelse|avtal)"
    r"|placeringen|beslut om insats|ordination\w*|licens|samtycke\w*|betyg|kvarstå\w*|bisfall|remissvar)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(
    rf"\b{_FROM_WORDS}\s*:?\s*(?:_{{3,}}|\.{{5,}}|…{{2,}}|xx+|åååå|\[[^\]]{{0,30}}\])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d/:-])(?P<low>20\d\d) ?[-–—] ?(?P<high>20\d\d)(?![\d:-])")
_REACH, _DRIFT, _PAIR = 70, 400, 2
_NEAR, _CLOSE, _WINDOW = 12, 6, 70


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
    """Read the front-page table first, then the clauses."""
    if kind not in _READ:
        return Validity()
    start = _labelled(document, labels, "valid_from", 0) or _labelled(
        document, labels, "valid_period", 0
    )
    end = _labelled(document, labels, "valid_until", 0) or _labelled(
        document, labels, "valid_period", 1
    )
    if start is None and end is None:
        start, end = _drifted(document, labels)
    if _differ(labels, "valid_from"):
        start = None
    if start is None and end is None:
        start, end = _clauses(document)
    elif end is None:
        end = _ending(document)
    elif start is None and not _differ(labels, "valid_from"):
        start = _clauses(document)[0]
    if _differ(labels, "valid_until"):
        end = None
    elif start is None and end is None and kind in AGREEMENTS:
        start, end = _title_period(document, title)
    return Validity(start, end, _open_ended(document, kind, end), _blank(document, labels, start))


def _drifted(
    document: Document, labels: tuple[Labelled, ...]
) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Read values that have drifted away from their labels, or stand only in the edition history."""
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


def _title_period(
    document: Document, title: Fact[str] | None
) -> tuple[Fact[str] | None, Fact[str] | None]:
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


def _clauses(document: Document) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Read the first clause that says from when the document itself holds, and its end if it has one."""
    text = document.text
    for found in _STARTS.finditer(text):
        if not _is_own(document, found):
            continue
        dates = find_dates(text, found.end(), min(len(text), found.end() + _REACH))
        if dates and dates[0].start - found.end() <= _NEAR:
            start = document.fact(
                dates[0].iso, (found.start(), dates[0].end), Certainty.STATED, "clause"
            )
            return start, _end_of_range(document, found.start(), dates) or _ending(document)
    return _started(document), _ending(document)


def _end_of_range(document: Document, start: int, dates: list[Date]) -> Fact[str] | None:
    if len(dates) > 1 and _RANGE.search(document.text[dates[0].end : dates[1].start]):
        return document.fact(dates[1].iso, (start, dates[1].end), Certainty.STATED, "range")
    return None


def _started(document: Document) -> Fact[str] | None:
    """Read a date that stands before its verb: 'Den 1 juli 2021 trädde … i kraft'."""
    text = document.text
    for found in _STARTED.finditer(text):
        if not _is_own(document, found):
            continue
        dates = find_dates(text, document.sentence(*found.span())[0], found.start())
        if dates and not dates[-1].is_bare_year and found.start() - dates[-1].end <= 4:
            return document.fact(
                dates[-1].iso, (dates[-1].start, found.end()), Certainty.STATED, "clause"
            )
    return None


def _ending(document: Document) -> Fact[str] | None:
    text = document.text
    for found in _ENDS.finditer(text):
        if not _is_own(document, found):
            continue
        dates = find_dates(text, found.end(), min(len(text), found.end() + _REACH))
        if dates and dates[0].start - found.end() <= _CLOSE:
            span = (found.start(), dates[0].end)
            return document.fact(dates[0].iso, span, Certainty.STATED, "clause")
    return None


def _is_own(document: Document, found: re.Match[str]) -> bool:
    """Tell whether a clause speaks of the document itself, and not of a law or a person's job."""
    start, end = document.sentence(*found.span())
    near = document.text[max(start, found.start() - _WINDOW) : min(end, found.end() + _WINDOW)]
    return bool(_OWN.search(document.text, start, end)) and not _OTHERS.search(near)


def _open_ended(document: Document, kind: str, end: Fact[str] | None) -> Fact[bool] | None:
    if kind == "web_page":
        return None
    if end is not None:
        closed = kind in AGREEMENTS or kind == "assignment"
        return Fact(False, end.quote, end.place, Certainty.DERIVED, "has_end") if closed else None
    for found in _OPEN_ENDED.finditer(document.text):
        if _is_own(document, found):
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
