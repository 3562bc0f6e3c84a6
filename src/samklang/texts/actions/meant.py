"""Saying that a difference between sister texts is meant, and taking that back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from samklang.audit.api import record
from samklang.organizations.api import Acting, Partnership
from samklang.texts.harmony import Difference
from samklang.texts.models import MeantDifference


@transaction.atomic
def mark_as_meant(
    difference: Difference, *, within: Partnership, reason: str, by: Acting
) -> MeantDifference:
    """Write down why the texts shall differ here; who says it second is given what stands."""
    organization = by.organization
    marked, is_new = MeantDifference.objects.get_or_create(
        partnership=within,
        fingerprint=difference.fingerprint,
        undone_at=None,
        defaults={
            "kind": difference.kind,
            "reason": reason,
            "marked_by": by.user,
            "marked_for": organization,
        },
    )
    if is_new:
        _record("difference.meant", marked, by=by)
    return marked


@transaction.atomic
def take_back_meant(marked: MeantDifference, *, by: Acting) -> None:
    """Let the difference be one again; that it was meant stands in the record."""
    standing = MeantDifference.objects.select_for_update().standing().filter(pk=marked.pk).first()
    if standing is None:
        return
    standing.undone_at, standing.undone_by = timezone.now(), by.user
    standing.save(update_fields=["undone_at", "undone_by"])
    _record("difference.no_longer_meant", standing, by=by)


def _record(verb: str, marked: MeantDifference, *, by: Acting) -> None:
    record(
        verb,
        marked,
        by=by.user,
        partnership_id=marked.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        kind=marked.kind,
        fingerprint=marked.fingerprint,
    )
