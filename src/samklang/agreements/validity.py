"""What dated events say about one edition on one day: pure rules, nothing stored.

“Known on a day” means decided by that day (ADR 0012): an extension decided in December does not
show in a picture of the county as of November.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samklang.agreements.models import EventKind
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


HAS = frozenset({Status.IN_FORCE, Status.OUTLIVES, Status.UNTIL_FURTHER_NOTICE, Status.EXPIRING})
LACKS = frozenset({Status.MISSING, Status.UNDER_WAY, Status.EXPIRED})
NEEDS_ACTION = frozenset(
    {Status.EXPIRED, Status.EXPIRING, Status.OUTLIVES, Status.MISSING, Status.NO_ANSWER}
)


@dataclass(frozen=True, slots=True)
class Event:
    """A validity event as a lean row; `decided_date` is the last day of its decision, if known."""

    kind: str
    first_date: date | None
    last_date: date | None
    years: int | None
    decided_date: date | None
    quote: str

    @property
    def stated(self) -> StatedDate | None:
        if self.first_date is None or self.last_date is None:
            return None
        return StatedDate(self.first_date, self.last_date)


@dataclass(frozen=True, slots=True)
class Validity:
    """What is known about one edition’s validity on a day."""

    start: StatedDate | None = None
    end: StatedDate | None = None
    until_further_notice: bool = False
    extended_from: StatedDate | None = None
    review_due: date | None = None
    review_quote: str = ""

    def has_started(self, on: date) -> bool:
        """A start known only as a year counts from that year’s last day, when it is certain."""
        return self.start is None or self.start.last <= on

    def has_ended(self, on: date) -> bool:
        return self.end is not None and self.end.last < on

    def ends_within_six_months(self, on: date) -> bool:
        return self.end is not None and self.end.last <= months_after(on, EXPIRING_MONTHS)

    def outlives(self, other: Validity | None) -> bool:
        """Both ends must be known; until further notice is a clause of its own."""
        if other is None or other.end is None or self.end is None:
            return False
        return self.end.first > other.end.last

    def review_is_overdue(self, on: date) -> bool:
        return self.review_due is not None and self.review_due < on


def validity(events: Iterable[Event], *, on: date) -> Validity:
    """Read the events that were known on the day, in the order they were decided."""
    known = [e for e in events if e.decided_date is None or e.decided_date <= on]
    known.sort(key=lambda e: e.decided_date or date.min)
    first_end = _latest(known, (EventKind.ENDS,))
    end = _end(known)
    clause, due = _review(known, on=on)
    return Validity(
        start=_latest(known, (EventKind.STARTS,)),
        end=end,
        until_further_notice=end is None
        and any(e.kind == EventKind.UNTIL_FURTHER_NOTICE for e in known),
        extended_from=first_end if first_end != end else None,
        review_due=due,
        review_quote=clause,
    )


def _latest(known: Sequence[Event], kinds: tuple[str, ...]) -> StatedDate | None:
    found = [e.stated for e in known if e.kind in kinds and e.stated]
    return found[-1] if found else None


def _end(known: Sequence[Event]) -> StatedDate | None:
    """The last word on the end: an extension moves it, a termination cuts it short."""
    end = _latest(known, (EventKind.ENDS, EventKind.EXTENDED))
    cut = _latest(known, (EventKind.TERMINATED, EventKind.REPLACED))
    if cut is not None and (end is None or cut < end):
        return cut
    return end


REVIEWS = (
    EventKind.REVISE_BY,
    EventKind.FOLLOW_UP_PERIOD,
    EventKind.REVIEW_YEARLY,
    EventKind.REVIEW_EVERY,
    EventKind.REVISE_WITH_REGIONAL,
)


def _review(known: Sequence[Event], *, on: date) -> tuple[str, date | None]:
    """Return the review clause as quoted, and the fixed day by which it asks for a revision.

    “Every year” has no fixed day as long as nobody records the reviews made, so it is shown as a
    clause and never called overdue.
    """
    clauses = [e for e in known if e.kind in REVIEWS]
    due = [e.last_date for e in clauses if e.kind == EventKind.REVISE_BY and e.last_date]
    quote = next((e.quote for e in clauses if e.quote), "")
    return quote, max(due) if due else None


def day_before(day: date) -> date:
    return day - timedelta(days=1)
