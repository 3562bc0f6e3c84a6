"""What the dates of the running text are of: the start or the end of the document's own validity.

Every date is looked at once. What stands right before it says whether something starts or ends;
the nearest act of the sentence says whether that something is validity, or a follow-up, a report,
a law. Only a sentence about the document itself counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samklang.inventories.reading.between_dates import is_second
from samklang.inventories.reading.dates import Date, find_dates
from samklang.inventories.reading.existence import is_there_since
from samklang.inventories.reading.facts import Certainty
from samklang.inventories.reading.other_papers import ends_another, is_when_made
from samklang.inventories.reading.own_clauses import is_own, names_itself
from samklang.inventories.reading.running_text import Document

START, END, OPEN = "valid_from", "valid_until", "until_further_notice"
EXISTENCE, ROW = "existence", "row"
FROM_WORDS = (
    r"(?:från och med|fr\.? ?o\.? ?m\.?|from|fom|från|med början|med verkan från|sedan|räknat från)"
)
TO_WORDS = (
    r"(?:till (?:och med )?(?:utgången|slutet) av(?: år)?|till och med|t\.? ?o\.? ?m\.?|tom"
    r"|längst till|fram till|till)"
)
RANGE = re.compile(
    rf"[\s,]*(?:[-–—]{{1,2}}|(?:och )?{TO_WORDS})\s*(?:och med\s+)?(?:den\s+)?\Z", re.IGNORECASE
)
_HOLDS = (
    r"(?:gäll(?:er|a|ande|t)|giltig\w*|löp(?:er|a)|löptid\w*|tecknas?|tecknad|träffas|ingås"
    r"|sträcker sig|träd(?:er|de|a)|tillämpas|(?:avtals|arrende|hyres|upplåtelse)tid\w*"
    r"|avtalsperiod\w*|ant(?:agen|ar|a|as)"
    r"|första (?:avtals)?dag(?:en)?"
    r"|i ?kraft|börjar?|började|upphör\w*|avslutas|avslutat|slutar|varaktighet\w*"
    r"|(?:omfattar|avser) (?:tiden|perioden|(?:verksamhets|kalender)?åren)"
    r"|godkänn(?:er|a|s)|påbörjas"
    r"|tar sin början|(?<=uppdraget )(?:pågår|startar)|slutför\w*"
    r"|till(?:s)? ?vidare"
    r"|(?:(?<=överenskommelsen har )|(?<=avtalet har ))funnits(?= sedan\b)"
    r"|(?P<moves>förläng\w*))"
)
# Acts with dates of their own: what follows them is not the validity.
_OTHER_ACTS = (
    r"(?:revider\w*|revision\w*|uppfölj\w*|följ\w* upp|utvärder\w*|översyn\w*|ses? över"
    r"|aktualiser\w*|uppdater\w*|omförhandl\w*|redovis\w*|rapporter\w*|lämna\w*|skicka\w*"
    r"|säg\w* upp|sagts upp|(?<!utan )(?<!föregående )uppsäg\w*|gällde"
    r"|ersätt(?:er|a|s)|projekt\w*|inför\w*|pågick|ingick|träffades?|slöts?)"
)
_ACT = re.compile(rf"\b(?:(?P<holds>{_HOLDS})|{_OTHER_ACTS})(?!\w)", re.IGNORECASE)
_ROLE = re.compile(
    rf"\b(?:(?P<end>{TO_WORDS}(?: mandatperiodens slut)?"
    r"|(?:upphör(?:a|er)?|slutar)(?:,? (?!från)[a-zåäö]+){0,4}"
    r"|löp(?:er|a) ut|(?:avslutas|avslutat|slutför\w*)(?: senast)?)"
    rf"|(?P<start>{FROM_WORDS}|första (?:avtals)?dag(?:en)? är"
    r"|påbörjas|startar|tar sin början|(?:gäller|giltigt?|löper) mellan"
    r"|(?:börjar? (?:gälla|tillämpas)|i ?kraft) (?:i|vid)|i ?kraft|gäller|gälla"
    r"|giltig\w*|löper|löpa|(?:tids|avtals)?perioden|(?:under|för|avser) tiden"
    r"|(?:verksamhets|kalender)?åren))"
    r"\s*[:,]?\s*(?:och med\s+)?(?:den\s+)?\Z",
    re.IGNORECASE,
)
# 'Den 1 juli trädde avtalet i kraft', 'Den 31 december upphör avtalet'.
_ACT_AFTER = re.compile(
    r"\A(?:,? (?:då|när|varvid)(?: \w+){0,3})?,? ?"
    r"(?:(?P<end>upphör|löper[^.]{0,40}? ut\b)|(?P<start>träd|kommer|börja|gäller))",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\btill(?:s)? ?vidare\b|\btill dess\b|\btills (?:dess|att|den|det|denna|detta|part\w*"
    r"|någon|endera|överenskommelsen|avtalet|annan|annat|ny|nytt)\b",
    re.IGNORECASE,
)
# 'till dess den ersätts av en ny, dock senast till': what ends it sooner is no act of the end.
_UNTIL_THEN = re.compile(r"\btills? dess\b[^.;]*?(?=,? dock (?:senast|längst)\b)", re.IGNORECASE)
# 'upphör, om den inte dessförinnan förlängts, den 31 december'
_UNLESS = re.compile(r", om (?:den|det|avtalet|överenskommelsen) inte [^.,]{3,50},")
_CONDITIONAL = re.compile(
    r"\b(?:därefter|annars|såvida|i annat fall|förläng\w*"
    r"|om (?:inte|ingen|avtalet|överenskommelsen))\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"\b(?:kan|får|möjlighet\w*|option\w*|kunna|rätt att|föreslås?)\b", re.IGNORECASE
)
# 'dock tidigast så att det upphör | 2034': when it may end is not when it ends.
_IT = re.compile(r"\W*(?:Den|Det) (?:har|skulle|är)\b")
_ITS_TIME = "giltighetstiden"
_SOONEST = re.compile(r"\btidigast\b[^.;]{0,30}\b(?:upphör|löper ut)[^.;]{0,20}\Z")
# 'med ambitionen att avtalet ska kunna träda i kraft': what somebody hopes for is not settled.
_HOPED = re.compile(
    r"\b(?:ambition\w*|målsättning\w*|förhoppning\w*|(?:ska|skall) kunna|skulle|i så fall)\b",
    re.IGNORECASE,
)
_SENTENCE, _AFTER = 200, 60


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that says something of the validity; `moves` when a decision moved the end.

    `stands_alone`: said of the document by name and without conditions, so that another value
    elsewhere would contradict it.
    """

    part: str
    value: str
    span: tuple[int, int]
    certainty: Certainty = Certainty.STATED
    reason: str = "clause"
    moves: bool = False
    stands_alone: bool = True


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, what stands right before it, and the act that governs it."""

    date: Date
    role: str
    act: tuple[int, int]
    moves: bool = False
    is_old: bool = False


def clause_statements(document: Document) -> Iterator[Statement]:
    """Yield every start and end that the text states, in order."""
    before: Date | None = None
    dates = find_dates(document.flat)
    for date, after in pairwise([*dates, None]):
        if date and (found := _dated(document, date, before, after)):
            yield from _statement(document, found)
        before = date


def _dated(
    document: Document, date: Date, before: Date | None, after: Date | None
) -> _Dated | None:
    start, end = document.sentence(date.start, date.end, reach=_SENTENCE)
    left = _UNLESS.sub(_blanked, document.flat[start : date.start])
    if is_when_made(document.flat, left, date):
        return None
    role = _role(document, left, date, before, after)
    right = document.flat[date.end : min(end, date.end + _AFTER)]
    if is_there_since(left, right):
        return _Dated(date, START, (date.start - len("sedan "), date.end), is_old=True)
    acts = list(_ACT.finditer(_UNTIL_THEN.sub(_blanked, left)))
    if role and acts:
        # 'gäller tills vidare, dock längst till': the sentence is about what holds.
        first = acts[-2:][0] if _OPEN.fullmatch(acts[-1].group()) else acts[-1]
        act = (start + first.start(), start + acts[-1].end())
        moves = role == END and any(one["moves"] for one in acts)
        return _Dated(date, role, act, moves) if acts[-1]["holds"] else None
    said = _ACT_AFTER.match(right)
    if role == START and not acts and ends_another(document, date):
        return None
    role = role or ((END if said["end"] else START) if said else "")
    next_act = _ACT.search(right)
    if not role or acts or date.is_bare_year or not next_act or not next_act["holds"]:
        return None
    return _Dated(date, role, (date.end + next_act.start(), date.end + next_act.end()))


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _role(
    document: Document, left: str, date: Date, before: Date | None, after: Date | None
) -> str:
    """Say whether a date starts or ends something: by the words before it, or as half a range."""
    gap = (before.end, date.start) if before else (0, 0)
    if before and (RANGE.fullmatch(document.flat, *gap) or is_second(document.flat, left, gap)):
        return END
    if found := _ROLE.search(left):
        return END if found["end"] else START
    is_first = after and RANGE.fullmatch(document.flat, date.end, after.start)
    return START if is_first else ""


def _statement(document: Document, found: _Dated) -> Iterator[Statement]:
    span = (min(found.act[0], found.date.start), max(found.act[1], found.date.end))
    start, end = document.sentence(*span, reach=_SENTENCE)
    before = document.flat[start : found.date.start]
    if (found.moves and _OPTIONAL.search(before)) or _SOONEST.search(before):
        return
    is_it = is_own(document, span) or (found.moves and (_IT.match(before) or _ITS_TIME in before))
    if is_it and not _HOPED.search(before.rpartition(" men ")[2]):
        opens = not document.flat[start : found.act[0]].strip(" |•-")
        named = names_itself(document, (start, end))
        said = (found.role, found.date.iso, span)
        why = EXISTENCE if found.is_old else "clause" if named else ROW
        yield Statement(*said, reason=why, moves=found.moves, stands_alone=opens or named)


def open_statements(document: Document) -> Iterator[Statement]:
    """Yield every place that says that the document holds until further notice."""
    for found in _OPEN.finditer(document.flat):
        start, end = document.sentence(*found.span(), reach=_SENTENCE)
        acts = list(_ACT.finditer(document.flat, start, found.start()))
        says_it = found.group().casefold().replace(" ", "").endswith("vidare")
        governed = acts[-1]["holds"] if acts else says_it
        said = (acts[-1].start() if acts else found.start(), found.end())
        if governed and is_own(document, said):
            plain = not _CONDITIONAL.search(document.flat, start, end)
            span = document.sentence(*found.span(), reach=90)
            named = plain and names_itself(document, (start, end))
            yield Statement(OPEN, OPEN, span, reason="open_ended", stands_alone=named)
