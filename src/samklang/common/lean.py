"""Plain statements for the few things that every page asks for, and model instances from them.

The statement that the ORM would build anew each time costs more than the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model

Row = TypeVar("Row", bound=Model)
# The ORM finds nothing under a larger one; a plain statement may not even ask.
LARGEST_ID = 2**63 - 1
Converter = Callable[..., Any]


def rows(statement: str, parameters: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def numbers(found: Iterable[int]) -> str:
    """Write ids for an `IN (…)`, which holds nothing when there are none."""
    return ", ".join(map(str, found)) or "NULL"


def marks(found: Collection[int]) -> str:
    """Write a mark for each id of an `IN (…)`: the same statement for as many, prepared once."""
    return ", ".join(["%s"] * len(found)) or "NULL"


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


class Shape(Generic[Row]):
    """A model whose instances come with some of those that they point at, in one statement.

    In the rest of the statement the model is called `this`, the others by their fields' names.
    """

    def __init__(self, model: type[Row], *related: str) -> None:
        self.model = model
        self._fields: list[Any] = [model._meta.get_field(name) for name in related]

    @cached_property
    def _statement(self) -> str:
        selected, joins = [columns(self.model, "this")], []
        for field in self._fields:
            other = field.related_model._meta
            selected.append(columns(field.related_model, field.name))
            joins.append(
                f"{'LEFT ' if field.null else ''}JOIN {other.db_table} {field.name}"
                f" ON {field.name}.{other.pk.column} = this.{field.column}"
            )
        table = self.model._meta.db_table
        return f"SELECT {', '.join(selected)} FROM {table} this {' '.join(joins)} "  # noqa: S608 - names of ours

    def find(self, rest: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return what the rest of the statement (WHERE … ORDER BY …) finds."""
        return [self._read(row) for row in rows(self._statement + rest, parameters)]

    def _read(self, row: tuple[Any, ...]) -> Row:
        at = width(self.model)
        found = made(self.model, row[:at])
        for field in self._fields:
            size = width(field.related_model)
            pointed_at = getattr(found, field.attname) is not None
            other = made(field.related_model, row[at : at + size]) if pointed_at else None
            setattr(found, field.name, other)
            at += size
        return found


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
