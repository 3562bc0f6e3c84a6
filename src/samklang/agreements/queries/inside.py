"""Whose an edition is, whoever else it is shared with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from samklang.agreements.models import Edition


def inside(organization_ids: Iterable[int]) -> QuerySet[Edition, Any]:
    """Return the ids of the editions that the organizations keep or registered, as a subquery."""
    return Edition.objects.inside(organization_ids).values("pk")
