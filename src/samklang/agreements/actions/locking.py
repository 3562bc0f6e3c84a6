"""How an agreement is locked, and how its change is counted and written down."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from samklang.agreements.models import Agreement, Edition
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.api import Acting


class Conflict(MoveNotAllowed):
    """Somebody else saved the agreement after the user had opened it."""


def locked(agreement: Agreement, *, seen: int | None = None) -> Agreement:
    """Take the agreement for writing; `seen` is the version that the user decided on."""
    fresh = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if seen is not None and fresh.version != seen:
        raise Conflict(f"agreement {fresh.pk} is at version {fresh.version}, not {seen}")
    return fresh


def registered(edition: Edition, *, by: Acting) -> None:
    """Save a new edition in the name of whoever puts it in the register."""
    edition.recorded_by, edition.recorded_at = by.user, timezone.now()
    edition.recorded_for_id = _on_behalf(edition.agreement, by)
    edition.save()


def written(
    verb: str, agreement: Agreement, *, by: Acting, edition: Edition | None = None, **details: Any
) -> None:
    """Count the change and record it in the name of the organization that the user writes for.

    An edition is written down by its id too: its number moves when an older text comes in late.
    """
    if edition is not None:
        details |= {"edition": edition.number, "edition_id": edition.pk}
    agreement.version += 1
    agreement.save(update_fields=["version"])
    record(
        verb,
        agreement,
        by=by.user,
        partnership_id=agreement.partnership_id,
        organization_id=_on_behalf(agreement, by),
        version=agreement.version,
        **details,
    )


def _on_behalf(agreement: Agreement, by: Acting) -> int | None:
    if agreement.keeper_id in by.writes_for():
        return agreement.keeper_id
    return by.organization.pk if by.organization else None
