"""Clauses that say from when and until when the document itself holds."""

from __future__ import annotations

import re

from samklang.inventories.reading.dates import Date, find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.running_text import Document

FROM_WORDS = r"(?:från och med|fr\.? ?o\.? ?m\.?|from|fom|från|med början)"
_HOLDS = (
    r"(?:gäller|gälla|gällande|giltig\w*|löper|löpa|löptid\w*|tecknas|tecknad|träffas|sträcker sig"
    r"|träder|trädde"
    r"|tillämpas|avtalstid\w*|avtalsperiod\w*|antagen?|antar|anta|förlängs?|förlängts|förlängdes"
    r"|ikraft)"
)
_STARTS = re.compile(
    rf"\b{_HOLDS}\b[^.\n]{{0,90}}?\b{FROM_WORDS}\s+(?:och med\s+)?(?=(?:den\s+)?[\djfmasond_])"
    r"|\b(?:träder|trädde|träda|börjar|började) (?:i ?kraft|gälla)\s+(?:den |från "
    r"|fr\.o\.m\. )*(?=[\djfmasond])"
    r"|\bgälla(?:nde)? (?:under )?(?:för )?(?:tiden|perioden|åren|år)\s+(?=\d|den)"
    rf"|\b{_HOLDS}\b[^.\n]{{0,60}}?\b(?:tiden|perioden|åren|år)\s+(?=\d|den)"
    rf"|\b(?:gäller|löper|gällt|i kraft)\s+(?:sedan\s+)?(?=\d{{4}}|den \d)",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:trädde|träder|kommer|börjar|gäller)\b[^.\n]{0,90}?\b(?:i ?kraft|gälla|gäller)\b"
)
_ENDS = re.compile(
    rf"\b(?:{_HOLDS}|giltighetsdatum|giltighetstid\w*|upphör(?:a)?|avslutas|slutar"
    rf"|förlängning)\b[^.\n]{{0,110}}?"
    r"\b(?:till och med|t\.? ?o\.? ?m\.?|tom|längst till|fram till|till"
    r"|upphör(?: att gälla)?(?: den)?)\s+"
    r"(?=(?:den\s+)?[\djfmasond])"
    r"|\bupphör att gälla\s+(?=(?:den\s+)?\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s?(?:[-–—]{1,2}|till och med|t\.? ?o\.? ?m\.?|tom|till|och fram till"
    r"|fram till)\s*(?:och med\s+)?(?:den\s+)?\Z",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"överenskommelse|avtal(?:et)?\b|giltig|gäller|löper|uppdraget|dokumentet|rutinen|riktlinjen|tecknas"
    r"",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:lag(?:en|ar|stiftning\w*|ändring\w*)?|förordning\w*|föreskrift\w*|lydelse|SFS"
    r"|propositionen|socialtjänstlag\w*"
    r"|hälso- och sjukvårdslag\w*|anställ\w*|vårdintyg\w*|recept\w*|statlig\w*|regeringen"
    r"|(?:tidigare|gamla|förra|föregående) (?:överenskommelse|avtal)\w*"
    r"|placeringen|beslut om insats|ordination\w*|licens|samtycke\w*|betyg|kvarstå\w*|bisfall"
    r"|remissvar)\b",
    re.IGNORECASE,
)
_REACH, _NEAR, _CLOSE, _WINDOW = 70, 12, 6, 70


def find_period(document: Document) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Read the first clause that says from when the document itself holds, and its end."""
    text = document.text
    for found in _STARTS.finditer(text):
        if not is_own(document, found):
            continue
        dates = find_dates(document.flat, found.end(), min(len(text), found.end() + _REACH))
        if dates and dates[0].start - found.end() <= _NEAR:
            start = document.fact(
                dates[0].iso, (found.start(), dates[0].end), Certainty.STATED, "clause"
            )
            return start, _end_of_range(document, found.start(), dates) or find_ending(document)
    return _started(document), find_ending(document)


def _end_of_range(document: Document, start: int, dates: list[Date]) -> Fact[str] | None:
    if len(dates) > 1 and _RANGE.search(document.text[dates[0].end : dates[1].start]):
        return document.fact(dates[1].iso, (start, dates[1].end), Certainty.STATED, "range")
    return None


def _started(document: Document) -> Fact[str] | None:
    """Read a date that stands before its verb: 'Den 1 juli 2021 trädde … i kraft'."""
    text = document.text
    for found in _STARTED.finditer(text):
        if not is_own(document, found):
            continue
        dates = find_dates(document.flat, document.sentence(*found.span())[0], found.start())
        if dates and not dates[-1].is_bare_year and found.start() - dates[-1].end <= _CLOSE:
            return document.fact(
                dates[-1].iso, (dates[-1].start, found.end()), Certainty.STATED, "clause"
            )
    return None


def find_ending(document: Document) -> Fact[str] | None:
    """Read the first clause that says until when the document itself holds."""
    text = document.text
    for found in _ENDS.finditer(text):
        if not is_own(document, found):
            continue
        dates = find_dates(document.flat, found.end(), min(len(text), found.end() + _REACH))
        if dates and dates[0].start - found.end() <= _CLOSE:
            span = (found.start(), dates[0].end)
            return document.fact(dates[0].iso, span, Certainty.STATED, "clause")
    return None


def is_own(document: Document, found: re.Match[str]) -> bool:
    """Tell whether a clause speaks of the document itself, and not of a law or a person's job."""
    start, end = document.sentence(*found.span())
    near = document.text[max(start, found.start() - _WINDOW) : min(end, found.end() + _WINDOW)]
    own = (_OWN, document.regional_name, document.local_name)
    speaks = any(pattern.search(document.text, start, end) for pattern in own)
    return speaks and not _OTHERS.search(near)
