"""From when and until when an agreement holds.

Every place that states it is gathered first: the front-page table, the clauses, the title. Places
that agree give the fact, as precisely as any of them. Places that do not are a contradiction; what
the first clause says is then a guess, and what only tables or page heads say is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from samklang.inventories.reading.clauses import (
    END,
    EXISTENCE,
    FROM_WORDS,
    OPEN,
    RANGE,
    ROW,
    START,
    TO_WORDS,
    Statement,
    clause_statements,
    open_statements,
)
from samklang.inventories.reading.dates import find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS, RULES
from samklang.inventories.reading.label_row import label_row
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.title_period import Period, new_period, title_period

_READ = AGREEMENTS | {
    "board_memo", "web_page", "assignment", "agreement_with_individual", "agreement_with_provider",
    "routine", RULES,
}  # fmt: skip
# A page tells of several; what a report quotes is another's.
_CONTRADICTED = AGREEMENTS | {"assignment", "board_memo", "agreement_with_provider", RULES}
_CLOSED_BY_END = AGREEMENTS | {"assignment"}
# An assignment and a routine may tell how long some agreement holds: that is another document.
_OF_ANOTHER = frozenset({"assignment", "routine", RULES})
_AGREEMENT = re.compile(r"överenskommelse|\bavtal|\w{4}avtal", re.IGNORECASE)
_ITSELF = re.compile(r"\buppdrag|\brutin|\briktlinje|\bdokument", re.IGNORECASE)
_BLANK = re.compile(
    rf"\b{FROM_WORDS}\s*:?\s*(?:_{{3,}}|\.{{5,}}|…{{2,}}|xx+|åååå|\[[^\]]{{0,30}}\])",
    re.IGNORECASE,
)
# What may stand between a label and its date; anything longer is a sentence, and read as one.
_LEAD = re.compile(
    rf"(?:\W|\b(?:den|datum|år|åren|tiden|perioden|under|{FROM_WORDS}|(?P<end>{TO_WORDS}))\b){{0,8}}",
    re.IGNORECASE,
)
_OPEN_VALUE = re.compile(r"\W*(?:och )?(?:gäller )?till(?:s)? ?vidare\b", re.IGNORECASE)
_ROW_HEAD = re.compile(r"\W*(?:Kommun|Avtal|Överenskommelse|Område|Part)\b [^\n]{0,60}\Z")
# A page that lists what there is tells when each of them holds.
_LISTS_SEVERAL = re.compile(
    r"\W*(?:avtal och \w*överenskommelser|överenskommelser och \w*avtal)\b", re.IGNORECASE
)
_NO_CLAUSE = frozenset({"labelled", "drifted", ROW})
_AFTER_PERIOD = re.compile(r"\bdärefter (?:\w+ ){0,2}till(?:s)? ?vidare\b", re.IGNORECASE)
_LABELS = ("valid_from", "valid_until", "valid_period")
_DRIFT, _PAIR = 400, 2


@dataclass(frozen=True, slots=True)
class Validity:
    """The dated and undated parts of a document's validity, and the places that do not agree."""

    valid_from: Fact[str] | None = None
    valid_until: Fact[str] | None = None
    until_further_notice: Fact[bool] | None = None
    blank_start: tuple[int, int] | None = None
    clashes: tuple[tuple[Statement, ...], ...] = ()


def find_validity(
    document: Document, labels: tuple[Labelled, ...], kind: str, title: Fact[str] | None
) -> Validity:
    """Read the front-page table first, then the clauses, then the title."""
    if kind not in _READ or (kind == "web_page" and title and _LISTS_SEVERAL.match(title.value)):
        return Validity()
    said = list(_statements(document, labels))
    if kind in _OF_ANOTHER:
        said = [one for one in said if not _is_of_agreement(document, one)]
    starts, ends = _new(_of(said, START)), _standing([one for one in said if one.part == END])
    if ends and kind in AGREEMENTS:
        ends += _of_title(document, title)
    clashes = tuple(_clashes(starts, ends, _of(said, OPEN))) if kind in _CONTRADICTED else ()
    clashing = {one.part for clash in clashes for one in clash}
    start = (_guess if START in clashing else _fact)(document, starts)
    end = (_guess if END in clashing else _fact)(document, ends)
    if not starts and not ends:
        start, end = _period(document, kind, title)
    if OPEN in clashing:
        end = None
    open_ended = None if clashing & {END, OPEN} else _open_ended(document, kind, end, said)
    return Validity(start, end, open_ended, _blank(document, labels, start), clashes)


