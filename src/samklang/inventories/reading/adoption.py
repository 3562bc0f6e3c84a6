"""How the parties took the agreement, whether a decision extended it, and what stands above it."""

from __future__ import annotations

import re

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Adoption, Certainty, Extension, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document

_SIGNED = AGREEMENTS | {"board_memo", "agreement_with_individual", "agreement_with_provider"}
_E_SIGNED = re.compile(
    r"\b(?:Färdigställt|Signera(?:t|d|des|de)(?: av [^\n]{3,40})?"
    r"|Undertecknat)\s+(?=\d{4}-\d\d-\d\d \d\d:\d\d)"
)
_E_SERVICE = re.compile(
    r"\b(?:Scrive|Verifikat|e-?signer\w*|BankID|Visma Sign|Penneo|DocuSign"
    r"|elektroniskt undertecknad)\b",
    re.IGNORECASE,
)
_TAKEN = (
    r"(?:antag(?:en|et|its|na|as)|antogs|godkän(?:d|t|ts|ns|des|da)"
    r"|fastställ(?:d|t|ts|des|da)|beslut(?:ad|at|ats|ades|ade))"
)
_DAY = r"(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2}(?::?[ea])? [a-zåäö]{3,9},? \d{4})"
_TAKEN_BY = re.compile(rf"\b{_TAKEN}(?: {_DAY})? (?:av|i|vid)\b:?", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:[A-ZÅÄÖ][\wåäö-]*[ -](?:och [a-zåäö]+[ -]?|[\wåäö-]+[ -]){0,3}?)?"
    r"[\wåäö-]*(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|[a-zåäö]*grupp(?:en)?"
    r"|nätverk(?:et)?|råd(?:et)?|beredning(?:en)?|direktion(?:en)?|ledning(?:en)?)\b",
    re.IGNORECASE,
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
_SIGNED_LINE = re.compile(
    rf"(?!Datum|Senast|Reviderad|Version|Uppdaterad)"
    rf"(?:[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?),? (?P<day>{_DAY})\W*"
)
_BLANK = re.compile(
    r"\b(?:namnförtydligande|underskrift(?:er)?:?\s*(?:\||_|\n)|ort och datum|ort, datum)",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"\b(?:förläng(?:a|s|des|ts|ning\w*))\b", re.IGNORECASE)
_DECIDER = re.compile(
    r"\b(?P<who>[A-ZÅÄÖ][\wåäö-]+(?: för [A-ZÅÄÖ]\w+)?"
    r"|styrgruppen(?: för [A-ZÅÄÖ]\w+)?)\s+beslutade\b"
    r"|\bbeslutade\s+(?P<late>styrgruppen(?: för [A-ZÅÄÖ]\w+)?|[A-ZÅÄÖ]\w+)"
)
_PARENT = re.compile(
    r"\b(?:följer|utgår från|grundar sig på|bygger på|underavtal till|är en del av|ingår i"
    r"|komplement till|bilaga till|baseras på|ansluter till)\s+(?:den |det )?"
    r"(?P<name>(?:läns\w+ |regional\w* |central\w* )?(?:\w*överenskommelsen?"
    r"|\w*avtalet)[^.\n,]{0,90}|[”\"][^”\"\n]{8,140}[”\"])",
    re.IGNORECASE,
)

_HOLDS = re.compile(r"\b(?:gäll\w*|giltig\w*|löper|från|till)\b", re.IGNORECASE)
_TAIL, _CLOSE, _NEAR = 900, 20, 90


def find_adoption(
    document: Document, labels: tuple[Labelled, ...], kind: str
) -> Fact[Adoption] | None:
    """Return evidence of signing or decision; an empty signature block is said to be blank."""
    if kind not in _SIGNED:
        return None
    if found := _last(_E_SIGNED, document.text):
        date = find_dates(document.text, found.end(), found.end() + 12)
        adoption = Adoption("e_signature", date[0].iso if date else None)
        span = (found.start(), min(len(document.text), found.end() + 19))
        return document.fact(adoption, span, Certainty.STATED, "e_signed")
    if decided := _decided(document, labels):
        return decided
    if kind in AGREEMENTS and (signed := _signed_line(document)):
        return signed
    if found := _BLANK.search(document.text):
        return document.fact(Adoption("blank"), found.span(), Certainty.DERIVED, "blank_block")
    return None


