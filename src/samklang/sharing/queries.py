"""What is shared with whom, for pages and for the other contexts’ walls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from samklang.common.lean import Shape, numbers
from samklang.organizations.api import Acting, Organization, organizations
from samklang.sharing.boundary import WHOLE, Opening, Openings, Reach
from samklang.sharing.models import Purpose, Recipient, Share

# A plain statement, since every page of an agreement asks.
_RECEIVED = Shape(Recipient, "share")


def openings(kind: str, thing_ids: Iterable[int], *, to: Iterable[int]) -> Openings:
    """Return what of the things is open for the organizations `to`; one statement."""
    found: dict[int, list[Opening]] = defaultdict(list)
    for one in _RECEIVED.find(
        f"WHERE this.organization_id IN ({numbers(to)}) AND this.stopped_at IS NULL"
        f" AND share.kind = %s AND share.thing_id IN ({numbers(thing_ids)})",
        [kind],
    ):
        purpose = one.share.purpose
        until = WHOLE if purpose == Purpose.WRITING else one.share.shared_at
        found[one.share.thing_id].append(Opening(one.organization_id, reach_of(purpose), until))
    return Openings({pk: tuple(opened) for pk, opened in found.items()})


def reach_of(purpose: str) -> Reach:
    return Reach.CONSULTATION if purpose == Purpose.CONSULTATION else Reach.SHARED


def writing_together(kind: str, thing_id: int) -> frozenset[int]:
    """Return the organizations that write the thing together with those who shared it."""
    standing = Recipient.objects.standing().filter(
        share__kind=kind, share__thing_id=thing_id, share__purpose=Purpose.WRITING
    )
    return frozenset(standing.values_list("organization", flat=True))


def shared_with(acting: Acting, kind: str) -> QuerySet[Share, Any]:
    """Return the ids of the things of the kind that are shared with the user, as a subquery."""
    received = Recipient.objects.standing().filter(organization__in=acting.organization_ids)
    ids: QuerySet[Share, Any] = Share.objects.filter(kind=kind).values("thing_id")
    return ids.filter(pk__in=received.values("share"))


def shares(acting: Acting) -> QuerySet[Share]:
    """Return what the user’s organizations have shared or been given, the newest first."""
    return _told(Share.objects.visible_to(acting))


def shares_of(kind: str, thing_ids: Iterable[int]) -> list[Share]:
    """Return all sharing of the things, the newest first; the caller has asked leave."""
    return list(_told(Share.objects.of(kind, list(thing_ids))))


def find(acting: Acting, pk: int) -> Share:
    return get_object_or_404(shares(acting), pk=pk)


def find_recipient(share: Share, organization_pk: int) -> Recipient:
    """Return a receiver that the sharing still stands for, or answer 404."""
    standing = share.recipients.standing().select_related("organization")
    return get_object_or_404(standing, organization=organization_pk)


def receivers(partnership_id: int, organization: Organization) -> list[Organization]:
    """Return the organizations that something of the organization’s can be shared with."""
    return [one for one in organizations(partnership_id) if one.pk != organization.pk]


def _told(found: QuerySet[Share]) -> QuerySet[Share]:
    receiving = Recipient.objects.select_related("organization", "stopped_by")
    return found.select_related("organization", "shared_by").prefetch_related(
        Prefetch("recipients", receiving)
    )


def written_with(organization_ids: Iterable[int], kind: str) -> QuerySet[Share, Any]:
    """Return the ids of the things of the kind that the organizations write too, as a subquery."""
    received = Recipient.objects.standing().filter(organization__in=list(organization_ids))
    ids: QuerySet[Share, Any] = Share.objects.filter(kind=kind, purpose=Purpose.WRITING)
    return ids.filter(pk__in=received.values("share")).values("thing_id")
