"""Every row of ours as it lies in the database, so that any change of any of them shows.

Read by plain statements: the ORM would put each of them together anew, a hundred times in a test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import JSONField, Model


@cache
def models_of_ours() -> tuple[type[Model], ...]:
    return tuple(one for one in apps.get_models() if one.__module__.startswith("samklang."))


@cache
def _reading(model: type[Model]) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    """Return how its rows are read, the names of what comes, and which of it is JSON."""
    fields = model._meta.concrete_fields
    told = [at for at, one in enumerate(fields) if isinstance(one, JSONField)]
    columns = ", ".join(f'"{one.column}"' for one in fields)
    statement = f'SELECT {columns} FROM "{model._meta.db_table}" ORDER BY "{model._meta.pk.column}"'  # noqa: S608 - names of ours
    return statement, tuple(one.attname for one in fields), tuple(told)


def stored(model: type[Model]) -> Iterator[dict[str, Any]]:
    """Yield each row of the model, by the names of its fields, with what a JSON field tells."""
    statement, names, told = _reading(model)
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found = cursor.fetchall()
    for row in found:
        values = dict(zip(names, row, strict=True))
        for at in told:
            values[names[at]] = json.loads(row[at]) if isinstance(row[at], str) else row[at]
        yield values
