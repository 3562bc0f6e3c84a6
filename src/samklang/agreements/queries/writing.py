"""Which editions organizations write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from samklang.agreements.models import Edition


def written_by(organization_ids: Iterable[int]) -> QuerySet[Edition, Any]:
    """Return the ids of the editions that the organizations write, as a subquery."""
    return Edition.objects.inside(organization_ids).values("pk")
