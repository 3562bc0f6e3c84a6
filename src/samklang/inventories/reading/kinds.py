"""What kind of document it is, weighed from many small signs; an agreement is never invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from samklang.inventories.reading.addresses import host, last_part
from samklang.inventories.reading.emptiness import what_is_missing
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.federations import founding_order
from samklang.inventories.reading.first_lines import name_line, title_lines
from samklang.inventories.reading.kind_words import likelihoods, marks_of
from samklang.inventories.reading.memos import opens_as_memo
from samklang.inventories.reading.named_sides import names_two_sides
from samklang.inventories.reading.openings import own_opening
from samklang.inventories.reading.parts import second_document
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.slides import SHORT_LINE, is_slides, is_spread
from samklang.inventories.reading.vocabulary import Signal, Vocabulary

AGREEMENTS = frozenset({"regional_agreement", "local_agreement", "other_agreement"})
_FAMILY = ("regional_agreement", "local_agreement", "other_agreement")
_LOOK_ALIKES = ("agreement_with_individual", "agreement_with_provider")
_LOOK_ALIKE_LEAST = {"agreement_with_individual": 4.0, "agreement_with_provider": 4.5}
# Where nothing speaks of two authorities, little is needed to see that one side is none.
_LOOK_ALIKE_ALONE = 2.0
# What a board adopts for others: read as other papers are, and told as a law text.
RULES = "rules"
_IS_NAMED_ONE, _CONTRACT_SHARE = 3.0, 0.25
_TOLD_OF = frozenset({"report", "routine", "project_plan", "policy", "survey"})
_NAME_ON_PAGE = 0.5
_TITLE_LENGTH, _NAME_LENGTH = 400, 180
_NUMBER = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2})*\.?|§ ?\d+|[A-Z]\.) ")
_LISTED = re.compile(r"\d{1,2}[.)] ")
_INLINE_HEADING = re.compile(
    r"(?<=\s)(?:\d{1,2}(?:\.\d)?\.?|§ ?\d+) (?P<words>[A-ZÅÄÖ][\wåäö]{4,})\b"
)
# A look-alike, a law and a task are known by few sure words, and no agreement comes of words alone.
_NOT_OUTVOTED = frozenset({*_LOOK_ALIKES, "law_text", "assignment"})
_NOT_BY_WORDS = AGREEMENTS | set(_LOOK_ALIKES)
_SURE_AGAINST_SIGNALS, _SURE_ALONE = 0.7, 0.5
_BETWEEN_TWO = re.compile(r"\W*\w*(?:överenskommelse|avtal)\b[^\n]{0,60}\bmellan\b", re.IGNORECASE)
# Without the form of one, what has this little of an agreement's words is none.
_DOUBTED = 0.2
_LONGEST_HEADING, _FLATTENED = 90, 700


def judge_kind(document: Document, vocabulary: Vocabulary) -> Fact[str]:
    """Say what kind of document it is: what its signals say, unless its words say otherwise."""
    kind = _judged(document, vocabulary)
    is_other = kind.value == "other_document" and not is_page(document, vocabulary)
    _, name = name_line(list(title_lines(document, vocabulary)), vocabulary)
    rules = re.search(vocabulary.kind_settings["rules"], name, re.IGNORECASE)
    return replace(kind, value=RULES, reason="rules") if is_other and rules else kind


def _judged(document: Document, vocabulary: Vocabulary) -> Fact[str]:
    """Take what is missing, then a form of its own, then the signals or the words."""
    if nothing := what_is_missing(document, vocabulary):
        return _fact(document, "not_a_document", *nothing)
    if formed_as := _by_form(document, vocabulary):
        return formed_as
    signalled, formed = _by_signals(document, vocabulary)
    if signalled.value in _NOT_OUTVOTED:
        return signalled
    worded, outvotes = _by_words(document, vocabulary, signalled, formed=formed)
    # What asks a board to decide is a memo, whatever it reports.
    is_asked = (signalled.value, worded) == ("board_memo", "report")
    is_asked |= signalled.value == "board_memo" and opens_as_memo(document)
    if not outvotes or worded == signalled.value or is_asked:
        return signalled
    return replace(signalled, value=worded, certainty=Certainty.GUESSED, reason="words")


def _by_form(document: Document, vocabulary: Vocabulary) -> Fact[str] | None:
    """Return the kind that a form says alone: a name in capitals, a federation's order, slides."""
    if opening := own_opening(list(title_lines(document, vocabulary)), vocabulary):
        return document.fact(opening.kind, opening.span, Certainty.DERIVED, "opening")
    if named := founding_order(document, vocabulary):
        return document.fact("other_agreement", named, Certainty.DERIVED, "founding")
    if is_spread(document):
        return document.fact("report", (0, SHORT_LINE), Certainty.DERIVED, "slides")
    return None


