"""How what happened, and what was refused, is written down."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from samklang.accounts.models import User
from samklang.audit.appending import append
from samklang.audit.fingerprint import fingerprint
from samklang.common.occasion import occasion

_LOG = logging.getLogger(__name__)
_MOVE_ON = """
INSERT INTO audit_revision (partnership_id, number) VALUES (%s, 1)
ON CONFLICT (partnership_id) DO UPDATE SET number = audit_revision.number + 1
"""


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
    organization_id, role = _standing(by, organization_id)
    append(
        verb=verb,
        target_kind=target._meta.label_lower,
        target_id=target.pk,
        after=fingerprint(target),
        actor=by,
        role=role,
        partnership_id=partnership_id,
        organization_id=organization_id,
        details=details,
    )
    if partnership_id is not None:
        _move_on(partnership_id)


def record_refusal(
    verb: str, *, target_kind: str, target_id: int, by: User | None, **details: Any
) -> None:
    """Write down what somebody was not let do; a database that cannot write changes no answer."""
    try:
        organization_id, role = _standing(by, None)
        append(
            verb=verb,
            target_kind=target_kind,
            target_id=target_id,
            actor=by,
            role=role,
            organization_id=organization_id,
            details=details,
        )
    except DatabaseError:
        _LOG.exception("%s of %s %s could not be written down", verb, target_kind, target_id)


def _standing(by: User | None, organization_id: int | None) -> tuple[int | None, str]:
    """Return for whom, and in which role, the occasion says that the person acts."""
    return occasion().standing(organization_id) if by else (organization_id, "")


def _move_on(partnership_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_ON, [partnership_id])
