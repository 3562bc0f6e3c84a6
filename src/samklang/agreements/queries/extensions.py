"""When agreements were extended: what timelines show beside the standings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q

from samklang.agreements.models import EventKind, ValidityEvent
from samklang.common.periods import StatedDate

# When it was decided, if known, and until when the edition then held.
Extended = tuple[StatedDate | None, StatedDate]


def extensions(edition_ids: Iterable[int], *, on: date) -> dict[int, list[Extended]]:
    """Return, by edition, the extensions known on the day, in the order they were decided."""
    found: dict[int, list[Extended]] = defaultdict(list)
    events = (
        ValidityEvent.objects.standing()
        .filter(Q(decided_last_date__isnull=True) | Q(decided_last_date__lte=on))
        .filter(edition__in=list(edition_ids), kind=EventKind.EXTENDED, last_date__isnull=False)
        .order_by(F("decided_last_date").asc(nulls_first=True), "last_date", "pk")
    )
    for event in events:
        if event.stated is not None:
            found[event.edition_id].append((event.decided, event.stated))
    return found
