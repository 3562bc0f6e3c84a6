"""How what happened is written down."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Model

from samklang.accounts.models import User
from samklang.audit.models import Entry, Revision


@transaction.atomic
def record(
    verb: str,
    target: Model,
    *,
    by: User | None,
    partnership_id: int | None = None,
    organization_id: int | None = None,
    **details: Any,
) -> None:
    """Write the entry and move the partnership's revision on, in the caller's transaction."""
    Entry.objects.create(
        verb=verb,
        target_kind=target._meta.label_lower,
        target_id=target.pk,
        actor=by,
        partnership_id=partnership_id,
        organization_id=organization_id,
        details=details,
    )
    if partnership_id is not None:
        _move_on(partnership_id)


def _move_on(partnership_id: int) -> None:
    Revision.objects.get_or_create(partnership_id=partnership_id)
    Revision.objects.filter(partnership_id=partnership_id).update(number=F("number") + 1)
