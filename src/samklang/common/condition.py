"""A condition of many parts, put together once: its SQL is kept, and only its columns are put in.

Who may read what is said in nearly every statement, by subqueries within subqueries. Django copies,
resolves and compiles all of them each time, which takes longer than the database's answer.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, Model, Q, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

# What Django calls the tables of subqueries, which the statement around it also may.
_INNER = re.compile(r"\b[T-Z]+\d+\b")


class Condition(Expression):
    """What `compiled` kept of a condition, about the columns of whichever row it is asked of."""

    conditional = True

    def __init__(self, sql: str, said: tuple[Any, ...], columns: tuple[str, ...]) -> None:
        super().__init__(output_field=BooleanField())
        self.sql, self.said = sql, said
        self.columns: list[Any] = [F(name) for name in columns]

    def get_source_expressions(self) -> list[Any]:
        return self.columns

    def set_source_expressions(self, exprs: Any) -> None:
        self.columns = list(exprs)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        there = [compiler.compile(column)[0] for column in self.columns]
        return self.sql.format(*there), self.said


def compiled(model: type[Model], condition: Q) -> Q:
    """Return the condition on the model's own columns as one that is put together already."""
    query = Query(model)
    query.add_q(condition)
    where, said = query.where.as_sql(query.get_compiler(connection=connection), connection)
    if sum(map(bool, query.alias_refcount.values())) > 1:
        raise ValueError(f"The condition is about more than {model.__name__}: {condition}")
    names = {one.column: one.attname for one in model._meta.concrete_fields}
    own = re.compile(rf'"{model._meta.db_table}"\."(\w+)"')
    columns = tuple(dict.fromkeys(own.findall(where)))
    kept = _INNER.sub(r"own_\g<0>", where)
    kept = own.sub(lambda found: f"{{{columns.index(found[1])}}}", kept)
    return Q(Condition(kept, tuple(said), tuple(names[one] for one in columns)))


def stated(found: QuerySet[Any], key: str, **names: str) -> tuple[str, dict[str, Any]]:
    """Return what a queryset asks of its rows, for a plain statement, and what it says.

    `names` is what the statement calls each of its tables; `key` sets its values apart from those
    of others. Only the caller’s own statement can bring the tables together as the queryset would.
    """
    query = found.query
    try:
        where, said = query.where.as_sql(query.get_compiler(connection=connection), connection)
    except EmptyResultSet:
        return "1 = 0", {}
    except FullResultSet:
        return "1 = 1", {}
    for alias in filter(query.alias_refcount.get, query.alias_map):
        where = where.replace(f'"{alias}"."', f'{names[alias]}."')
    marks = [f"{key}_{at}" for at in range(len(said))]
    return where % tuple(f"%({mark})s" for mark in marks), dict(zip(marks, said, strict=True))