def _by_words(
    document: Document, vocabulary: Vocabulary, signalled: Fact[str], *, formed: bool
) -> tuple[str, bool]:
    """Return the kind that the words make likeliest, and whether they outvote the signals."""
    on_page = is_page(document, vocabulary)
    _, name = name_line(list(title_lines(document, vocabulary)), vocabulary)
    likely = likelihoods(marks_of(document, name, is_page=on_page), vocabulary.kind_words)
    ruled_out = _NOT_BY_WORDS if on_page else {*_NOT_BY_WORDS, "web_page"}
    said = [(share, kind) for kind, share in likely.items() if kind not in ruled_out]
    share, worded = max(said, default=(0.0, ""))
    agreeing = sum(likely.get(kind, 0) for kind in _NOT_BY_WORDS)
    is_agreement = signalled.value in AGREEMENTS
    # A summary, a letter or a memo about an agreement has no table of contents, nor lines to sign.
    is_bare = not (formed or document.contents or document.is_to_sign)
    is_named = names_two_sides(name, vocabulary)
    is_doubted = bool(likely) and is_agreement and is_bare and agreeing < _DOUBTED
    is_doubted = is_doubted and not is_named
    if is_doubted and _BETWEEN_TWO.match(name):
        worded = "other_document"  # a summary of it, of whatever kind
    if is_agreement and not on_page and (is_named or not is_bare):
        return worded, False
    least = _SURE_ALONE if signalled.reason == "no_signs" else _SURE_AGAINST_SIGNALS
    return worded, is_doubted or share > least


def _by_signals(document: Document, vocabulary: Vocabulary) -> tuple[Fact[str], bool]:
    """Take the kind with most signals; say whether any shows the form of an agreement."""
    scores, hits, formed = _weigh(document, vocabulary)
    family = {kind: scores[kind] for kind in (*_FAMILY, *_LOOK_ALIKES)}
    if scores["agreement"] >= _IS_NAMED_ONE:  # what a contract is made of has that form too
        scores["agreement"] += _CONTRACT_SHARE * max(family[kind] for kind in _LOOK_ALIKES)
    rest = {kind: score for kind, score in scores.items() if kind not in family}
    is_told_of = "agreement" not in formed and is_page(document, vocabulary)
    if "minutes" not in formed:
        rest.pop("minutes", None)
    if is_told_of or rest.get("agreement", 0) < vocabulary.kind_settings["least_agreement"]:
        rest.pop("agreement", None)
    best = max(rest, key=lambda kind: rest[kind], default="other_document")
    if not rest or rest[best] < vocabulary.kind_settings["least"]:
        return _fact(document, "other_document", (0, 0), "no_signs"), "agreement" in formed
    kind = best
    if best == "agreement":
        is_form = rest.get("template", 0) >= vocabulary.kind_settings["least_template"]
        kind = "template" if is_form else _which_agreement(document, family)
    span = hits.get(kind) or hits.get(best) or (0, 0)
    told = kind != "other_agreement" or family[kind] > 0
    reason = "weighed" if told else "undecided"
    return _fact(document, kind, span, reason), "agreement" in formed


def _fact(document: Document, kind: str, span: tuple[int, int], reason: str) -> Fact[str]:
    start, end = document.sentence(*span, reach=80)
    return document.fact(kind, (start, end), Certainty.DERIVED, reason)


def _weigh(
    document: Document, vocabulary: Vocabulary
) -> tuple[dict[str, float], dict[str, tuple[int, int]], set[str]]:
    """Sum up the signals for each kind; say also the kinds whose own form they show."""
    scores: Counter[str] = Counter()
    hits: dict[str, tuple[int, int]] = {}
    formed: set[str] = set()
    zones, on_page = _zones(document, vocabulary), is_page(document, vocabulary)
    for signal in vocabulary.signals:
        spans = _spans(signal, document, zones, vocabulary)
        weight = signal.weight * (_NAME_ON_PAGE if on_page and _only_names(signal) else 1)
        scores[signal.kind] += weight * min(signal.most, len(spans))  # type: ignore[assignment]
        formed |= {signal.kind} if spans and signal.form else set()
        if spans and spans[0][1]:
            hits.setdefault(signal.kind, spans[0])
    return dict(scores), hits, formed


def _only_names(signal: Signal) -> bool:
    """Tell whether a signal hears a word in a title, which on a page may be what it tells of."""
    return signal.kind in _TOLD_OF and signal.where in {"name", "title"}


