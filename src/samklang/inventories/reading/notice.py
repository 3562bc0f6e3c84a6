"""How many months' notice an agreement asks of a party that wants to leave it."""

from __future__ import annotations

import re

from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.other_papers import tells_of_another
from samklang.inventories.reading.running_text import Document

_NUMBERS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "arton": 18, "tjugofyra": 24,
}  # fmt: skip
_COUNT = (
    r"(?P<count>\d{1,2}|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|arton|tjugofyra)"
    r"(?: \([\w ]{1,12}\))?"
)
_MONTHS = rf"{_COUNT} (?:kalender)?mån(?:ad(?:er(?:s)?|s)?|\b)"
_YEAR = (
    r"(?P<year>ett|två|tre|fyra|fem|[1-5]) (?:\([\w ]{1,8}\) )?"
    r"(?:(?P<half>halvt? ?år)s?|(?:kalender|verksamhets)?års?\b)"
)
_IT = r"(?:ur )?(?:överenskommelsen|avtalet|samarbetet|samverkan)"
# 'två år i taget' is how long it goes on.
_PERIOD = rf"(?:{_MONTHS}|{_YEAR})(?! (?:i taget|i sänder|åt gången))"
_CANCEL = r"(?:(?:upp)?säg(?:as|es|s|a|er|t)|(?:upp)?sag(?:ts?|d))"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\buppsägningstid(?:en)?\b[^.\n]{{0,60}}?\b{_PERIOD}",
        rf"(?<=\n)uppsägning(?:stid)? ?:?[ \n]+{_PERIOD}(?=\n)",
        rf"\b{_PERIOD}(?: ömsesidig| skriftlig)? uppsägning(?:stid)?\b",
        rf"\b{_CANCEL}(?: upp)?\b[^.\n]{{0,130}}?\b{_PERIOD}",
        rf"\b{_PERIOD}(?: ömsesidig| skriftlig)? (?:varsel|framförhållning)\b",
        rf"\b(?:lämna|frånträda?|utträda?|avsluta) {_IT}\b[^.\n]{{0,100}}?\b{_PERIOD}",
        rf"\buppsägning(?:en)?\b[^.\n]{{0,130}}?\b{_PERIOD}",
        rf"\bupphör (?:den |det |{_IT} )?(?:då |att gälla )?{_PERIOD} (?:senare|efter)",
        rf"\b{_PERIOD} (?:i förväg|dessförinnan(?! tar\b))\b",
        rf"\b{_PERIOD}[^.\n]{{0,60}}?\b(?:säg(?:as|s|a|er) upp|uppsägning)\b",
    )
]
_OWN = re.compile(
    r"överenskommelse|avtal|\bpart(?:en|er|erna|s)?\b|förbundet\b|förbundsordning", re.IGNORECASE
)
_OTHERS = re.compile(
    r"läkarorganisation|\bavtal med (?!tolv|sex|tre|en)[a-zåäö]{4,}|\buppdrag|utförare|hyres"
    r"|anställ|lägenhet|\blokalavtal|hyra\b|\bplats(?:en)?\b|hävning",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"överenskommelsen\b|avtalet\b"
    r"|\b(?:denna|detta)\b|\bpart(?:en|er|erna)?\b|\buppsägningstiden\b",
    re.IGNORECASE,
)
# 'förlängs avtalet med ett år': how long it goes on, not what notice it asks.
_GOES_ON = re.compile(
    r"\b(?:förläng(?:s|as|es|er|t|ts|des)|löper|fortsätter)\b[^.\n]{0,60}?"
    r"\b(?:med|på) (?:ytterligare )?\Z",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12


def find_notice(document: Document, kind: str) -> Fact[int] | None:
    """Return the notice for the agreement itself, not for what it regulates."""
    is_read = kind in AGREEMENTS or kind == "board_memo" or kind.startswith("agreement_with")
    if not is_read:
        return None
    told = [
        found
        for form in _FORMS
        for found in form.finditer(document.text)
        if _is_own(document, found)
    ]
    if not told:
        return None
    best = next((found for found in told if _names_it(document, found)), told[0])
    span = document.sentence(*best.span(), reach=60)
    return document.fact(_months(best), span, Certainty.STATED, "clause")


def _names_it(document: Document, found: re.Match[str]) -> bool:
    """Tell whether the sentence names the agreement or a party, and not just any agreement."""
    start, _ = document.sentence(*found.span())
    return bool(_DEFINITE.search(document.text, start, found.end()))


def _months(found: re.Match[str]) -> int:
    if found["year"]:
        return _number(found["year"]) * _MONTHS_A_YEAR // (2 if found["half"] else 1)
    return _number(found["count"])


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


def _is_own(document: Document, found: re.Match[str]) -> bool:
    start, end = document.sentence(*found.span())
    sentence = document.text[start:end]
    if tells_of_another(document, start, found.start()) or _is_how_long(document, found):
        return False
    around = document.text[max(0, start - 300) : end]
    return bool(_OWN.search(around)) and not _OTHERS.search(sentence)


def _is_how_long(document: Document, found: re.Match[str]) -> bool:
    """Tell whether the months or years are how long an agreement goes on by itself."""
    start = found.start("year") if found["year"] else found.start("count")
    paragraph = document.text.rfind("\n", 0, start) + 1
    return bool(_GOES_ON.search(document.text, paragraph, start))
