"""What changes the work itself: its facts, its parties, its editions and their files."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from samklang.agreements.actions.locking import locked, registered, written
from samklang.agreements.models import Adoption, Agreement, Edition, EditionFile, Party
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import File
from samklang.organizations.api import Acting, Organization


@dataclass(frozen=True, slots=True)
class Facts:
    """What the edit form of an agreement holds."""

    title: str
    parent_id: int | None
    keeper_id: int
    revision_responsible: str

    @classmethod
    def of(cls, agreement: Agreement) -> Facts:
        return cls(
            title=agreement.title,
            parent_id=agreement.parent_id,
            keeper_id=agreement.keeper_id,
            revision_responsible=agreement.revision_responsible,
        )


@transaction.atomic
def edit(agreement: Agreement, facts: Facts, *, by: Acting, seen: int) -> None:
    """Change the facts that are not decided by anybody; history keeps what stood before."""
    agreement = locked(agreement, seen=seen)
    changes = _changes(asdict(Facts.of(agreement)), asdict(facts))
    if not changes:
        return
    for name, (_before, after) in changes.items():
        setattr(agreement, name, after)
    agreement.save(update_fields=[name.removesuffix("_id") for name in changes])
    written("agreement.edited", agreement, by=by, changes=changes)


def _changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (before[name], after[name]) for name in after if before[name] != after[name]}


@transaction.atomic
def create(agreement: Agreement, edition: Edition, *, parties: list[int], by: Acting) -> Agreement:
    """Put an agreement in the register by hand, with its first edition."""
    if not parties:
        raise ValueError("an agreement has at least one party")
    agreement.save()
    Party.objects.bulk_create(
        Party(agreement=agreement, organization_id=pk) for pk in dict.fromkeys(parties)
    )
    edition.agreement = agreement
    registered(edition, by=by)
    written("agreement.registered", agreement, by=by, edition=edition, title=agreement.title)
    return agreement


@transaction.atomic
def add_party(agreement: Agreement, party: Party, *, by: Acting, seen: int) -> None:
    agreement = locked(agreement, seen=seen)
    party.agreement = agreement
    party.save()
    written(
        "agreement.party_added",
        agreement,
        by=by,
        party=party.organization.short_name,
        required=party.required,
    )


@transaction.atomic
def remove_party(agreement: Agreement, organization: Organization, *, by: Acting) -> None:
    """Take a party away; not one that has adopted, and not the last one."""
    agreement = locked(agreement)
    adopted = Adoption.objects.standing().filter(
        edition__agreement=agreement, edition__undone_at__isnull=True, organization=organization
    )
    if adopted.exists() or agreement.parties.count() == 1:
        raise MoveNotAllowed(f"{organization} cannot leave agreement {agreement.pk}")
    removed, _rows = agreement.parties.filter(organization=organization).delete()
    if not removed:
        raise MoveNotAllowed(f"{organization} is no party of agreement {agreement.pk}")
    written("agreement.party_removed", agreement, by=by, party=organization.short_name)


@transaction.atomic
def add_edition(agreement: Agreement, edition: Edition, *, by: Acting, seen: int) -> None:
    """Begin the next edition; those that hold go on holding until it is adopted."""
    agreement = locked(agreement, seen=seen)
    last = agreement.editions.order_by("-number").values_list("number", flat=True).first()
    edition.agreement = agreement
    edition.number = (last or 0) + 1
    registered(edition, by=by)
    written(
        "agreement.edition_added",
        agreement,
        by=by,
        edition=edition,
        label=edition.label,
        stage=edition.stage,
    )


@transaction.atomic
def move_stage(edition: Edition, stage: str, *, by: Acting, seen: int) -> None:
    """Say how far the work on a text has come, which is what other parties may know of it."""
    agreement = locked(edition.agreement, seen=seen)
    edition.stage = stage
    edition.save(update_fields=["stage"])
    written("agreement.stage_moved", agreement, by=by, edition=edition, stage=stage)


@transaction.atomic
def attach_file(agreement: Agreement, edition: Edition, file: File, *, by: Acting) -> None:
    """Put a kept file with an edition; the same file twice is once."""
    agreement = locked(agreement)
    _file, is_new = EditionFile.objects.get_or_create(
        edition=edition, file=file, defaults={"added_by": by.user}
    )
    if is_new:
        written("agreement.file_attached", agreement, by=by, edition=edition, file=file.name)
