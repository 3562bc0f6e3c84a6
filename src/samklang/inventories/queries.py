"""What pages show of answers and readings."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from samklang.inventories.models import Finding


def answered_none(partnership_id: int, *, on: date) -> set[tuple[int, int]]:
    """Return (organization id, area id) of those that had answered, by the day, that they have none."""
    return set(
        Finding.objects.filter(
            Q(withdrawn_date__isnull=True) | Q(withdrawn_date__gt=on),
            organization__partnership=partnership_id,
            answered_date__lte=on,
        ).values_list("organization_id", "area_id")
    )
