"""How one agreement is found: by its number, or because a document is about the same work."""

from __future__ import annotations

from collections.abc import Iterable

from django.shortcuts import get_object_or_404

from samklang.agreements.models import Agreement, Level
from samklang.organizations.api import Acting, Organization, OrganizationKind


def find(acting: Acting, pk: int) -> Agreement:
    """Return one agreement that the user may see, or answer 404."""
    return get_object_or_404(
        Agreement.objects.visible_to(acting).select_related(
            "area", "keeper", "parent", "partnership"
        ),
        pk=pk,
    )


def same_work(
    partnership_id: int, level: str, area_id: int, party_ids: Iterable[int]
) -> Agreement | None:
    """Return the agreement that a document with these facts would be a new edition of.

    A local one is the same when its municipalities are; who else is a party may have changed, or
    be missing in the document. A regional one is the same when it is the only one of its area,
    or has the same parties. None means that nothing is recognised, and a person is asked.
    """
    wanted = set(party_ids)
    candidates = list(
        Agreement.objects.filter(
            partnership=partnership_id, level=level, area=area_id
        ).prefetch_related("parties__organization")
    )
    same_parties = [one for one in candidates if _parties(one).keys() == wanted]
    alike = same_parties or _nearly(candidates, level, wanted)
    return alike[0] if len(alike) == 1 else None


def _nearly(candidates: list[Agreement], level: str, wanted: set[int]) -> list[Agreement]:
    if level == Level.REGIONAL:
        return candidates
    local = Organization.objects.filter(pk__in=wanted).local()
    municipalities = set(local.values_list("pk", flat=True))
    return [
        one
        for one in candidates
        if municipalities
        and municipalities
        == {pk for pk, kind in _parties(one).items() if kind == OrganizationKind.MUNICIPALITY}
    ]


def _parties(agreement: Agreement) -> dict[int, str]:
    return {p.organization_id: p.organization.kind for p in agreement.parties.all()}


def keeper_of(level: str, party_ids: tuple[int, ...], *, by: Acting) -> int:
    """Return who keeps the record when nobody has said: a local one’s first municipality."""
    parties = Organization.objects.filter(pk__in=party_ids)
    municipalities = parties.filter(kind=OrganizationKind.MUNICIPALITY)
    local = municipalities.values_list("pk", flat=True).first() if level == Level.LOCAL else None
    if local is not None:
        return local
    return by.organization.pk if by.organization else party_ids[0]
