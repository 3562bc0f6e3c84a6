"""How each agreement of a county stands on one day, from a handful of lean rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from samklang.agreements.lean_rows import AgreementRow, EditionRow
from samklang.agreements.validity import NEEDS_ACTION, Event, Status, Validity, validity


# Hundreds are made for a page, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Standing:
    """One agreement on one day."""

    agreement: AgreementRow
    status: Status
    validity: Validity
    edition: EditionRow | None
    outlives: bool = False
    review_overdue: bool = False
    # The adopted edition that takes over when this one ends, without a gap.
    successor: Validity | None = None
    # From when it is known to hold: its start, or where that is unknown the day of what shows it.
    holds_from: date | None = None
    # Everybody in the county may know what the text says.
    is_open: bool = False

    @property
    def last_known(self) -> Validity:
        """What a local agreement is held against: the end that is decided, by whatever edition."""
        return self.successor or self.validity

    @property
    def start_unknown(self) -> bool:
        """It holds, but since when nobody knows: it counts from the day it is known to hold."""
        return self.validity.start is None and self.holds_from is not None

    @property
    def needs_action(self) -> bool:
        return self.status in NEEDS_ACTION or self.review_overdue


class Dated(NamedTuple):
    """An edition beside what was known of it on a day: all that it says by itself."""

    edition: EditionRow
    validity: Validity
    # From when it is known to hold; None of what nobody has adopted.
    holds_from: date | None
    is_open: bool
    # In force only when all required parties have adopted, between its first and last day.
    in_force: bool
    # How it would stand if nothing were held against it and nothing followed it.
    alone: Status
    review_overdue: bool


def standings(
    agreements: Iterable[AgreementRow],
    editions: Mapping[int, list[EditionRow]],
    events: Mapping[int, list[Event]],
    *,
    on: date,
) -> dict[int, Standing]:
    """Return how each agreement stands; one that nobody knew of on the day is left out.

    Regional ones first, since a local one is held against its regional one. `editions` is by
    agreement, `events` by edition.
    """
    return placed(agreements, dated_editions(editions, events, on=on), on=on)


def placed(
    agreements: Iterable[AgreementRow], editions: Mapping[int, Sequence[Dated]], *, on: date
) -> dict[int, Standing]:
    """Place each agreement by its editions, the newest first, with what was known about each."""
    found: dict[int, Standing] = {}
    for agreement in sorted(agreements, key=lambda row: row.parent_id is not None):
        regional = found.get(agreement.parent_id) if agreement.parent_id else None
        own = editions.get(agreement.pk)
        choice = _current(own, on=on) if own else None
        if own and choice:
            found[agreement.pk] = _standing(
                agreement,
                choice,
                regional.last_known if regional else None,
                _successor(choice, own, on=on) if len(own) > 1 else None,
            )
    return found


def dated_editions(
    editions: Mapping[int, list[EditionRow]], events: Mapping[int, list[Event]], *, on: date
) -> dict[int, list[Dated]]:
    """Return each agreement’s editions with what was known about each, the newest first."""
    return {
        pk: [
            dated(row, events.get(row.pk, ()), on=on)
            for row in sorted(held, key=lambda row: -row.number)
        ]
        for pk, held in editions.items()
    }


def dated(row: EditionRow, events: Iterable[Event], *, on: date) -> Dated:
    """Set an edition beside what was known of it on the day."""
    valid = validity(events, on=on)
    if valid.known_to_hold:
        row = replace(row, known_to_hold=True)
    first = _holds_from(row, valid)
    in_force = first is not None and first <= on and not valid.has_ended(on)
    return Dated(
        edition=row,
        validity=valid,
        holds_from=first,
        is_open=row.is_open,
        in_force=in_force,
        alone=_alone(row, valid, in_force=in_force, on=on),
        review_overdue=row.is_open and valid.review_is_overdue(on),
    )


def _alone(row: EditionRow, valid: Validity, *, in_force: bool, on: date) -> Status:
    if not in_force:
        return Status.EXPIRED if row.is_open and valid.has_ended(on) else Status.UNDER_WAY
    if valid.ends_within_six_months(on):
        return Status.EXPIRING
    endless = valid.end is None and not valid.end_unknown
    return Status.UNTIL_FURTHER_NOTICE if endless else Status.IN_FORCE


def _current(dated: Sequence[Dated], *, on: date) -> Dated | None:
    """Choose the newest edition in force, else the newest that was known at all."""
    for one in dated:
        if one.in_force:
            return one
    return next((one for one in dated if _was_known(one, on=on)), None)


def _successor(current: Dated, dated: Sequence[Dated], *, on: date) -> Validity | None:
    """Return the newest adopted edition that starts before, or the day after, this one ends."""
    edition, valid = current.edition, current.validity
    if dated[0] is current or valid.end is None or valid.has_ended(on):
        return None
    latest_start = valid.end.last + timedelta(days=1)
    for other, its, *_rest in dated:
        follows = other.number > edition.number and its.start is not None and other.adopted
        if follows and its.start is not None and its.start.last <= latest_start:
            return its
    return None


def _holds_from(edition: EditionRow, valid: Validity) -> date | None:
    """Return the first day on which it is known to hold, None of what nobody has adopted.

    A start known only as a year counts from that year’s last day, when it is certain. A start
    that nobody knows is not “always”: it counts from what shows that it holds, the day that
    somebody has stated or the day on which the last party adopted it.
    """
    if not edition.adopted:
        return None
    if valid.start is not None:
        return valid.start.last
    if valid.known_from is not None:
        return valid.known_from.last
    return edition.adopted_date if edition.adopted_by_all else None


def _was_known(one: Dated, *, on: date) -> bool:
    edition, valid = one.edition, one.validity
    begun = edition.begun_date is not None and edition.begun_date <= on
    first = valid.start.last if valid.start else one.holds_from
    started = first is not None and first <= on
    return begun or edition.is_answered or valid.has_ended(on) or started


def _standing(
    agreement: AgreementRow, choice: Dated, regional: Validity | None, successor: Validity | None
) -> Standing:
    outlives = (successor or choice.validity).outlives(regional)
    # The county sees that a text is under way; what it proposes stays with those who write it.
    return Standing(
        agreement,
        _status(choice, outlives=outlives, followed=successor is not None),
        choice.validity if choice.is_open else Validity(),
        choice.edition,
        outlives and choice.is_open,
        choice.review_overdue,
        successor,
        choice.holds_from,
        choice.is_open,
    )


def _status(choice: Dated, *, outlives: bool, followed: bool) -> Status:
    """Let what follows take away that it expires soon, and an end of its own that it outlives."""
    alone = choice.alone
    if not choice.in_force or (alone is Status.EXPIRING and not followed):
        return alone
    if outlives:
        return Status.OUTLIVES
    return Status.IN_FORCE if alone is Status.EXPIRING else alone


# What a municipality has in an area is the best that it is a party to.
_BEST_FIRST = {
    status: place
    for place, status in enumerate(
        (
            Status.IN_FORCE,
            Status.UNTIL_FURTHER_NOTICE,
            Status.OUTLIVES,
            Status.EXPIRING,
            Status.UNDER_WAY,
            Status.EXPIRED,
        )
    )
}


def worth(standing: Standing) -> int:
    """Say which place it has among agreements about the same thing, the best first."""
    return _BEST_FIRST[standing.status]


def best(held: Iterable[Standing]) -> Standing | None:
    """Return the best of several agreements about the same thing, None of none."""
    return min(held, key=worth, default=None)
