"""Plain statements for the few things that every page asks for, and model instances from them.

The statement that the ORM would build anew each time costs more than the answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model
from django.db.models.base import ModelState

Row = TypeVar("Row", bound=Model)
Said = tuple[Any, ...]
# What gathers rows in one column, and what makes one of them.
_GATHERED = {
    "sqlite": ("json_group_array", "json_array"),
    "postgresql": ("json_agg", "json_build_array"),
}
# The ORM finds nothing under a larger one; a plain statement may not even ask.
LARGEST_ID = 2**63 - 1
Converter = Callable[..., Any]


def _spoken(read: Callable[[str], Any]) -> Converter:
    return lambda value, _expression, _connection: read(value)


_SPOKEN: dict[str, Converter] = {
    "DateField": _spoken(date.fromisoformat),
    "DateTimeField": _spoken(datetime.fromisoformat),
    "TimeField": _spoken(time.fromisoformat),
}


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
    make: Callable[[Sequence[Any]], Row] = _maker(_whole(model), connection.vendor)
    return make(values)


class _Read:
    """Rows that were read beside the row that they belong to: the ORM asks for them no more."""

    def all(self) -> Self:
        return self

    def lead_from(self, owner: Model, name: str) -> None:
        """Let the owner’s related rows be these, as after the ORM’s own prefetching."""
        vars(owner).setdefault("_prefetched_objects_cache", {})[name] = self


class Found(_Read, list[Row]):
    """Instances in a list."""


class Folded(_Read, Sequence[Row]):
    """Instances that are made when somebody asks for them; `said` is all that they are made of.

    What says the same makes the same, so that `said` can stand for them in what is remembered.
    """

    def __init__(self, said: Iterable[Any], make: Callable[[Any], Row]) -> None:
        self.said: tuple[Any, ...] = tuple(said)
        self._make = make

    @cached_property
    def _rows(self) -> list[Row]:
        return [self._make(one) for one in self.said]

    def __len__(self) -> int:
        return len(self.said)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __getitem__(self, at: Any) -> Any:
        return self._rows[at]


class _Columns(NamedTuple):
    """Some columns of a model, in their order; the ORM asks for the others if somebody does."""

    model: type[Model]
    names: tuple[str, ...]

    @property
    def fields(self) -> list[Any]:
        return [self.model._meta.get_field(name) for name in self.names]

    def of(self, alias: str, instead: Mapping[str, str]) -> list[str]:
        return [instead.get(field.column, f"{alias}.{field.column}") for field in self.fields]


@cache
def _whole(model: type[Model]) -> _Columns:
    return _Columns(model, tuple(field.name for field in model._meta.concrete_fields))


class Shape(Generic[Row]):
    """A model whose instances come with some of those that they point at, in one statement.

    In the rest of the statement the model is called `this`, the others by their fields' names.
    Of those named with columns no more than these are read.
    """

    def __init__(self, model: type[Row], *related: str, **parts: tuple[str, ...]) -> None:
        self.model = model
        self._parts = parts
        self._fields: list[Any] = [model._meta.get_field(name) for name in (*related, *parts)]

    @cached_property
    def _others(self) -> list[tuple[Any, _Columns]]:
        """What the model points at, by the fields that do."""
        found = []
        for field in self._fields:
            other = field.related_model
            names = self._parts.get(field.name)
            found.append((field, _Columns(other, names) if names else _whole(other)))
        return found

    def _selected(self, instead: Mapping[str, str]) -> str:
        said = _whole(self.model).of("this", instead)
        for field, other in self._others:
            said += other.of(field.name, {})
        return ", ".join(said)

    def at(self, name: str) -> int:
        """Return where the model’s own field stands among the columns."""
        return _whole(self.model).names.index(name)

    @cached_property
    def _from(self) -> str:
        joins = []
        for field in self._fields:
            other = field.related_model._meta
            joins.append(
                f"{'LEFT ' if field.null else ''}JOIN {other.db_table} {field.name}"
                f" ON {field.name}.{other.pk.column} = this.{field.column}"
            )
        return f"FROM {self.model._meta.db_table} this {' '.join(joins)} "

    def find(self, rest: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """Return what the rest of the statement (WHERE … ORDER BY …) finds."""
        statement = f"SELECT {self._selected({})} {self._from}{rest}"
        return list(map(self.reader(nested=False), rows(statement, parameters)))

    def nested(self, rest: str, **instead: str) -> str:
        """Write what the rest finds, in any order, as one column of another statement’s row.

        `instead` says what is read in place of some of the model’s own columns.
        """
        gather, row = _GATHERED[connection.vendor]
        return f"(SELECT {gather}({row}({self._selected(instead)})) {self._from}{rest})"

    def unfolded(self, column: str | list[Any] | None) -> Found[Row]:
        """Return what `nested` wrote in the column."""
        return Found(map(self.reader(), unfolded(column)))

    def reader(self, *, nested: bool = True) -> Callable[[Sequence[Any]], Row]:
        """Return what makes an instance of a row; what several rows point at is made once."""
        vendor = connection.vendor
        own = _whole(self.model)
        make: Callable[[Sequence[Any]], Row] = _maker(own, vendor, nested=nested)
        others = []
        at = len(own.names)
        for field, other in self._others:
            part = slice(at, at := at + len(other.names))
            others.append((field, part, _maker(other, vendor, nested=nested), {None: None}))

        def read(row: Sequence[Any]) -> Row:
            found = make(row)
            for field, part, make_other, there in others:
                pk = getattr(found, field.attname)
                if pk not in there:
                    there[pk] = make_other(row[part])
                field.set_cached_value(found, there[pk])
            return found

        return read


def led(row: Model, name: str) -> Any:
    """Return the rows that a row leads to: those that are there already, without a manager."""
    there = vars(row).get("_prefetched_objects_cache", {})
    return there[name] if name in there else getattr(row, name).all()


def point(row: Model, name: str, other: Model | None) -> None:
    """Let a row’s field lead to what is known already, as the ORM keeps it."""
    field: Any = row._meta.get_field(name)
    field.set_cached_value(row, other)


def nested_rows(selected: str, rest: str) -> str:
    """Write a few columns of rows as one column of another statement’s row."""
    gather, row = _GATHERED[connection.vendor]
    return f"(SELECT {gather}({row}({selected})) {rest})"


def unfolded(column: str | list[Any] | None) -> list[list[Any]]:
    """Return the rows in the column; PostgreSQL’s driver has read them already."""
    found: list[list[Any]] = json.loads(column) if isinstance(column, str) else column or []
    return found


@cache
def _maker(
    columns: _Columns, vendor: str, *, nested: bool = False
) -> Callable[[Sequence[Any]], Any]:
    """Return what makes an instance of columns, which has no more than what it was given.

    The model’s own `__init__` looks at each field, and tells whoever listens; nobody does.
    """
    model, names = columns.model, [field.attname for field in columns.fields]
    there = _said if nested and vendor == "postgresql" else _converters
    converted = [
        (names[at], convert, expression)
        for at, (expression, converters) in there(columns).items()
        for convert in converters
    ]

    def make(values: Sequence[Any]) -> Model:
        row = model.__new__(model)
        kept = vars(row)
        kept.update(zip(names, values, strict=False))
        for name, convert, expression in converted:
            if kept[name] is not None:
                kept[name] = convert(kept[name], expression, connection)
        state = kept["_state"] = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        return row

    return make


def _converters(columns: _Columns) -> dict[int, tuple[Any, list[Converter]]]:
    """Return the columns that the database hands over as something else than the model holds."""
    found: dict[int, tuple[Any, list[Converter]]] = {}
    for at, field in enumerate(columns.fields):
        expression = field.get_col(columns.model._meta.db_table)
        backend = connection.ops.get_db_converters(expression)
        converters = [*backend, *expression.get_db_converters(connection)]
        if converters:
            found[at] = expression, converters
    return found


def _said(columns: _Columns) -> dict[int, tuple[Any, list[Converter]]]:
    """Return the columns that PostgreSQL says otherwise in a nested row: days and moments."""
    found: dict[int, tuple[Any, list[Converter]]] = {}
    for at, field in enumerate(columns.fields):
        if convert := _SPOKEN.get(field.get_internal_type()):
            found[at] = None, [convert]
    return found