def _decided(document: Document, labels: tuple[Labelled, ...]) -> Fact[Adoption] | None:
    """Return who took it, when and under which number: from the table, else from a sentence."""
    for found in _TAKEN_BY.finditer(document.text):
        start, end = document.sentence(*found.span(), reach=160)
        before = document.text[start : found.start()]
        label = next((e.span for e in labels if e.start == found.start()), None)
        if label or _is_of_document(before):
            start, end = label or (start, end)
            if document.text[found.end() : end].strip(" :|\n"):
                adoption = _adoption(document.flat, found, (start, end), labels)
                return document.fact(adoption, (start, end), Certainty.STATED, "decided")
    if to_be := _TO_BE_DECIDED.search(document.text):
        adoption = Adoption("board_decision", _adopted(labels))
        span = document.sentence(*to_be.span(), reach=90)
        return document.fact(adoption, span, Certainty.STATED, "decided")
    return None


def _is_of_document(before: str) -> bool:
    """Tell whether what was taken is the document: it opens the line, or stands as the subject."""
    if not before.strip(" |•-"):
        return True
    return bool(_OWN.search(before[-_NEAR:])) and not _OTHERS.search(before)


def _adoption(
    text: str, found: re.Match[str], span: tuple[int, int], labels: tuple[Labelled, ...]
) -> Adoption:
    body, paragraph = (p.search(text, found.end(), span[1]) for p in (_BODY, _PARAGRAPH))
    return Adoption(
        "board_decision",
        _day_of(text, found, span) or _adopted(labels),
        body.group().strip() if body else None,
        paragraph.group() if paragraph else None,
    )


def _day_of(text: str, found: re.Match[str], span: tuple[int, int]) -> str | None:
    """Return the day of the decision: after its verb, but not the day the agreement starts."""
    days = [day for day in find_dates(text, *span) if len(day.iso) == len("2021-03-12")]
    after = [
        day
        for day in days
        if day.start >= found.start() and not _HOLDS.search(text, found.end(), day.start)
    ]
    before = [day for day in days if 0 <= found.start() - day.end <= _CLOSE]
    return next((day.iso for day in (*after, *before)), None)


def _signed_line(document: Document) -> Fact[Adoption] | None:
    """Read place and day where they stand alone on a line near the end, above the names."""
    for start, paragraph in document.paragraphs:
        if start < max(len(document.text) // 2, len(document.text) - _TAIL):
            continue
        if found := _SIGNED_LINE.fullmatch(paragraph.strip()):
            dates = find_dates(found["day"])
            adoption = Adoption("signature", dates[0].iso if dates else None)
            span = (start, start + len(paragraph))
            return document.fact(adoption, span, Certainty.STATED, "signed_line")
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    done = [found for found in pattern.finditer(text) if found.group().startswith("Färdig")]
    every = done or list(pattern.finditer(text))
    return every[-1] if every else None


def _adopted(labels: tuple[Labelled, ...]) -> str | None:
    for entry in labels:
        if entry.kind == "adopted_date" and (dates := find_dates(entry.value[:40])):
            return dates[0].iso
    return None


def find_extension(document: Document) -> Fact[Extension] | None:
    """Return a decision that moved the end of validity, wherever the document tells of one."""
    for found in _EXTENDED.finditer(document.text):
        start, end = document.sentence(*found.span())
        sentence = document.text[start:end]
        dates = [date for date in find_dates(sentence) if not date.is_bare_year]
        after = [date for date in dates if date.start > found.start() - start]
        if not after or not re.search(r"\btill\b", sentence):
            continue
        before = [date.iso for date in dates if date.start < found.start() - start]
        who = _DECIDER.search(sentence)
        by = (who["who"] or who["late"]) if who else None
        value = Extension(after[-1].iso, before[-1] if before else None, by)
        return document.fact(value, (start, end), Certainty.STATED, "extended")
    return None


def find_parent(document: Document, kind: str) -> Fact[str] | None:
    """Return the agreement that this one says it stands under."""
    if kind not in AGREEMENTS and kind != "web_page":
        return None
    if found := _PARENT.search(document.text):
        name = found["name"].strip('”" ').replace("\n", " ")
        return document.fact(name, found.span(), Certainty.STATED, "stands_under")
    return None
