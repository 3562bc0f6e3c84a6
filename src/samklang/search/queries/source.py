"""A row of another context that can be found, and how such rows are read: all of them or some."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from django.db.models import QuerySet

Ids = Collection[int] | None


class Source(NamedTuple):
    """One row that can be found; `place` is the partnership, or the country, whose words it has."""

    kind: str
    source_id: int
    title: str
    body: str
    wall: str
    wall_id: int
    place: int | str
    # As the database has them.
    stands_from: Any = None
    stands_until: Any = None


def chosen(rows: QuerySet[Any, Any], ids: Ids, by: str = "pk") -> QuerySet[Any, Any]:
    return rows if ids is None else rows.filter(**{f"{by}__in": list(ids)})


def each(rows: QuerySet[Any, Any]) -> Iterator[Any]:
    return rows.iterator(chunk_size=2000)
