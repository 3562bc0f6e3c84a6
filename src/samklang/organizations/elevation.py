"""The seats that an operator has for a while: asked for, logged, and gone by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from samklang.accounts.models import User
from samklang.organizations.models import Elevation, Membership, Role

LASTS = timedelta(hours=1)


def current_elevation(user: User, *, now: datetime) -> Elevation | None:
    going = Elevation.objects.filter(operator=user, from_at__lte=now, until_at__gt=now)
    return going.select_related("organization__partnership").first()


def lent_seats(user: User, *, now: datetime) -> tuple[Membership, ...]:
    """Return an administrator’s seat that is stored nowhere, if an elevation is going on."""
    elevation = current_elevation(user, now=now)
    if elevation is None:
        return ()
    seat = Membership(
        user=user,
        organization=elevation.organization,
        role=Role.ADMINISTRATOR,
        from_date=timezone.localdate(elevation.from_at),
    )
    return (seat,)
