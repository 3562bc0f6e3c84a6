"""How each agreement of a county stands on one day, from a handful of lean rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samklang.agreements.validity import NEEDS_ACTION, Event, Status, Validity, validity


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition with what was adopted by the day; counts are of required parties."""

    pk: int
    agreement_id: int
    number: int
    begun_date: date | None
    stage: str
    required_count: int
    adopted_count: int
    adopted_date: date | None

    @property
    def adopted(self) -> bool:
        """All required parties have said yes; or the register holds no adoptions for it at all.

        Old agreements come with a text and a start but without the boards’ decisions; they hold
        by their own words, and the agreement page says that adoption is not shown.
        """
        return self.adopted_count == 0 or self.adopted_count >= self.required_count


@dataclass(frozen=True, slots=True)
class AgreementRow:
    pk: int
    title: str
    level: str
    area_id: int
    parent_id: int | None
    keeper_id: int
    # The parties' organization ids, in the order of the country's alphabet.
    party_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One agreement on one day."""

    agreement: AgreementRow
    status: Status
    validity: Validity
    edition: EditionRow | None
    outlives: bool = False
    review_overdue: bool = False

    @property
    def needs_action(self) -> bool:
        return self.status in NEEDS_ACTION or self.review_overdue


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
    found: dict[int, Standing] = {}
    for agreement in sorted(agreements, key=lambda row: row.parent_id is not None):
        regional = found.get(agreement.parent_id) if agreement.parent_id else None
        choice = _current(editions.get(agreement.pk, []), events, on=on)
        if choice is not None:
            edition, valid = choice
            found[agreement.pk] = _standing(
                agreement, edition, valid, regional.validity if regional else None, on=on
            )
    return found


def _current(
    editions: list[EditionRow], events: Mapping[int, list[Event]], *, on: date
) -> tuple[EditionRow, Validity] | None:
    """Choose the newest edition in force, else the newest that was known at all."""
    known = []
    for edition in sorted(editions, key=lambda row: -row.number):
        valid = validity(events.get(edition.pk, []), on=on)
        if in_force(edition, valid, on=on):
            return edition, valid
        if _was_known(edition, valid, on=on):
            known.append((edition, valid))
    return known[0] if known else None


def in_force(edition: EditionRow, valid: Validity, *, on: date) -> bool:
    """In force only when all required parties have adopted, between its first and last day."""
    return (
        edition.adopted
        and _is_dated(edition, valid)
        and valid.has_started(on)
        and not valid.has_ended(on)
    )


def _is_dated(edition: EditionRow, valid: Validity) -> bool:
    """A start, an adoption or a clause: a draft has none of them."""
    if valid.start is not None or edition.adopted_count:
        return True
    return edition.begun_date is None and (valid.end is not None or valid.until_further_notice)


def _was_known(edition: EditionRow, valid: Validity, *, on: date) -> bool:
    begun = edition.begun_date is not None and edition.begun_date <= on
    return (
        begun
        or bool(edition.adopted_count)
        or valid.has_ended(on)
        or (valid.start is not None and valid.start.last <= on)
    )


def _standing(
    agreement: AgreementRow,
    edition: EditionRow,
    valid: Validity,
    regional: Validity | None,
    *,
    on: date,
) -> Standing:
    outlives = valid.outlives(regional)
    return Standing(
        agreement=agreement,
        status=_status(edition, valid, outlives=outlives, on=on),
        validity=valid,
        edition=edition,
        outlives=outlives,
        review_overdue=valid.review_is_overdue(on),
    )


def _status(edition: EditionRow, valid: Validity, *, outlives: bool, on: date) -> Status:
    if not in_force(edition, valid, on=on):
        return Status.EXPIRED if valid.has_ended(on) else Status.UNDER_WAY
    if valid.ends_within_six_months(on):
        return Status.EXPIRING
    if outlives:
        return Status.OUTLIVES
    return Status.UNTIL_FURTHER_NOTICE if valid.end is None else Status.IN_FORCE
