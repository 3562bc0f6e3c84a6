"""What pages ask about areas."""

from __future__ import annotations

from django.db.models import QuerySet

from samklang.library.models import Area


def areas(partnership_id: int) -> QuerySet[Area]:
    return Area.objects.filter(partnership_id=partnership_id)