def _spans(
    signal: Signal, document: Document, zones: dict[str, tuple[int, int]], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    if signal.where == "heading":
        found = [
            (start, end)
            for start, end, words in _headings_for(signal, document)
            if end <= zones["text"][1] and signal.pattern.fullmatch(words)
        ]
        return found + [(0, 0) for words in document.contents if _is_heading(signal, words)]
    if signal.where == "address":
        return [(0, 0)] if is_page(document, vocabulary) else []
    if signal.where in {"slug", "page_slug"}:  # of a kept document, of a page
        is_wanted = is_page(document, vocabulary) == (signal.where == "page_slug")
        named = document.address and signal.pattern.search(last_part(document.address))
        return [(0, 0)] if is_wanted and named else []
    if signal.where == "slides":
        return [(0, 0)] if is_slides(document) else []
    return _matches(signal, document, zones[signal.where])


def _matches(signal: Signal, document: Document, zone: tuple[int, int]) -> list[tuple[int, int]]:
    """Find a signal's words in its stretch of the text."""
    start, stop = zone
    text = document.text if signal.where in {"text", "head", "top"} else document.flat
    # Cut out, so that a pattern's own beginning is the zone's.
    matches = signal.pattern.finditer(text[start:stop])
    if signal.where == "head":  # the same word again says no more
        matches = iter({one.group().casefold(): one for one in matches}.values())
    found = sorted((start + one.start(), start + one.end()) for one in matches)
    if signal.where == "title":
        found = [span for span in found if not _in_prose(document, span, start)]
    if signal.where == "text":
        found += [(0, 0) for words in document.contents if signal.pattern.search(words)]
    return found


def _in_prose(document: Document, span: tuple[int, int], title: int) -> bool:
    """Tell whether words stand in a sentence or a list below the title, and name no document."""
    low = document.text.rfind("\n", 0, span[0]) + 1
    high = document.text.find("\n", span[0])
    if low > title and _LISTED.match(document.text, low):
        return True
    if low == span[0] and not document.text[span[1] : span[1] + 1].isalpha():
        return False
    line = document.text[low : high if high >= 0 else len(document.text)].rstrip()
    return low > title and line.endswith((".", ":")) and SHORT_LINE < len(line) < _FLATTENED


def _is_heading(signal: Signal, words: str) -> bool:
    return bool(signal.pattern.fullmatch(_NUMBER.sub("", words)))


def _zones(document: Document, vocabulary: Vocabulary) -> dict[str, tuple[int, int]]:
    """Say where the name, the first lines, the first page and the first document begin and end."""
    second = second_document(document.text)
    length = second[0] if second else len(document.text)
    lines = list(title_lines(document, vocabulary))
    start = lines[0][0] if lines else 0
    named, name = name_line(lines, vocabulary)
    return {
        "name": (named, named + min(len(name), _NAME_LENGTH)),
        "title": (start, min(length, start + _TITLE_LENGTH)),
        "top": (max(0, start - 1), min(length, start + _TITLE_LENGTH)),
        "head": (0, min(length, len(document.head))),
        "text": (0, length),
    }


def _headings(document: Document) -> Iterator[tuple[int, int, str]]:
    for start, paragraph in document.paragraphs:
        if len(paragraph) <= _LONGEST_HEADING and paragraph[-1:] not in {".", ","}:
            words = _NUMBER.sub("", paragraph).strip(" :#")
            yield start, start + len(paragraph), words


def _headings_for(signal: Signal, document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the headings; in a flattened page, an agreement's numbered ones inside the line too."""
    yield from _headings(document)
    for start, paragraph in document.paragraphs if signal.form else ():
        if len(paragraph) >= _FLATTENED:
            for found in _INLINE_HEADING.finditer(paragraph):
                yield start + found.start("words"), start + found.end("words"), found["words"]


# An agreement saved as HTML keeps its own headings; a page that tells of one has none of them.
_OWN_HEADINGS = re.compile(r"^(?:\d+\.?\s+)?(?:Parter|Syfte|Giltighet\w*)\b", re.MULTILINE)


def is_page(document: Document, vocabulary: Vocabulary) -> bool:
    """Tell whether the text was saved from a page of a web site, not from a file on one."""
    settings = vocabulary.kind_settings
    if not document.address:
        return document.format == "html" and not _OWN_HEADINGS.search(document.text)
    is_kept = re.search(settings["document_hosts"], host(document.address), re.IGNORECASE)
    if is_kept or re.search(settings["document_file"], document.address, re.IGNORECASE):
        return False
    return not re.search(settings["host_marks"], document.head, re.IGNORECASE | re.MULTILINE)


def _which_agreement(document: Document, family: dict[str, float]) -> str:
    look_alike = max(_LOOK_ALIKES, key=lambda kind: family[kind])
    cooperation = max(family[kind] for kind in _FAMILY)
    least = _LOOK_ALIKE_LEAST[look_alike] if cooperation else _LOOK_ALIKE_ALONE
    if family[look_alike] >= max(least, cooperation + 1):
        return look_alike
    best = max(_FAMILY, key=lambda kind: family[kind])
    return best if family[best] else "other_agreement"
