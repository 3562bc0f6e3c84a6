"""Places in one document that cannot all be right: both are shown, none is chosen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Contradiction, Fact, Party
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.validity import Validity
from samklang.inventories.reading.vocabulary import Vocabulary

Span = tuple[int, int]
_SHORTEST_NAME = 3
Piece = tuple[str, Span]
_RANGE = re.compile(r"((?:19|20)\d\d-\d\d-\d\d) ?[-–—]{1,2} ?((?:19|20)\d\d-\d\d-\d\d)")
_DRAFT = re.compile(
    r"\b(?:Arbetsmaterial|ARBETSMATERIAL|UTKAST|Utkast|Remissversion|REMISSVERSION)\b"
)
_COUNTED = re.compile(
    r"\b(?P<count>två|tre|fyra|fem|sex|sju|åtta|nio|tio) (?P<what>(?:del|under)\w+er|delmål"
    r"|målgrupper|delar|bilagor)\b",
    re.IGNORECASE,
)
_RENAMED = re.compile(
    r"(?P<old>[A-ZÅÄÖ][^.\n]{3,40}?) har i texten ändrats\s+till (?P<new>[^.\n]{3,40})"
)
_ACT = re.compile(
    r"\b[Ll]ag(?:en)? \((?P<number>\d{4}:\d{1,4})\) (?P<title>om [a-zåäö]+(?: [a-zåäö]+){0,3})"
)
_ATTACHMENT = re.compile(
    r"\(?\bBilaga (?P<number>\d{1,2})(?P<letters> ?[A-Z](?:\s?[-+]\s?[A-Z])?)?\)"
)
_ITEM = re.compile(r"(?:\n|\A)(?P<number>\d{1,2})\. (?P<title>[A-ZÅÄÖ][^\n]{3,80})(?=\n)")
_BLANK_BLOCK = re.compile(r"\bOrt och datum\b|\bNamnförtydligande\b")
_E_SIGNED = re.compile(r"\bFärdigställt \d{4}-\d\d-\d\d")


def find_contradictions(
    document: Document,
    labels: tuple[Labelled, ...],
    kind: str,
    parties: tuple[Fact[Party], ...],
    vocabulary: Vocabulary,
) -> tuple[Contradiction, ...]:
    """Return every contradiction the rules know of, besides those of the validity."""
    pairs = [*_versions(labels), *_editions(document, labels), *_first_page(labels)]
    pairs += _drafts(document, labels)
    if kind in AGREEMENTS:
        pairs += [*_counts(document), *_renamed(document), *_acts(document), *_signatures(document)]
    if kind in {"minutes", "agenda"}:
        pairs += [*_attachments(document), *_items(document)]
    found = [_contradiction(document, what, pieces) for what, pieces in pairs]
    if several := _two_sides(document, parties, vocabulary):
        found.append(several)
    return tuple(found)


def _contradiction(document: Document, what: str, pieces: list[Piece]) -> Contradiction:
    places = tuple(document.place(*span) for _, span in pieces)
    values = tuple(value for value, _ in pieces)
    return Contradiction(what, values, tuple(document.quote(place) for place in places), places)


def clashes_of(document: Document, validity: Validity) -> tuple[Contradiction, ...]:
    """Show the places whose statements of the validity do not agree."""
    return tuple(
        _contradiction(document, clash[0].part, [(one.value, one.span) for one in clash])
        for clash in validity.clashes
    )


def _versions(labels: tuple[Labelled, ...]) -> Iterator[tuple[str, list[Piece]]]:
    values: dict[str, Span] = {}
    for entry in labels:
        if entry.kind == "version" and not entry.in_history and (value := _value(entry)):
            end = entry.value_start + entry.value.index(value) + len(value)
            values.setdefault(value, (entry.start, end))
    if len(values) > 1:
        yield "version", list(values.items())


def _value(entry: Labelled) -> str:
    if entry.kind == "version":
        found = re.match(r"(?:version )?(\d[\d.]*)", entry.value, re.IGNORECASE)
        return found.group(1) if found else ""
    dates = find_dates(entry.value)
    return dates[0].iso if dates else ""


def _editions(
    document: Document, labels: tuple[Labelled, ...]
) -> Iterator[tuple[str, list[Piece]]]:
    """Find editions in the history whose periods overlap."""
    history = [entry for entry in labels if entry.in_history]
    if not history:
        return
    start = history[0].start
    stop = max(entry.span[1] for entry in history)
    periods = sorted(
        (found.group(1), found.group(2), found.span())
        for found in _RANGE.finditer(document.text, start, stop)
    )
    for (low, high, span), (next_low, next_high, next_span) in pairwise(periods):
        if next_low < high:
            yield (
                "overlapping_editions",
                [(f"{low}/{high}", span), (f"{next_low}/{next_high}", next_span)],
            )


def _first_page(labels: tuple[Labelled, ...]) -> Iterator[tuple[str, list[Piece]]]:
    """A first page whose date opens its own period, against the start given elsewhere."""
    own = [entry for entry in labels if not entry.in_history]
    starts = [(value, e.span) for e in own if e.kind == "valid_from" and (value := _value(e))]
    for first, second in pairwise(own):
        if (first.kind, second.kind) == ("date", "valid_until") and (date := _value(first)):
            for value, span in starts:
                if not date.startswith(value[:4]):
                    yield "start", [(date, first.span), (value, span)]
                    return


def _drafts(document: Document, labels: tuple[Labelled, ...]) -> Iterator[tuple[str, list[Piece]]]:
    approved = next(
        (e for e in labels if e.kind == "adopted_by" and len(e.value) >= _SHORTEST_NAME), None
    )
    draft = _DRAFT.search(document.text)
    if approved and draft:
        yield "status", [("approved", approved.span), (draft.group(), draft.span())]


def _counts(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    counted: dict[str, dict[str, Span]] = defaultdict(dict)
    for found in _COUNTED.finditer(document.text):
        counted[found["what"].casefold()].setdefault(found["count"].casefold(), found.span())
    for what, counts in counted.items():
        if len(counts) > 1:
            yield f"number of {what}", list(counts.items())


def _renamed(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    """A name that is said to be changed throughout, but remains."""
    for found in _RENAMED.finditer(document.text):
        old = (
            r"\blandsting(?:et|ets)?\b"
            if "landsting" in found["old"].casefold()
            else re.escape(found["old"])
        )
        if left := re.compile(old, re.IGNORECASE).search(document.text, found.end()):
            yield "name", [(found["new"].strip(), found.span()), (left.group(), left.span())]
            return


def _acts(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    """The same act cited under two numbers: one of them is no longer in force."""
    cited: dict[str, dict[str, Span]] = defaultdict(dict)
    for found in _ACT.finditer(document.text):
        cited[found["title"]].setdefault(found["number"], found.span())
    for title, numbers in cited.items():
        if len(numbers) > 1:
            yield f"act {title}", list(numbers.items())


def _signatures(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    signed, blank = _E_SIGNED.search(document.text), _BLANK_BLOCK.search(document.text)
    if (
        signed
        and blank
        and re.match(r"\s*(?:Ort och datum|Namnförtydligande|_|\n)", document.text[blank.end() :])
    ):
        yield "signature", [("blank", blank.span()), (signed.group(), signed.span())]


def _attachments(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    numbered: dict[str, dict[str, Span]] = defaultdict(dict)
    for found in _ATTACHMENT.finditer(document.text):
        numbered[found["number"]].setdefault(found.group().strip("() "), found.span())
    for number, labels in numbered.items():
        if len(labels) > 1:
            yield f"attachment {number}", list(labels.items())


def _items(document: Document) -> Iterator[tuple[str, list[Piece]]]:
    titled: dict[str, dict[str, Span]] = defaultdict(dict)
    for found in _ITEM.finditer(document.text):
        titled[found["title"].casefold()].setdefault(found["number"], found.span())
    for title, numbers in titled.items():
        if len(numbers) > 1:
            yield f"heading {title}", list(numbers.items())


def _two_sides(
    document: Document, parties: tuple[Fact[Party], ...], vocabulary: Vocabulary
) -> Contradiction | None:
    """One municipality in one place, a number of them in another."""
    counted = [p for p in parties if p.value.collective and re.search(r"\d", p.value.name)]
    named = [p for p in parties if vocabulary.municipality_pattern.match(p.value.name)]
    if not counted or not named or len(named) > 1:
        return None
    both = (named[0], counted[0])
    return Contradiction(
        "municipal side",
        tuple(party.value.name for party in both),
        tuple(party.quote for party in both),
        tuple(party.place for party in both),
    )
