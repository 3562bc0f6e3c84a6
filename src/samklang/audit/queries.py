"""What the history tabs show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Model, Q, QuerySet

from samklang.accounts.models import User
from samklang.audit.models import Entry
from samklang.common.lean import numbers, rows

REFUSALS = ("access.denied", "access.hidden", "access.conflicted", "account.sign_in_failed")
_REVISIONS = """
SELECT {beside}, county.partnership_id, county.number
FROM (SELECT 1) once LEFT JOIN audit_revision county ON county.partnership_id IN ({counties})
ORDER BY county.partnership_id
"""
_REVISION = "SELECT number FROM audit_revision WHERE partnership_id = %s"


def history(targets: Iterable[Model]) -> QuerySet[Entry]:
    """Return the entries about any of the targets, newest first; the caller has asked leave."""
    about = Q(pk__in=[])
    for target in targets:
        about |= Q(target_kind=target._meta.label_lower, target_id=target.pk)
    return Entry.objects.filter(about).select_related("actor")


def of_organization(organization_id: int) -> QuerySet[Entry]:
    """Return what was done in an organization’s name, newest first; the caller has asked leave."""
    return Entry.objects.filter(organization_id=organization_id).select_related("actor")


def by_person(user: User) -> QuerySet[Entry]:
    """Return what somebody did or was refused, newest first; the caller has asked leave."""
    return Entry.objects.filter(actor=user)


def refusal_count(*, since: datetime) -> int:
    """Return how many pages and sign-ins were refused, as far as they were written down."""
    return Entry.objects.filter(verb__in=REFUSALS, happened_at__gte=since).count()


def revision(partnership_id: int) -> int:
    """Return how many changes there have been; plain SQL, since every county page asks first."""
    found = rows(_REVISION, [partnership_id])
    return int(found[0][0]) if found else 0


def revisions(
    partnership_ids: Iterable[int], beside: str, said: Sequence[object]
) -> tuple[tuple[object, ...], ...]:
    """Return how many changes each of the counties has seen, in one statement.

    `beside` is what else a page is named by: an expression with what it says, asked along with it.
    """
    statement = _REVISIONS.format(beside=beside, counties=numbers(partnership_ids))
    return tuple(rows(statement, said))
