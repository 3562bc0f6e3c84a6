"""How what happened, and what was refused, is written down."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from samklang.accounts.models import User
from samklang.audit.appending import append, hold
from samklang.audit.fingerprint import fingerprint
from samklang.audit.models import Entry
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


def record_reading(
    verb: str, *, target_kind: str, target_id: int, by: User, **details: Any
) -> None:
    """Write down that somebody read what is not for everybody: once a day for each of them.

    A database that cannot write hides nothing from whoever may read.
    """
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    what = {"verb": verb, "target_kind": target_kind, "target_id": target_id, "actor": by}
    same = Entry.objects.filter(**what, happened_at__gte=today)
    try:
        if not same.exists():
            _record_once(same, what, details)
    except DatabaseError:
        _LOG.exception("%s of %s %s could not be written down", verb, target_kind, target_id)


@transaction.atomic
def _record_once(same: QuerySet[Entry], what: dict[str, Any], details: dict[str, Any]) -> None:
    """Two readings in one moment are one: the second waits, and finds the first."""
    hold()
    if not same.all().exists():
        organization_id, role = _standing(what["actor"], None)
        append(**what, role=role, organization_id=organization_id, details=details)


def record_upkeep(verb: str, **details: Any) -> None:
    """Write down what the installation did with itself: about no row, and by nobody."""
    append(verb=verb, target_kind="installation", target_id=0, details=details)


def _standing(by: User | None, organization_id: int | None) -> tuple[int | None, str]:
    """Return for whom, and in which role, the occasion says that the person acts."""
    return occasion().standing(organization_id) if by else (organization_id, "")


def _move_on(partnership_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_ON, [partnership_id])
