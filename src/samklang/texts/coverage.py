"""Whether the local texts answer the regional one: a word for each pair, pure rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from samklang.texts.queries import Answered, Chain, Findings, Judged, Place
from samklang.texts.same_words import is_same
from samklang.texts.undertakings import Undertaking


class Mark(StrEnum):
    """What is known of one commitment and one municipality’s text."""

    ANSWERED = "answered"
    PARTLY = "partly"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    # The regional text reads otherwise than when it was answered or judged.
    SUSPECT = "suspect"
    # There is no answer, and nobody has looked.
    NOT_JUDGED = "not_judged"

    # As quick to look up as the word that it is.
    __hash__ = str.__hash__


GAPS = frozenset({Mark.MISSING, Mark.SUSPECT, Mark.NOT_JUDGED})
# As many must have a text before it says anything that hardly any of them answers.
FEW = 3


def mark(wording: str, judged: Judged | None, answered: Answered | None) -> Mark:
    """Somebody’s finding goes first, else what the answer itself says."""
    held = judged or answered
    if held is None:
        return Mark.NOT_JUDGED
    if held.upper_wording != wording and not is_same(held.upper_wording, wording):
        return Mark.SUSPECT
    if judged is not None:
        return Mark(judged.coverage)
    return Mark.ANSWERED if answered and answered.is_full else Mark.PARTLY


class Row(NamedTuple):
    """One commitment against each municipality; None is one without a text to answer in."""

    undertaking: Undertaking
    marks: tuple[Mark | None, ...]
    # Of which municipality only it is answered, when hardly any can answer it.
    places: tuple[Place, ...]

    @property
    def held_count(self) -> int:
        return sum(one is not None for one in self.marks)

    @property
    def answered_count(self) -> int:
        return self.marks.count(Mark.ANSWERED)

    @property
    def has_gap(self) -> bool:
        return any(one in GAPS for one in self.marks)

    @property
    def is_perhaps_unclear(self) -> bool:
        """All have been looked at, and at most one answers: then the fault may lie above."""
        answering = self.answered_count + self.marks.count(Mark.SUSPECT)
        looked_at = Mark.NOT_JUDGED not in self.marks
        return looked_at and answering <= 1 and self.held_count >= FEW

    @property
    def only(self) -> Place | None:
        """Whoever alone has answered it."""
        both = zip(self.places, self.marks, strict=True)
        return next((place for place, one in both if one is Mark.ANSWERED), None)


class Column(NamedTuple):
    """One municipality against each commitment."""

    place: Place
    marks: tuple[Mark | None, ...]

    @property
    def has_text(self) -> bool:
        return None not in self.marks

    @property
    def answered_count(self) -> int:
        return self.marks.count(Mark.ANSWERED)

    @property
    def has_gap(self) -> bool:
        return any(one in GAPS for one in self.marks)


@dataclass(frozen=True)
class Coverage:
    """A regional text’s commitments against the municipalities."""

    rows: tuple[Row, ...]
    places: tuple[Place, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        turned = zip(*(row.marks for row in self.rows), strict=True)
        return tuple(Column(*both) for both in zip(self.places, turned, strict=False))

    @property
    def held_count(self) -> int:
        return self.rows[0].held_count if self.rows else 0

    @property
    def gap_count(self) -> int:
        return sum(one in GAPS for row in self.rows for one in row.marks)

    def with_gaps(self) -> Coverage:
        """Leave the commitments and the municipalities where something needs to be looked at."""
        kept = [at for at, column in enumerate(self.columns) if column.has_gap]
        places = tuple(self.places[at] for at in kept)
        rows = [row for row in self.rows if row.has_gap]
        return Coverage(
            tuple(
                Row(row.undertaking, tuple(row.marks[at] for at in kept), places) for row in rows
            ),
            places,
        )


def coverage(found: Chain, asked: Iterable[Undertaking], known: Findings) -> Coverage:
    """Lay out those commitments that ask for a local answer."""
    marked = _marker(found, known)
    rows = (
        Row(one, tuple([marked(one, place) for place in found.places]), found.places)
        for one in asked
    )
    return Coverage(tuple(rows), found.places)


def _marker(found: Chain, known: Findings) -> Callable[[Undertaking, Place], Mark | None]:
    editions = found.edition_ids

    def marked(one: Undertaking, place: Place) -> Mark | None:
        edition = editions.get(place.pk)
        if edition is None:
            return None
        key = one.commitment.key
        judged = known.judged.get((key, place.pk))
        return mark(one.commitment.wording, judged, known.answered.get((key, edition)))

    return marked
