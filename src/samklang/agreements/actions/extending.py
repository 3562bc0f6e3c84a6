"""Extending several agreements by one decision: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from samklang.agreements.actions.entering import record_event, undo
from samklang.agreements.actions.locking import Conflict
from samklang.agreements.models import Agreement, ValidityEvent
from samklang.organizations.api import Acting


def versions(agreements: Iterable[Agreement]) -> str:
    """Name the state that the agreements are in: which they are, and how often each was changed."""
    return ".".join(f"{one.pk}-{one.version}" for one in sorted(agreements, key=lambda one: one.pk))


@transaction.atomic
def extend(events: Sequence[ValidityEvent], *, by: Acting, seen: str) -> list[int]:
    """Record each extension; raise Conflict if any agreement was changed since it was looked at."""
    ids = [one.edition.agreement_id for one in events]
    # By their numbers, so that two who extend the same do not wait for each other.
    held = list(Agreement.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    if versions(held) != seen:
        raise Conflict(f"agreements {ids} are not as they were seen")
    for one in events:
        agreement = next(a for a in held if a.pk == one.edition.agreement_id)
        record_event(agreement, one, by=by, seen=agreement.version)
    return [one.pk for one in events]


@transaction.atomic
def take_back_extensions(events: Iterable[ValidityEvent], *, by: Acting) -> None:
    for one in events:
        undo(one.edition.agreement, one, by=by)
