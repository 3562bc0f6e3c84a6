"""When an agreement is to be followed up or revised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty, Fact, Review
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.other_papers import opening
from samklang.inventories.reading.review_words import (
    AGREEMENT,
    BEGINS_WITH_IT,
    FOLLOWED_UP,
    HAS_BEEN,
    LOCAL_ONE,
    LOCAL_ONES,
    NOT_ITS,
    OTHERS,
    OWN,
    REVISED,
    SPEAKS_ON,
)
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_READ = AGREEMENTS | {"assignment", "routine", "web_page", "board_memo"}
_TELLS = frozenset({"web_page", "board_memo"})
_HOW_OFTEN = frozenset({"yearly", "every_n_years"})
_ORDINALS = {"vartannat": 2, "varannat": 2, "tredje": 3, "fjärde": 4, "femte": 5, "andra": 2}
_ACTS = re.compile(
    r"\b(?:följ(?:s|as|a|er|ts)\b[^.\n]{0,40}?\bupp\b|uppfölj\w*|utvärder\w*|revider\w*"
    r"|revision(?:en)?\b|se(?:s)? över|översyn\w*"
    r"|stäm(?:s|ma|mas|mer)? av\b"
    r"|aktualiser\w*|ompröv\w*|uppdater\w*|omförhandl\w*|samverkansmöte\w*"
    r"|avstämning\w*|verksamhetsberättelse\w*"
    r"|åter(?:rapport|kopp)\w*|sammanställning\w*|redogörelse\w*|berättelse\w*"
    r"|(?:skriftlig|samlad) rapport|(?:läges|års)rapport\w*)",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\bårlig(?:en|a|t)?\b|\bmed ett års mellanrum\b|\bvarje (?:kalender)?år\b"
    r"|\b(?:en|1|minst en) (?:gång|ggr) (?:per|om|i|/) ?(?:år\w*"
    r"|kalenderår)|\b1 ?g(?:ång)?/år\b"
    r"|\ben gång om året|\bårsvis\b|(?<!gånger )\bper år\b|\binom ett år\b",
    re.IGNORECASE,
)
_EVERY_N = re.compile(
    r"\b(?:(?P<other>vartannat|varannat)|vart (?P<ordinal>tredje|fjärde|femte|annat)"
    r"|(?:per|varje|gång under) (?P<term>mandatperiod)) ?(?:år)?"
    r"|\bvar (?P<n>\d):[ea] år|\bmed (?P<n2>\d|två|tre|fyra|fem) års (?:intervall|mellanrum)",
    re.IGNORECASE,
)
_NO_LATER = re.compile(
    r"\b(?:senast|före|innan|inför|under|hösten|våren|i slutet av|ska (?:vara )?\w+ )"
    r"(?: (?:år(?:et)?|(?:ut|in)gången av|slutet av"
    r"|(?:första|andra|tredje|fjärde) kvartalet)){0,2}",
    re.IGNORECASE,
)
# 'med möjlighet att komplettera avtalet årligen': what may be done is not due.
_MAY = re.compile(
    r"\b(?:möjlighet(?:en|er)?|rätt|option) (?:till|att) [^.\n]{0,60}\Z", re.IGNORECASE
)
_WITH_REGIONAL = re.compile(
    r"(?:i samband med|när|vid|då)[^.\n]{0,40}?(?:revider\w*|ändr\w*|uppdater\w*)[^.\n]{0,30}?"
    r"(?:\bregional\w*|läns\w+|ramöverenskommelse\w*|centrala)|"
    r"(?:\bregional\w*|läns\w+|ramöverenskommelse\w*|centrala)[^.\n]{0,60}?\b(?:revideras"
    r"|ändras)",
    re.IGNORECASE,
)
_AT_REVISION = re.compile(
    r"(?:i samband med|när|vid|då)(?P<between>[^.\n]{0,40}?)(?:revider|ändr|uppdater)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bhalvårsvis\b|\bkvartalsvis\b|\bvarje (?:halvår|kvartal)\b"
    r"|\ben gång per (?:halvår|kvartal)\b"
    r"|\b(?:två|tre|fyra|[2-6]) gånger (?:per|om|varje) år(?:et)?\b|\bnär som helst\b"
    r"|\bvid (?:större |väsentliga )?förändring(?:ar)? (?:i|av)\b"
    r"|\bvid behov\b|\blöpande\b|\bkontinuerlig\w*|\bfortlöpande\b"
    r"|\b(?:när|då|om|ifall|begär) (?:någon|endera|en) (?:av )?part\w*"
    r"|\bföre (?:avtals|överenskommelse)\w+ (?:utgång|slut)\b"
    r"|\b(?:ett|två|tre|\d) (?:år|månader) efter (?:ikraftträd|undertecknand)\w+"
    r"|(?:(?<=revideras )|(?<=revidering ))senast \w+ månader (?:innan|före)\b"
    r"|\binför (?:framtagande(?:t)? av )?(?:ett )?(?:nytt|ny) \w*(?:avtal|överenskommelse)\b"
    r"|\bi samband med samverkansmöte\w*|\bpå (?:begäran|initiativ) av",
    re.IGNORECASE,
)
# 'gäller under mandatperioden': how long it holds.
_HOLDS_FOR = re.compile(r"\bgäll\w+ (?:under|för|inom) (?:\w+ )?\Z", re.IGNORECASE)
# '2014 års revidering' has been.
_OF_A_YEAR = re.compile(r" års\b")
_NUMBER = re.compile(r"\A(?:(?:§ ?)?\d{1,2}(?:\.\d{1,2})*\.?) *")
_BULLET = re.compile(r"[-–•●▪*] *")
_REVISES = re.compile(r"revider|omförhandl|se(?:s)? över|översyn", re.IGNORECASE)
_EXTENDED = re.compile(r"\bförläng(?:as|s|es|t|ts)\b")
# 'vartannat år, med början hösten 2031': when the turns begin, and no turn of its own.
_BEGINS_THEN = re.compile(r",?\s(?:med (?:start|början)|första gången)\b")
# 'vartannat år, nästa gång våren 2031': when it is next looked at, not when it must be done.
_TURN = re.compile(r"\b(?:med start|(?:nästa|första) gång(?:en)?)\s(?:\w+ )?\Z")
_SECTION, _OPENING, _FAR, _SHORT_REACH = 1100, 60, 90, 30
_PERIOD = 2


def find_reviews(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> tuple[Fact[Review], ...]:
    """Return every way in which the document says that it is to be looked at again."""
    if kind not in _READ:
        return ()
    found: dict[str, Fact[Review]] = {}
    clauses = (*_clauses(document, vocabulary), *_bullets(document, vocabulary))
    for review in (*_labelled(document, labels), *clauses):
        if kind in _TELLS and review.value.kind not in _HOW_OFTEN:
            continue  # the dates of a page or a memo are of what it tells
        if kind == "assignment" and _is_of_another(review):
            continue
        found.setdefault(review.value.kind, review)
    return tuple(found.values())


def _is_of_another(review: Fact[Review]) -> bool:
    """Tell whether a day to revise by is that of an agreement, and not of the assignment."""
    said, kind = review.quote.casefold(), review.value.kind
    is_evaluated = kind == "follow_up_period" and not AGREEMENT.search(said)
    return kind in {"revise_by", "follow_up_period"} and not (is_evaluated or "uppdrag" in said)


def _labelled(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Fact[Review]]:
    for entry in labels:
        if entry.kind == "revise_by" and (dates := find_dates(entry.value)):
            value = Review("revise_by", dates[0].iso)
            yield document.fact(value, entry.span, Certainty.STATED, "labelled")


def _clauses(document: Document, vocabulary: Vocabulary) -> Iterator[Fact[Review]]:
    sections = list(_sections(document, vocabulary))
    done = -1
    for found in _openings(document, sections):
        start, end = document.sentence(*found)
        if start < done:
            continue
        done = end
        within = any(low <= start < high for low, high in sections)
        sentence = document.text[start:end]
        if _is_own(document, sentence, within=within) or _goes_on(document, start, sentence):
            yield from _reviews(document, start, sentence, within=within)


def _openings(document: Document, sections: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find every act of follow-up, and within its sections also every word for how often."""
    spans = [act.span() for act in _ACTS.finditer(document.text)]
    for section in sections:
        for pattern in (_YEARLY, _EVERY_N):
            spans += [found.span() for found in pattern.finditer(document.text, *section)]
    return sorted(spans)


