"""How agreements that a pack knows of come into the register, and are brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from samklang.agreements.confirmed import ConfirmedAdoption, ConfirmedDiaryNumber, ConfirmedEvent
from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    Party,
    ValidityEvent,
)
from samklang.audit.api import record
from samklang.common.periods import StatedDate


@dataclass(frozen=True, slots=True)
class KnownEdition:
    number: int
    label: str = ""
    begun_date: date | None = None
    stage: str = ""
    events: tuple[ConfirmedEvent, ...] = ()
    adoptions: tuple[ConfirmedAdoption, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement as a pack tells it, with the organizations and bodies by their ids."""

    partnership_id: int
    level: str
    area_id: int
    title: str
    keeper_id: int
    party_ids: tuple[int, ...]
    parent_id: int | None = None
    revision_responsible: str = ""
    demo: bool = False
    editions: tuple[KnownEdition, ...] = ()
    diary_numbers: tuple[ConfirmedDiaryNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """Where a pack's agreement is in the register, and its editions by the pack's numbers.

    The register's own numbers may move, when an older text is registered later.
    """

    agreement_id: int | None = None
    edition_ids: Mapping[int, int] = field(default_factory=dict)


@transaction.atomic
def put_agreement(known: KnownAgreement, *, before: Put, pack: str) -> Put:
    """Make the agreement, or add what the pack has come to know since it was put there.

    What stands in the register is never changed or taken away: people may have corrected it.
    """
    agreement = _found(before) or _new(known)
    added = _add_parties(agreement, known) + _add_diary_numbers(agreement, known)
    editions = {}
    for one in known.editions:
        edition = agreement.editions.filter(pk=before.edition_ids.get(one.number, 0)).first()
        added += 0 if edition else 1
        edition = edition or _new_edition(agreement, one)
        added += _add_events(edition, one) + _add_adoptions(edition, one)
        editions[one.number] = edition.pk
    if added:
        record(
            "agreement.loaded",
            agreement,
            by=None,
            partnership_id=known.partnership_id,
            organization_id=known.keeper_id,
            pack=pack,
        )
    return Put(agreement.pk, editions)


def _found(before: Put) -> Agreement | None:
    return Agreement.objects.filter(pk=before.agreement_id or 0).first()


def _new(known: KnownAgreement) -> Agreement:
    made = _unsaved(known)
    made.save()
    return made


def _unsaved(known: KnownAgreement) -> Agreement:
    return Agreement(
        partnership_id=known.partnership_id,
        level=known.level,
        area_id=known.area_id,
        title=known.title,
        parent_id=known.parent_id,
        keeper_id=known.keeper_id,
        revision_responsible=known.revision_responsible,
        demo=known.demo,
    )


def _add_parties(agreement: Agreement, known: KnownAgreement) -> int:
    there = set(agreement.parties.values_list("organization_id", flat=True))
    missing = [one for one in known.party_ids if one not in there]
    Party.objects.bulk_create(Party(agreement=agreement, organization_id=one) for one in missing)
    return len(missing)


def _add_diary_numbers(agreement: Agreement, known: KnownAgreement) -> int:
    there = set(agreement.diary_numbers.values_list("organization_id", "number"))
    missing = [d for d in known.diary_numbers if (d.organization_id, d.number) not in there]
    DiaryNumber.objects.bulk_create(
        DiaryNumber(agreement=agreement, organization_id=diary.organization_id, number=diary.number)
        for diary in missing
    )
    return len(missing)


def _new_edition(agreement: Agreement, known: KnownEdition) -> Edition:
    highest = agreement.editions.order_by("-number").values_list("number", flat=True).first()
    return Edition.objects.create(
        agreement=agreement,
        number=(highest or 0) + 1,
        label=known.label,
        begun_date=known.begun_date,
        stage=known.stage,
    )


def _add_events(edition: Edition, known: KnownEdition) -> int:
    """What somebody has undone is there too, so that it does not come back."""
    there = {(event.kind, event.stated, event.decided) for event in edition.validity_events.all()}
    missing = [e for e in known.events if (e.kind, e.stated, e.decided) not in there]
    ValidityEvent.objects.bulk_create(_event(edition, event) for event in missing)
    return len(missing)


def _event(edition: Edition, event: ConfirmedEvent) -> ValidityEvent:
    return ValidityEvent(
        edition=edition,
        kind=event.kind,
        **_span("", event.stated),
        **_span("decided_", event.decided),
        years=event.years,
        decided_by_id=event.decided_by_id,
        quote=event.quote,
        place=event.place,
        source_note=event.source_note,
    )


def _span(prefix: str, stated: StatedDate | None) -> dict[str, Any]:
    return {
        f"{prefix}first_date": stated.first if stated else None,
        f"{prefix}last_date": stated.last if stated else None,
    }


def _add_adoptions(edition: Edition, known: KnownEdition) -> int:
    there = set(edition.adoptions.values_list("organization_id", flat=True))
    missing = [a for a in known.adoptions if a.organization_id not in there]
    Adoption.objects.bulk_create(
        Adoption(
            edition=edition,
            organization_id=adoption.organization_id,
            kind=adoption.kind,
            body_name=adoption.body_name,
            adopted_date=adoption.adopted_date,
            paragraph=adoption.paragraph,
            quote=adoption.quote,
        )
        for adoption in missing
    )
    return len(missing)


@transaction.atomic
def remove_agreements(ids: Iterable[int]) -> int:
    """Take invented agreements away with everything about them; local ones go first."""
    found = Agreement.objects.filter(pk__in=list(ids))
    count = found.count()
    found.exclude(parent=None).delete()
    found.delete()
    return count


@transaction.atomic
def reset_agreement(known: KnownAgreement, *, before: Put, pack: str) -> Put:
    """Put the agreement back as the pack tells it, when only invented people had changed it."""
    agreement = Agreement.objects.get(pk=before.agreement_id or 0)
    agreement.editions.all().delete()
    agreement.parties.all().delete()
    agreement.diary_numbers.all().delete()
    fresh = _unsaved(known)
    fresh.pk, fresh.version = agreement.pk, 1
    fresh.save(force_update=True)
    return put_agreement(known, before=Put(agreement.pk), pack=pack)
