"""Lending an operator an administrator’s rights for an hour, where everybody can see it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samklang.accounts.models import User
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.elevation import LASTS, current_elevation
from samklang.organizations.models import Elevation, Organization


@transaction.atomic
def elevate(organization: Organization, *, by: User, reason: str, now: datetime) -> Elevation:
    """Lend the rights; whoever has some already steps down first."""
    if current_elevation(by, now=now) is not None:
        raise MoveNotAllowed("One elevation at a time.")
    elevation = Elevation.objects.create(
        operator=by, organization=organization, reason=reason, from_at=now, until_at=now + LASTS
    )
    _record("elevation.begun", elevation, by=by, reason=reason)
    return elevation


@transaction.atomic
def step_down(*, by: User, now: datetime) -> None:
    elevation = current_elevation(by, now=now)
    if elevation is None:
        raise MoveNotAllowed("There is no elevation to end.")
    elevation.until_at = now
    elevation.save(update_fields=["until_at"])
    _record("elevation.ended", elevation, by=by)


def _record(verb: str, elevation: Elevation, *, by: User, **details: str) -> None:
    record(
        verb,
        elevation,
        by=by,
        partnership_id=elevation.organization.partnership_id,
        organization_id=elevation.organization_id,
        **details,
    )