def _bullets(document: Document, vocabulary: Vocabulary) -> Iterator[Fact[Review]]:
    """Read the list items of a section about follow-up that open with how often."""
    sections = list(_sections(document, vocabulary))
    for start, paragraph in document.paragraphs:
        item = _BULLET.match(paragraph)
        if not item or not any(low <= start < high for low, high in sections):
            continue
        opening = paragraph[item.end() : item.end() + _OPENING]
        for review, found in _read(document, opening, within=True):
            at = start + item.end()
            if found.start() == 0:
                span = (at + found.start(), at + found.end())
                yield document.fact(
                    review, document.sentence(*span, reach=90), Certainty.STATED, "item"
                )


def _sections(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Find the sections about follow-up, revision and validity: heading to next heading."""
    paragraphs = document.paragraphs
    for i, (start, paragraph) in enumerate(paragraphs):
        heading = _NUMBER.sub("", paragraph).strip(" :#")
        if not any(
            vocabulary.headings[name].fullmatch(heading) for name in ("follow_up", "validity")
        ):
            continue
        numbered = bool(_NUMBER.match(paragraph))
        end = next(
            (s for s, p in paragraphs[i + 1 :] if numbered and _NUMBER.match(p)), start + _SECTION
        )
        yield start, min(end, start + _SECTION)


def _is_own(document: Document, sentence: str, *, within: bool) -> bool:
    is_others = OTHERS.search(sentence) and not BEGINS_WITH_IT.match(sentence)
    is_local = LOCAL_ONE.match(sentence) and "lokal" not in opening(document)
    if is_others or is_local or LOCAL_ONES.match(sentence) or NOT_ITS.match(sentence):
        return False
    own = (OWN, document.regional_name, document.local_name)
    names_it = any(pattern.search(sentence) for pattern in own)
    return within or names_it or bool(REVISED.match(sentence))


def _goes_on(document: Document, start: int, sentence: str) -> bool:
    """Tell whether 'Den ses över …' speaks of the document that the sentence before it names."""
    if start < _PERIOD or not SPEAKS_ON.search(sentence):
        return False
    before = document.text[slice(*document.sentence(start - _PERIOD, start - _PERIOD))]
    return any(one.search(before) for one in (OWN, document.regional_name, document.local_name))


def _reviews(
    document: Document, start: int, sentence: str, *, within: bool
) -> Iterator[Fact[Review]]:
    for review, found in _read(document, sentence, within=within):
        span = document.sentence(start + found.start(), start + found.end(), reach=90)
        yield document.fact(review, span, Certainty.STATED, "clause")


def _read(
    document: Document, sentence: str, *, within: bool
) -> Iterator[tuple[Review, re.Match[str]]]:
    every = _EVERY_N.search(sentence)
    if every and not _HOLDS_FOR.search(sentence, 0, every.start()):
        yield Review("every_n_years", _years(every)), every
    elif (yearly := _YEARLY.search(sentence)) and not _MAY.search(sentence, 0, yearly.end()):
        yield Review("yearly", 1), yearly
    if regional := _WITH_REGIONAL.search(sentence) or _with_short_name(document, sentence):
        yield Review("when_regional_revised"), regional
    dated = _dated(sentence)
    if dated and not (every and _BEGINS_THEN.match(sentence, every.end())):
        yield dated
    other = None if regional else _OTHER.search(sentence)
    if other and not (dated and other.group().casefold().startswith("före")):
        yield from _otherwise(sentence, other, within=within)


def _otherwise(
    sentence: str, other: re.Match[str], *, within: bool
) -> Iterator[tuple[Review, re.Match[str]]]:
    if other.start() == 0 or _is_near(sentence, other, within=within):
        yield Review("other", other.group().casefold()), other


def _with_short_name(document: Document, sentence: str) -> re.Match[str] | None:
    """Find 'when it is revised' with the short name of a regional agreement in it or just after."""
    found = _AT_REVISION.search(sentence)
    if found is None:
        return None
    zone = (found.start("between"), found.end() + _SHORT_REACH)
    return found if document.regional_name.search(sentence, *zone) else None


def _is_near(sentence: str, other: re.Match[str], *, within: bool) -> bool:
    """Tell whether 'when needed' speaks of the follow-up and stands close to it."""
    acts = list(_ACTS.finditer(sentence))
    distances = [max(act.start() - other.end(), other.start() - act.end()) for act in acts]
    names_it = bool(FOLLOWED_UP.search(sentence))
    return (within or names_it) and min(distances, default=_FAR) < _FAR


def _years(found: re.Match[str]) -> int:
    if found["other"]:
        return 2
    if found["term"]:
        return 4
    count = found["n"] or found["n2"] or found["ordinal"] or ""
    words = {"annat": 2, "två": 2, "tre": 3, "fyra": 4, "fem": 5, **_ORDINALS}
    return int(count) if count.isdigit() else words[count.casefold()]


def _dated(sentence: str) -> tuple[Review, re.Match[str]] | None:
    limits, act = list(_NO_LATER.finditer(sentence)), _ACTS.search(sentence)
    if not limits or not act or _EXTENDED.search(sentence) or HAS_BEEN.search(sentence):
        return None
    limit = limits[0]
    dates = [
        date
        for date in find_dates(sentence)
        if not _OF_A_YEAR.match(sentence, date.end)
        and (not date.is_bare_year or any(0 <= date.start - one.end() <= 1 for one in limits))
    ]
    if not dates:
        return None
    if len(dates) >= _PERIOD and dates[1].start - dates[0].end <= _PERIOD * 3:
        return Review("follow_up_period", (dates[0].iso, dates[1].iso)), limit
    is_turn = _TURN.search(sentence, 0, limit.start())
    is_revised = _REVISES.match(act.group()) and not is_turn
    return Review("revise_by" if is_revised else "follow_up_period", dates[0].iso), limit
