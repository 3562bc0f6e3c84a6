"""What is recorded day by day: never changed afterwards, but undone with a trace."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from samklang.agreements.actions.locking import Conflict, locked, written
from samklang.agreements.fingerprints import fingerprint_of, is_marked
from samklang.agreements.models import (
    YES,
    Adoption,
    Agreement,
    DiaryNumber,
    EventKind,
    ValidityEvent,
)
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import File
from samklang.organizations.api import Acting


class AlreadyRecorded(MoveNotAllowed):
    """The register has it already."""


class NotYet(MoveNotAllowed):
    """The day is still to come: what is planned has not been decided."""


def require_decided(first: date | None, *, today: date) -> None:
    if first is not None and first > today:
        raise NotYet(f"{first} is after {today}")


@transaction.atomic
def record_event(agreement: Agreement, event: ValidityEvent, *, by: Acting, seen: int) -> None:
    """Record what somebody decided or wrote about when an edition holds."""
    require_decided(event.decided_first_date, today=by.today)
    if event.kind == EventKind.KNOWN_TO_HOLD:
        # It opens the text to all, on the pages of coming days too: so it was decided for certain.
        require_decided(event.decided_last_date, today=by.today)
    agreement = locked(agreement, seen=seen)
    event.recorded_by = by.user
    event.save()
    written(
        "agreement.event_recorded",
        agreement,
        by=by,
        entry=event.pk,
        kind=event.kind,
        stated=str(event.stated or ""),
        decided=str(event.decided or ""),
        decided_by=str(event.decided_by or ""),
        quote=event.quote,
        edition=event.edition,
        **({"decision": event.decision_id} if event.decision_id else {}),
    )


@transaction.atomic
def record_adoption(
    agreement: Agreement, adoption: Adoption, *, by: Acting, seen: int, text: str = ""
) -> None:
    """Record one party’s decision on an edition, with which text it was about.

    Whoever has decided on another wording may adopt the edition’s own later, not the reverse.
    `text` is the mark of the text that stood when the user was asked; raises Conflict if somebody
    has written in it since.
    """
    require_decided(adoption.adopted_date, today=by.today)
    agreement = locked(agreement, seen=seen)
    if text and not is_marked(adoption.edition, text):
        raise Conflict(f"the text of edition {adoption.edition_id} has been written in since")
    there = Adoption.objects.filter(
        YES, edition=adoption.edition_id, organization=adoption.organization_id
    )
    if there.exists():
        raise AlreadyRecorded(f"{adoption.organization_id} has adopted {adoption.edition_id}")
    # Where nobody says which wording, nobody knows that it was the one that stands here.
    adoption.fingerprint = fingerprint_of(adoption.edition) if adoption.wording else ""
    adoption.recorded_by = by.user
    adoption.save()
    _written_down(agreement, adoption, by=by)


def _written_down(agreement: Agreement, adoption: Adoption, *, by: Acting) -> None:
    written(
        "agreement.adopted" if adoption.is_yes else "agreement.adopted_otherwise",
        agreement,
        by=by,
        entry=adoption.pk,
        party=adoption.organization.short_name,
        date=adoption.adopted_date.isoformat(),
        body=adoption.body_name,
        paragraph=adoption.paragraph,
        wording=adoption.wording,
        differs=adoption.differs,
        fingerprint=adoption.fingerprint,
        edition=adoption.edition,
    )


@transaction.atomic
def add_evidence(adoption: Adoption, file: File, *, by: Acting) -> None:
    """Put a kept file with the decision that it shows; what is there is not changed."""
    agreement = locked(adoption.edition.agreement)
    fresh = Adoption.objects.select_for_update().get(pk=adoption.pk)
    if fresh.undone_at is not None or fresh.evidence_id is not None:
        raise MoveNotAllowed(f"adoption {fresh.pk} is undone, or has its evidence already")
    fresh.evidence = file
    fresh.save(update_fields=["evidence"])
    written(
        "agreement.evidence_added",
        agreement,
        by=by,
        party=adoption.organization.short_name,
        file=file.name,
        edition=adoption.edition,
    )


@transaction.atomic
def record_diary_number(
    agreement: Agreement, number: DiaryNumber, *, by: Acting, seen: int
) -> None:
    """Record the number under which an authority keeps the agreement."""
    agreement = locked(agreement, seen=seen)
    there = DiaryNumber.objects.standing().filter(
        agreement=agreement, organization=number.organization_id, number=number.number
    )
    if there.exists():
        raise AlreadyRecorded(f"{number.number} is there for {number.organization_id}")
    number.agreement = agreement
    number.recorded_by = by.user
    number.save()
    written(
        "agreement.diary_number_recorded",
        agreement,
        by=by,
        entry=number.pk,
        party=number.organization.short_name,
        number=number.number,
    )


@transaction.atomic
def undo(
    agreement: Agreement, entry: ValidityEvent | Adoption | DiaryNumber, *, by: Acting
) -> None:
    """Take an entry back: it no longer counts, on any day, but history keeps that it was there."""
    agreement = locked(agreement)
    fresh = type(entry).objects.select_for_update().get(pk=entry.pk)
    if fresh.undone_at is not None:
        raise MoveNotAllowed(f"{fresh} is undone already")
    fresh.undone_at = timezone.now()
    fresh.save(update_fields=["undone_at"])
    written(
        "agreement.entry_undone",
        agreement,
        by=by,
        entry=fresh.pk,
        model=fresh._meta.model_name,
        what=str(fresh),
        # Says behind which wall the entry stands.
        edition=None if isinstance(fresh, DiaryNumber) else fresh.edition,
    )
