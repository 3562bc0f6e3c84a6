"""Plain statements for the few things that every page asks for, and model instances from them.

The statement that the ORM would build anew each time costs more than the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

Row = TypeVar("Row", bound=Model)
Converter = Callable[..., Any]


def rows(statement: str, parameters: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def columns(model: type[Model], alias: str) -> str:
    """Return what a statement has to select for `made`, in its order."""
    return ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)


def width(model: type[Model]) -> int:
    return len(model._meta.concrete_fields)


def made(model: type[Row], values: Sequence[Any]) -> Row:
    """Make one from its columns, as the ORM would read them from this database."""
    read = list(values)
    for at, (expression, converters) in _converters(model, connection.vendor).items():
        for convert in converters:
            read[at] = convert(read[at], expression, connection)
    return model.from_db(connection.alias, _names(model), read)


@cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@cache
def _converters(model: type[Model], _vendor: str) -> dict[int, tuple[Any, list[Converter]]]:
    """Return the columns that the database hands over as something else than the model holds."""
    found: dict[int, tuple[Any, list[Converter]]] = {}
    for at, field in enumerate(model._meta.concrete_fields):
        expression = field.get_col(model._meta.db_table)
        backend = connection.ops.get_db_converters(expression)
        converters = [*backend, *expression.get_db_converters(connection)]
        if converters:
            found[at] = expression, converters
    return found