def _of_title(document: Document, title: Fact[str] | None) -> list[Statement]:
    """Return the end of the years in or under a title, which a clause may contradict."""
    _, end = title_period(document, title)
    if end is None:
        return []
    span = document.position(end.place.start), document.position(end.place.end - 1) + 1
    return [Statement(END, end.value, span, Certainty.DERIVED, "labelled")]


def _period(document: Document, kind: str, title: Fact[str] | None) -> Period:
    """Read a period that no clause says: in or under an agreement's title, or in news of one."""
    if kind in AGREEMENTS:
        return title_period(document, title)
    return new_period(document) if kind == "web_page" else (None, None)


def _is_of_agreement(document: Document, one: Statement) -> bool:
    sentence = document.text[slice(*document.sentence(*one.span))]
    return bool(_AGREEMENT.search(sentence)) and not _ITSELF.search(sentence)


def _of(said: Iterable[Statement], part: str) -> list[Statement]:
    return [one for one in said if one.part == part]


def _new(starts: list[Statement]) -> list[Statement]:
    """Leave out since when there has been one, where another start is said."""
    return [one for one in starts if one.reason != EXISTENCE] or starts


def _heads_a_column(document: Document, entry: Labelled) -> bool:
    """Tell whether a label stands over a table of others: 'Kommun  Beslutad  Gäller till'."""
    line = document.text.rfind("\n", 0, entry.start) + 1
    return bool(_ROW_HEAD.match(document.text, line, entry.start))


