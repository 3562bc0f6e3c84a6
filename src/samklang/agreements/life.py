"""The life of one agreement as stretches of time: what its picture and its table both show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from samklang.agreements.models import EventKind, ValidityEvent
from samklang.agreements.queries import Dossier, EditionPage
from samklang.agreements.validity import CUTS, Event, turn
from samklang.common.periods import StatedDate

A_DAY = timedelta(days=1)


class Kind(StrEnum):
    WORK = "work"
    HELD = "held"
    EXTENDED = "extended"
    GAP = "gap"  # it had ended, and no decision has been found
    UNKNOWN = "unknown"  # it held, but until when nobody knows


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch; without a last day it goes on. `event` is what says so."""

    kind: Kind
    first: date
    last: date | None
    event: ValidityEvent | None = None
    # Its first day is when it is known to hold, not when it began.
    from_known: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A decision on a day, or some day in a period."""

    decided: StatedDate
    event: ValidityEvent | None = None
    party_count: int = 0


@dataclass(frozen=True, slots=True)
class Life:
    """One edition’s life, as known on the day."""

    page: EditionPage
    stretches: tuple[Stretch, ...]
    milestones: tuple[Milestone, ...]

    @property
    def end(self) -> date | None:
        held = [one for one in self.stretches if one.kind in (Kind.HELD, Kind.EXTENDED)]
        return held[-1].last if held else None


def lives(dossier: Dossier) -> tuple[Life, ...]:
    """Return the editions’ lives, the oldest first; one without any date has none."""
    found = (_life(page, dossier.day) for page in reversed(dossier.editions))
    return tuple(one for one in found if one.stretches)


def _life(page: EditionPage, day: date) -> Life:
    events = [e for e in page.events if e.decided_last_date is None or e.decided_last_date <= day]
    events.sort(key=lambda e: turn(Event.of(e)))
    start = _last(events, EventKind.STARTS)
    # What a text proposes has not held: only what is adopted is drawn as such.
    first = start.first_date if start and page.holds_from else page.holds_from
    held = _cut_short(list(_held(first, events)), events) if first else []
    if held and start is None:
        held[0] = replace(held[0], from_known=True)
    return Life(
        page=page,
        stretches=(*_work(page, first, day), *held),
        milestones=tuple(sorted(_milestones(page, events, day), key=lambda m: m.decided.first)),
    )


def _last(events: Sequence[ValidityEvent], kind: str) -> ValidityEvent | None:
    found = [event for event in events if event.kind == kind and event.stated]
    return found[-1] if found else None


def _work(page: EditionPage, start: date | None, day: date) -> Iterator[Stretch]:
    begun = page.edition.begun_date
    until = start - A_DAY if start else day
    if begun is not None and begun <= until:
        yield Stretch(Kind.WORK, begun, until)


def _held(first: date, events: Sequence[ValidityEvent]) -> Iterator[Stretch]:
    """From the start to the first end, then each extension, with the gaps between them."""
    ends = [event for event in events if event.kind == EventKind.ENDS]
    extensions = [event for event in events if _extends(event, after=ends)]
    end = ends[-1].stated if ends else None
    if end is not None:
        yield Stretch(Kind.HELD, first, end.last, ends[-1])
    elif ends or extensions:
        yield _until_somebody_decided(first, ends, extensions)
    else:
        yield Stretch(Kind.HELD, first, None)
    last = end.last if end else None
    for event in extensions:
        yield from _extension(event, last, first)
        last = event.last_date


def _extends(event: ValidityEvent, *, after: Sequence[ValidityEvent]) -> bool:
    """An extension, or a later decision that it holds until further notice after all."""
    lifts = event.kind == EventKind.UNTIL_FURTHER_NOTICE and event.decided is not None
    return (event.kind == EventKind.EXTENDED and event.stated is not None) or (
        lifts and bool(after)
    )


def _until_somebody_decided(
    first: date, ends: Sequence[ValidityEvent], extensions: Sequence[ValidityEvent]
) -> Stretch:
    decided = extensions[0].decided if extensions else None
    return Stretch(
        Kind.UNKNOWN, first, decided.middle if decided else None, ends[0] if ends else None
    )


def _extension(event: ValidityEvent, last: date | None, start: date) -> Iterator[Stretch]:
    decided = event.decided
    first = last + A_DAY if last else decided.middle if decided else start
    if last is not None and decided is not None and decided.first > first:
        yield Stretch(Kind.GAP, first, decided.middle - A_DAY, event)
        first = decided.middle
    yield Stretch(Kind.EXTENDED, first, event.last_date, event)


def _cut_short(stretches: list[Stretch], events: Sequence[ValidityEvent]) -> list[Stretch]:
    """End at the termination that got the last word, if one did."""
    cut = events[-1] if events and events[-1].kind in CUTS else None
    if cut is None or cut.last_date is None:
        return stretches
    last = cut.last_date
    return [
        replace(
            one, last=min(one.last or last, last), event=cut if _runs_past(one, last) else one.event
        )
        for one in stretches
        if one.first <= last
    ]


def _runs_past(stretch: Stretch, day: date) -> bool:
    return stretch.last is None or stretch.last > day


def _milestones(
    page: EditionPage, events: Sequence[ValidityEvent], day: date
) -> Iterator[Milestone]:
    adopted = [one.adopted_date for one in page.yeses if one.adopted_date <= day]
    if adopted:
        yield Milestone(StatedDate.on(max(adopted)), party_count=len(adopted))
    for event in events:
        if event.decided is not None:
            yield Milestone(event.decided, event)
