"""How a registration that was a mistake is taken back out of the register, with its history."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from samklang.agreements.actions.locking import locked, written
from samklang.agreements.models import Agreement, DiaryNumber, Edition, Party
from samklang.agreements.signals import registration_taken_back
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.api import Acting


@transaction.atomic
def take_back(edition: Edition, *, by: Acting) -> None:
    """Take the edition back, and the agreement with it if it was the only one.

    The caller has asked `can_take_back`; nothing that others have built on it is lost.
    """
    agreement = locked(edition.agreement)
    fresh = Edition.objects.select_for_update().get(pk=edition.pk)
    if fresh.undone_at is not None:
        raise MoveNotAllowed(f"edition {fresh.pk} is taken back already")
    fresh.undone_at = timezone.now()
    fresh.save(update_fields=["undone_at"])
    _take_along(agreement, fresh)
    written("agreement.registration_taken_back", agreement, by=by, edition=fresh)
    registration_taken_back.send(Edition, edition_id=fresh.pk, by=by)


def _take_along(agreement: Agreement, edition: Edition) -> None:
    """What only this registration brought goes with it: parties, diary numbers, the agreement."""
    numbers = DiaryNumber.objects.standing().filter(agreement=agreement, came_with=edition)
    numbers.update(undone_at=edition.undone_at)
    if agreement.editions.filter(undone_at__isnull=True).exists():
        Party.objects.filter(agreement=agreement, came_with=edition).delete()
    else:
        agreement.undone_at = edition.undone_at
        agreement.save(update_fields=["undone_at"])
