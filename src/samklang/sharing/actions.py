"""Letting another organization see what is not decided, and no longer letting it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from samklang.accounts.models import User
from samklang.audit.api import record, record_reading
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.api import Acting, Organization
from samklang.sharing.models import Recipient, Share
from samklang.sharing.offers import Offer, source_of


@dataclass(frozen=True, slots=True)
class Terms:
    """How something is shared, as the form holds it."""

    purpose: str
    receivers: tuple[Organization, ...]
    diary_number: str = ""
    message: str = ""


@transaction.atomic
def share(offer: Offer, terms: Terms, *, by: Acting, seen: int) -> Share:
    """Open the thing, as it was seen, for the receivers; what comes later stays inside."""
    if not terms.receivers:
        raise ValueError("something is shared with at least one organization")
    source_of(offer.kind).lock(offer, seen=seen)
    made = Share.objects.create(
        partnership_id=offer.organization.partnership_id,
        kind=offer.kind,
        thing_id=offer.thing.pk,
        organization=offer.organization,
        purpose=terms.purpose,
        diary_number=terms.diary_number,
        message=terms.message,
        shared_at=timezone.now(),
        shared_by=by.user,
    )
    Recipient.objects.bulk_create(
        Recipient(share=made, organization=one) for one in terms.receivers
    )
    _record("share.made", made, terms.receivers, by=by, purpose=terms.purpose)
    return made


def record_read(kind: type[Model], thing_id: int, *, by: User) -> None:
    """Write down that somebody read a thing inside its boundary; of what is decided nobody does."""
    record_reading(
        "draft.read",
        target_kind=kind._meta.label_lower,
        target_id=thing_id,
        by=by,
        thing_id=thing_id,
    )


@transaction.atomic
def stop(recipient: Recipient, *, by: Acting) -> None:
    """Close it for one receiver, however often it was shared; that they have seen it stands."""
    share = recipient.share
    standing = (
        Recipient.objects.select_for_update(of=("self",))
        .standing()
        .filter(
            organization=recipient.organization_id,
            share__kind=share.kind,
            share__thing_id=share.thing_id,
            share__organization=share.organization_id,
        )
    )
    found = list(standing.select_related("share", "organization"))
    if recipient not in found:
        raise MoveNotAllowed(f"recipient {recipient.pk} is stopped already")
    for one in found:
        one.stopped_at, one.stopped_by = timezone.now(), by.user
        one.save(update_fields=["stopped_at", "stopped_by"])
        _record("share.stopped", one.share, [one.organization], by=by)


def _record(
    verb: str, share: Share, receivers: Iterable[Organization], *, by: Acting, **details: str
) -> None:
    record(
        verb,
        share,
        by=by.user,
        partnership_id=share.partnership_id,
        organization_id=share.organization_id,
        kind=share.kind,
        thing_id=share.thing_id,
        receivers=[one.pk for one in receivers],
        **details,
    )