def _statements(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    labels = tuple(entry for entry in labels if not _heads_a_column(document, entry))
    in_table = list(_labelled(labels)) or list(_drifted(document, labels))
    yield from in_table
    taken = [one.span for one in in_table if one.part != OPEN]
    taken += [entry.span for entry in labels if entry.in_history]
    for one in clause_statements(document):
        if not any(_overlap(one.span, span) for span in taken):
            yield one
    yield from open_statements(document)


def _labelled(labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Yield what the front-page table states, outside the document's history."""
    for entry in labels:
        if entry.kind not in _LABELS or entry.in_history:
            continue
        if entry.kind != "valid_from" and _OPEN_VALUE.match(entry.value):
            yield Statement(OPEN, OPEN, entry.span, reason="labelled")
            continue
        yield from _labelled_dates(entry)


def _labelled_dates(entry: Labelled) -> Iterator[Statement]:
    value = entry.value.replace("\n", " ")
    dates = find_dates(value)
    lead = _LEAD.fullmatch(value, 0, dates[0].start) if dates else None
    if not lead:
        return
    is_end = entry.kind == "valid_until" or (entry.kind == "valid_period" and lead["end"])
    part, at = (END if is_end else START), entry.value_start
    yield Statement(part, dates[0].iso, (entry.start, at + dates[0].end), reason="labelled")
    if part == START and (open_too := _OPEN_VALUE.match(value, dates[0].end)):
        span = (entry.start, at + open_too.end())
        yield Statement(OPEN, OPEN, span, reason="labelled")
    is_range = part == START and dates[1:] and RANGE.fullmatch(value, dates[0].end, dates[1].start)
    if is_range:
        yield Statement(END, dates[1].iso, (entry.start, at + dates[1].end), reason="labelled")


def _drifted(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Read values that have drifted away from their labels."""
    yield from _drifted_period(document, labels)
    yield from label_row(document)
    empty = {entry.kind for entry in labels if not find_dates(entry.value) and not entry.in_history}
    if not {"valid_from", "valid_until"} <= empty:
        return
    last = max(entry.start for entry in labels if entry.kind == "valid_until")
    dates = [
        date for date in find_dates(document.text, last, last + _DRIFT) if not date.is_bare_year
    ]
    if len(dates) >= _PAIR and dates[0].iso < dates[1].iso:
        for part, date in zip((START, END), dates, strict=False):
            yield Statement(part, date.iso, (date.start, date.end), Certainty.DERIVED, "drifted")


def _drifted_period(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    """Read a whole period, '2025-01-01 till och med 2034-12-31', below a label for one."""
    for entry in labels:
        is_empty = not entry.value or entry.value.partition("\n")[0].endswith(":")  # another label
        if entry.kind != "valid_period" or entry.in_history or not is_empty:
            continue
        dates = find_dates(document.flat, entry.start, entry.start + _DRIFT)
        for low, high in pairwise(dates):
            if RANGE.fullmatch(document.flat, low.end, high.start):
                for part, date in ((START, low), (END, high)):
                    span = (date.start, date.end)
                    yield Statement(part, date.iso, span, Certainty.DERIVED, "drifted")
                return


def _standing(ends: list[Statement]) -> list[Statement]:
    """Once a decision has moved the end, the latest end stands and the earlier are history."""
    if not any(one.moves for one in ends):
        return ends
    latest = max(one.value for one in ends)
    return [one for one in ends if _agree(one.value, latest)]


def _clashes(
    starts: list[Statement], ends: list[Statement], opens: list[Statement]
) -> Iterator[tuple[Statement, ...]]:
    """Yield the statements of one part that cannot all be right."""
    for several in (starts, ends):
        apart = _apart([one for one in several if one.stands_alone])
        if len(apart) > 1:
            yield tuple(apart)
    closed = next((one for one in ends if one.stands_alone), None)
    unclosed = next((one for one in opens if one.stands_alone), None)
    if closed and unclosed and not any(_overlap(one.span, unclosed.span) for one in ends):
        yield closed, unclosed


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _apart(several: list[Statement]) -> list[Statement]:
    """Keep one statement for each value; '2021' and '2021-07-01' are one."""
    kept: list[Statement] = []
    for one in several:
        if not any(_agree(one.value, other.value) for other in kept):
            kept.append(one)
    return kept


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _fact(document: Document, several: list[Statement]) -> Fact[str] | None:
    """Return the first value, as precisely as any place that agrees with it states it."""
    if not several:
        return None
    alike = [one for one in several if _agree(one.value, several[0].value)]
    best = max(alike, key=lambda one: len(one.value))
    return document.fact(best.value, best.span, best.certainty, best.reason)


def _guess(document: Document, several: list[Statement]) -> Fact[str] | None:
    """Return what the first clause says, rather than a page head; two tables say nothing."""
    found = _fact(document, [one for one in several if one.reason not in _NO_CLAUSE])
    return found and replace(found, certainty=Certainty.GUESSED)


def _open_ended(
    document: Document, kind: str, end: Fact[str] | None, said: list[Statement]
) -> Fact[bool] | None:
    if kind == "web_page":
        return None
    opens = _of(said, OPEN)
    if end is None:
        first = opens[0] if opens else None
        return document.fact(True, first.span, first.certainty, first.reason) if first else None
    if kind not in _CLOSED_BY_END:
        return None
    if goes_on := next((one for one in opens if _goes_on(document, one)), None):
        return document.fact(True, goes_on.span, goes_on.certainty, goes_on.reason)
    if opens:
        return None
    return Fact(False, end.quote, end.place, Certainty.DERIVED, "has_end")


def _goes_on(document: Document, one: Statement) -> bool:
    """Tell whether it goes on until further notice after a first period."""
    return bool(_AFTER_PERIOD.search(document.flat, *document.sentence(*one.span)))


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
