"""Brings a stored row up to date with what a pack says, and tells whether it had to."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def put_row(
    rows: QuerySet[Row], *, key: dict[str, Any], values: dict[str, Any]
) -> tuple[Row, bool]:
    """Return the row that `key` names, made or changed to have `values`, and whether it was."""
    row, made = rows.get_or_create(**key, defaults=values)
    if made:
        return row, True
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, values[name])
        row.save(update_fields=changed)
    return row, bool(changed)
