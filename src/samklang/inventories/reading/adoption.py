"""How the parties took the agreement, whether a decision extended it, and what stands above it."""

from __future__ import annotations

import re

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.decision import DAY, find_decision
from samklang.inventories.reading.facts import Adoption, Certainty, Extension, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.other_papers import tells_of_another
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
_SIGNED_LINE = re.compile(
    rf"(?!Datum|Senast|Reviderad|Version|Uppdaterad)"
    rf"(?:[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)?),? (?P<day>{DAY})\W*"
)
_BLANK = re.compile(
    r"\b(?:namnförtydligande|underskrift(?:er)?:?\s*(?:\||_|\n)|ort och datum|ort, datum)",
    re.IGNORECASE,
)
_LINES = re.compile(r"_{8,}|\.{20,}|…{7,}")
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

_TAIL = 900


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
    if decided := find_decision(document, labels):
        return decided
    if kind in AGREEMENTS and (signed := _signed_line(document)):
        return signed
    tail = max(len(document.text) // 2, len(document.text) - _TAIL)
    if found := _BLANK.search(document.text) or _LINES.search(document.text, tail):
        return document.fact(Adoption("blank"), found.span(), Certainty.DERIVED, "blank_block")
    return None


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


def find_extension(document: Document) -> Fact[Extension] | None:
    """Return a decision that moved the end of validity, wherever the document tells of one."""
    for found in _EXTENDED.finditer(document.text):
        start, end = document.sentence(*found.span())
        sentence = document.text[start:end]
        dates = [date for date in find_dates(sentence) if not date.is_bare_year]
        after = [date for date in dates if date.start > found.start() - start]
        is_told = after and re.search(r"\btill\b", sentence)
        if not is_told or tells_of_another(document, start, found.start()):
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
