"""Who decided to take the agreement, when, and under which paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Adoption, Certainty, Fact
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

_TAKEN = (
    r"(?:antag(?:en|et|its|na|as)|antogs|godkän(?:d|t|ts|ns|des|da)"
    r"|fastställ(?:d|t|ts|des|da)|beslut(?:ad|at|ats|ades|ade))"
)
DAY = r"(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2}(?::?[ea])? [a-zåäö]{3,9},? \d{4})"
_TAKEN_BY = re.compile(rf"\b{_TAKEN}(?: {DAY})? (?:av|i|vid)\b:?", re.IGNORECASE)
# 'Nämnden godkände denna överenskommelse'
_TOOK = re.compile(
    r"\b(?:antog|godkände|fastställde|beslutade(?: om| att (?:anta|godkänna|fastställa)))"
    r" (?:\w+ ){0,2}?\w*(?:överenskommelse|avtal)\w*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:[A-ZÅÄÖ][\wåäö-]{0,40} (?:och [a-zåäö]+[ -]?|[\wåäö-]{1,40} ){0,3}?)?"
    r"[\wåäö-]{0,40}(?i:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|[a-zåäö]*grupp(?:en)?"
    r"|nätverk(?:et)?|råd(?:et)?|beredning(?:en)?|direktion(?:en)?|ledning(?:en)?)\b"
)
_PARAGRAPH = re.compile(r"§+ ?\d{1,3}\b")
# 'från parternas beslut': how it is taken, though nobody is said to have taken it yet.
_TO_BE_DECIDED = re.compile(
    r"(?:gälla från parternas beslut|beslut(?:et)? i respektive (?:ansvarig )?(?:nämnd|styrelse"
    r"|fullmäktige)|\b\w*(?:nämnden|styrelsen|fullmäktige) (?:antar|godkänner) \w*(?:överens|avtal)"
    r"|\bbeslutar\s+att (?:anta|godkänna)\b[^.\n]{0,40}(?:överens|avtal)"
    r"|efter (?:beslut|godkännande) (?:i|av) (?:respektive|båda|samtliga))",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"överenskommelse|avtal|dokument|riktlinje|rutin|samverkansdokument|denna|detta", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:lag(?:en|ar)?|förordning\w*|Socialstyrelsen\w*|regeringen|tidigare|nuvarande|läkemedel\w*"
    r"|vårdplan\w*|belopp\w*|patient\w*|den enskilde|budget\w*|ansök\w*"
    r"|(?<!överenskommelse )(?<!avtal )som)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\b(?:gäll\w*|giltig\w*|löper|från|till)\b", re.IGNORECASE)
# Where the words about body and day begin, and the whole sentence.
Told = tuple[int, tuple[int, int]]
_CLOSE, _NEAR, _REACH, _SHORT = 20, 90, 160, 40


def find_decision(document: Document, labels: tuple[Labelled, ...]) -> Fact[Adoption] | None:
    """Return the decision: from the front-page table, a line or sentence, or the clause on it."""
    if (entry := next(filter(_tells, labels), None)) is not None:
        span = (entry.start, min(entry.span[1], entry.start + _REACH))
        return _decision(document, (entry.end, span), labels)
    if (told := next(_told(document), None)) is not None:
        return _decision(document, told, labels)
    if to_be := _TO_BE_DECIDED.search(document.text):
        span = document.sentence(*to_be.span(), reach=90)
        adoption = Adoption("board_decision", _labelled_day(labels))
        return document.fact(adoption, span, Certainty.STATED, "decided")
    return None


def _told(document: Document) -> Iterator[Told]:
    """Yield the sentences that tell of the decision: 'antagen av …', then '… antog avtalet'."""
    for found in _TAKEN_BY.finditer(document.text):
        start, end = document.sentence(*found.span(), reach=_REACH)
        said = document.text[found.end() : end].strip(" :|")
        if said and _is_of_document(document.text[start : found.start()]):
            yield found.end(), (start, end)
    for found in _TOOK.finditer(document.text):
        span = document.sentence(*found.span(), reach=_REACH)
        if not _OTHERS.search(document.text, *span):
            yield span[0], span


def _tells(entry: Labelled) -> bool:
    """Tell whether a label of the front page says who took it, or on which day."""
    if entry.in_history or not entry.value:
        return False
    is_dated = entry.kind == "adopted_date" and find_dates(entry.value[:_SHORT])
    return entry.kind == "adopted_by" or bool(is_dated)


def _is_of_document(before: str) -> bool:
    """Tell whether what was taken is the document: it opens the line, or stands as the subject."""
    if not before.strip(" |•-"):
        return True
    return bool(_OWN.search(before[-_NEAR:])) and not _OTHERS.search(before)


def _decision(document: Document, where: Told, labels: tuple[Labelled, ...]) -> Fact[Adoption]:
    """Read body, day and paragraph from what follows the verb or label that ends at `where[0]`."""
    verb_end, span = where
    body, paragraph = (p.search(document.flat, verb_end, span[1]) for p in (_BODY, _PARAGRAPH))
    adoption = Adoption(
        "board_decision",
        _day(document.flat, verb_end, span) or _labelled_day(labels),
        body.group().strip() if body else None,
        paragraph.group() if paragraph else None,
    )
    return document.fact(adoption, span, Certainty.STATED, "decided")


def _day(text: str, verb_end: int, span: tuple[int, int]) -> str | None:
    """Return the day of the decision: near its verb, but not the day the agreement starts."""
    days = [day for day in find_dates(text, *span) if len(day.iso) == len("2021-03-12")]
    after = [day for day in days if not _HOLDS.search(text, verb_end, max(verb_end, day.start))]
    near = [day for day in after if day.end >= verb_end - _CLOSE - len("beslutades av")]
    return near[0].iso if near else None


def _labelled_day(labels: tuple[Labelled, ...]) -> str | None:
    for entry in labels:
        if entry.kind == "adopted_date" and (dates := find_dates(entry.value[:_SHORT])):
            return dates[0].iso
    return None
