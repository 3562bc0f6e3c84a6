"""From when and until when an agreement holds.

Every place that states it is gathered first: the front-page table, the clauses, the title. Places
that agree give the fact, as precisely as any of them. Places that do not are a contradiction; what
the first clause says is then a guess, and what only tables or page heads say is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samklang.inventories.reading.clauses import (
    END,
    EXISTENCE,
    FROM_WORDS,
    OPEN,
    ROW,
    START,
    Statement,
    clause_statements,
    open_statements,
)
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS, RULES
from samklang.inventories.reading.labelled_dates import labelled_statements
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
# A page that lists what there is tells when each of them holds.
_LISTS_SEVERAL = re.compile(
    r"\W*(?:avtal och \w*överenskommelser|överenskommelser och \w*avtal)\b", re.IGNORECASE
)
_DAY = r"(?:19|20)\d\d-\d\d-\d\d"
_IN_PAGE_HEAD = re.compile(
    rf"\b(?:Giltigt?|Gäller|Avtalstid|Giltighetstid):? (?P<start>{_DAY}) ?[–-] ?(?P<end>{_DAY})"
)
_NO_CLAUSE = frozenset({"labelled", "drifted", ROW})
_AFTER_PERIOD = re.compile(r"\bdärefter (?:\w+ ){0,2}till(?:s)? ?vidare\b", re.IGNORECASE)
_PAIR, _HEAD = 2, 1200


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
    said = _own_statements(document, labels, kind)
    starts, ends = _new(_of(said, START)), _standing([one for one in said if one.part == END])
    if ends and kind in AGREEMENTS:
        ends += _of_title(document, title)
    apart = _without_end(said)
    clashes = tuple(_clashes(starts, ends, apart)) if kind in _CONTRADICTED else ()
    clashing = {one.part for clash in clashes for one in clash}
    start = (_guess if START in clashing else _fact)(document, starts)
    end = (_guess if END in clashing else _fact)(document, ends)
    if not starts and not ends:
        start, end = _period(document, kind, title)
    if OPEN in clashing:
        end = None
    open_ended = None if clashing & {END, OPEN} else _open_ended(document, kind, end, said)
    return Validity(start, end, open_ended, _blank(document, labels, start), clashes)


def _own_statements(document: Document, labels: tuple[Labelled, ...], kind: str) -> list[Statement]:
    """Return what is said of the document itself; a page with three periods tells of several."""
    said = list(_statements(document, labels))
    if kind in _OF_ANOTHER:
        return [one for one in said if not _is_of_agreement(document, one)]
    if kind == "web_page" and any(len(_apart(_of(said, part))) > _PAIR for part in (START, END)):
        return []
    return said


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
        found = title_period(document, title)
        return found if any(found) else _on_edges(document)
    return new_period(document) if kind == "web_page" else (None, None)


def _on_edges(document: Document) -> Period:
    """Read a period that only the head of every page tells."""
    found = _IN_PAGE_HEAD.search(document.original, 0, _HEAD)
    if found is None:
        return None, None
    start, end = (
        document.original_fact(found[part], found.span(part), Certainty.DERIVED, "page_edges")
        for part in ("start", "end")
    )
    return start, end


def _is_of_agreement(document: Document, one: Statement) -> bool:
    sentence = document.text[slice(*document.sentence(*one.span))]
    return bool(_AGREEMENT.search(sentence)) and not _ITSELF.search(sentence)


def _of(said: Iterable[Statement], part: str) -> list[Statement]:
    return [one for one in said if one.part == part]


def _new(starts: list[Statement]) -> list[Statement]:
    """Leave out since when there has been one, where another start is said."""
    return [one for one in starts if one.reason != EXISTENCE] or starts


def _statements(document: Document, labels: tuple[Labelled, ...]) -> Iterator[Statement]:
    in_table = list(labelled_statements(document, labels))
    yield from in_table
    taken = [one.span for one in in_table if one.part != OPEN]
    taken += [entry.span for entry in labels if entry.in_history]
    for one in clause_statements(document):
        if not any(_overlap(one.span, span) for span in taken):
            yield one
    yield from open_statements(document)


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
    if closed and unclosed:
        yield closed, unclosed


def _without_end(said: list[Statement]) -> list[Statement]:
    """Return 'until further notice' where no end stands with it: 'dock längst till' is no clash."""
    closing = _of(said, END)
    return [
        one for one in _of(said, OPEN) if not any(_overlap(one.span, end.span) for end in closing)
    ]


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
