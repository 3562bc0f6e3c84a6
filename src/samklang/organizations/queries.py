"""What pages and other contexts ask about organizations."""

from __future__ import annotations

from samklang.organizations.models import Body, Organization, OrganizationQuerySet, Partnership


def partnership(partnership_id: int) -> Partnership:
    return Partnership.objects.get(pk=partnership_id)


def organizations(partnership_id: int) -> OrganizationQuerySet:
    """Return the partnership’s organizations in the country’s alphabetical order."""
    return Organization.objects.of_partnership(partnership_id)


def bodies(partnership_id: int) -> list[Body]:
    return list(Body.objects.filter(partnership_id=partnership_id))
