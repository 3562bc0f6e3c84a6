"""What dated events say about one edition on one day: pure rules, nothing stored.

“Known on a day” means decided by that day (ADR 0012): an extension decided in December does not
show in a picture of the county as of November.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from samklang.agreements.models import EventKind, ValidityEvent
from samklang.common.periods import StatedDate, months_after

EXPIRING_MONTHS = 6


class Status(StrEnum):
    """The words for one agreement, or one empty cell, on one day; first in order wins."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    OUTLIVES = "outlives"
    UNTIL_FURTHER_NOTICE = "until_further_notice"
    IN_FORCE = "in_force"
    UNDER_WAY = "under_way"
    MISSING = "missing"
    NO_ANSWER = "no_answer"

    # As quick to look up as the word that it is; Enum's own is not.
    __hash__ = str.__hash__


HAS = frozenset({Status.IN_FORCE, Status.OUTLIVES, Status.UNTIL_FURTHER_NOTICE, Status.EXPIRING})
LACKS = frozenset({Status.MISSING, Status.UNDER_WAY, Status.EXPIRED})
NEEDS_ACTION = frozenset(
    {Status.EXPIRED, Status.EXPIRING, Status.OUTLIVES, Status.MISSING, Status.NO_ANSWER}
)


class Event(NamedTuple):
    """A validity event as a lean row; `decided_date` is the last day of its decision, if known."""

    kind: str
    first_date: date | None
    last_date: date | None
    years: int | None
    decided_date: date | None
    quote: str

    @classmethod
    def of(cls, event: ValidityEvent) -> Event:
        return cls(
            kind=event.kind,
            first_date=event.first_date,
            last_date=event.last_date,
            years=event.years,
            decided_date=event.decided_last_date,
            quote=event.quote,
        )

    @property
    def stated(self) -> StatedDate | None:
        first, last = self.first_date, self.last_date
        return None if first is None or last is None else StatedDate(first, last)


@dataclass(frozen=True, slots=True)
class Validity:
    """What is known about one edition’s validity on a day."""

    start: StatedDate | None = None
    end: StatedDate | None = None
    until_further_notice: bool = False
    extended_from: StatedDate | None = None
    review_due: date | None = None
    review_quote: str = ""
    # It ends, but nobody has found out when: not the same as until further notice.
    end_unknown: bool = False
    # Somebody has stated that it holds though not all adoptions are known, and from which day.
    known_to_hold: bool = False
    known_from: StatedDate | None = None

    def has_ended(self, on: date) -> bool:
        return self.end is not None and self.end.last < on

    def ends_within_six_months(self, on: date) -> bool:
        return self.end is not None and self.end.last <= _six_months_after(on)

    def outlives(self, other: Validity | None) -> bool:
        """Both ends must be known; until further notice is a clause of its own."""
        if other is None or other.end is None or self.end is None:
            return False
        return self.end.first > other.end.last

    def review_is_overdue(self, on: date) -> bool:
        return self.review_due is not None and self.review_due < on


@lru_cache(maxsize=100)
def _six_months_after(day: date) -> date:
    return months_after(day, EXPIRING_MONTHS)


def validity(events: Iterable[Event], *, on: date) -> Validity:
    """Read the events that were known on the day, in the order they were decided."""
    known = [e for e in events if e.decided_date is None or e.decided_date <= on]
    if len(known) > 1:
        known.sort(key=turn)
    start, endings, clauses = None, [], []
    for event in known:
        if event.kind == _STARTS:
            start = event.stated or start
        elif event.kind in _ENDINGS:
            endings.append(event)
        else:
            clauses.append(event)
    end, extended_from = _end(endings)
    clause, due = _review(clauses) if clauses else ("", None)
    return Validity(
        start=start,
        end=end,
        until_further_notice=end is None and any(e.kind == _OPEN for e in endings),
        extended_from=extended_from,
        review_due=due,
        review_quote=clause,
        end_unknown=end is None and _ends_some_day(endings),
        known_to_hold=any(e.kind == _HOLDS for e in clauses),
        known_from=_latest(clauses, _HOLDS),
    )


# Plain words, since each is compared hundreds of times for a page.
_STARTS, _HOLDS, _REVISE_BY = (
    kind.value for kind in (EventKind.STARTS, EventKind.KNOWN_TO_HOLD, EventKind.REVISE_BY)
)
_ENDS, _EXTENDED, _OPEN = (
    kind.value for kind in (EventKind.ENDS, EventKind.EXTENDED, EventKind.UNTIL_FURTHER_NOTICE)
)
CUTS = frozenset({EventKind.TERMINATED.value, EventKind.REPLACED.value})
_ENDINGS = CUTS | {_ENDS, _EXTENDED, _OPEN}
# Within one decision an end is a firmer word than “until further notice”, an extension than an
# end, and a termination has the last word.
_RANK: dict[str, int] = {_ENDS: 1, _EXTENDED: 2, **dict.fromkeys(CUTS, 3)}


def turn(event: Event) -> tuple[date, int]:
    """Say when an event gets its word in.

    What has no decision date was decided with its edition, so it comes first; but nobody
    terminates an agreement in the decision that makes it, so that comes last.
    """
    rank = _RANK.get(event.kind, 0)
    return event.decided_date or (date.max if event.kind in CUTS else date.min), rank


def _latest(known: Sequence[Event], kind: str) -> StatedDate | None:
    found = [e.stated for e in known if e.kind == kind and e.stated]
    return found[-1] if found else None


def _end(endings: Sequence[Event]) -> tuple[StatedDate | None, StatedDate | None]:
    """Return the last word on the end, and the end that it was extended from, if it was.

    An extension moves the end, “until further notice” lifts it, a termination cuts it short.
    """
    end, first, extended = None, None, False
    for event in endings:
        kind, said = event.kind, event.stated
        if kind == _OPEN:
            end, extended = None, False
        elif said is None:
            continue
        elif kind == _ENDS:
            end, first, extended = said, said, False
        elif kind == _EXTENDED:
            end, extended = said, True
        else:
            end, extended = _cut(end, said, extended=extended)
    return end, first if extended and first != end else None


def _ends_some_day(endings: Sequence[Event]) -> bool:
    """The last word is an end that was left blank."""
    words = [e.kind for e in endings if e.kind in (_ENDS, _OPEN)]
    return bool(words) and words[-1] == _ENDS


def _cut(end: StatedDate | None, cut: StatedDate, *, extended: bool) -> tuple[StatedDate, bool]:
    if end is None or cut.last < end.last:
        return cut, False
    return end, extended


REVIEWS = frozenset(
    kind.value
    for kind in (
        EventKind.REVISE_BY,
        EventKind.FOLLOW_UP_PERIOD,
        EventKind.REVIEW_YEARLY,
        EventKind.REVIEW_EVERY,
        EventKind.REVISE_WITH_REGIONAL,
    )
)


def _review(known: Sequence[Event]) -> tuple[str, date | None]:
    """Return the review clause as quoted, and the fixed day by which it asks for a revision.

    “Every year” has no fixed day as long as nobody records the reviews made, so it is shown as a
    clause and never called overdue. The day that was decided last holds.
    """
    clauses = [e for e in known if e.kind in REVIEWS]
    dated = [e for e in clauses if e.kind == _REVISE_BY and e.last_date]
    quoted = [e.quote for e in (*reversed(dated), *clauses) if e.quote]
    return quoted[0] if quoted else "", dated[-1].last_date if dated else None
