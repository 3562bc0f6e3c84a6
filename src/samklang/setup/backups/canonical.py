"""What a database holds, table by table, as hashes: the same in a backup and once restored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Sessions are keys to the house, and counted tries are soon over: no backup holds them.
FLEETING = ("django_session", "usersessions_usersession", "accounts_tries")
MIGRATIONS = "django_migrations"
_AT_A_TIME = 2000


@dataclass(frozen=True, slots=True)
class TableSum:
    rows: int
    sha256: str


def canonical(using: str = "default") -> dict[str, TableSum]:
    """Read every row of every table of ours; a database with a broken page cannot be read."""
    connection = connections[using]
    with transaction.atomic(using=using):
        return {table: _sum(connection, table) for table in tables(connection)}


def tables(connection: BaseDatabaseWrapper) -> list[str]:
    found = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted({*found, MIGRATIONS} - set(FLEETING))


def _sum(connection: BaseDatabaseWrapper, table: str) -> TableSum:
    digest, count = sha256(), 0
    for row in _rows(connection, table):
        digest.update(_line(row))
        count += 1
    return TableSum(count, digest.hexdigest())


def _rows(connection: BaseDatabaseWrapper, table: str) -> Iterator[tuple[Any, ...]]:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        # Asked of the table itself: Django misreads what SQLite says of some checks of columns.
        cursor.execute(f"SELECT * FROM {quote(table)} LIMIT 0")  # noqa: S608  # a table of ours
        described = [column[0] for column in cursor.description]
        key = connection.introspection.get_primary_key_column(cursor, table)
    columns = ", ".join(quote(name) for name in sorted(described))
    query = f"SELECT {columns} FROM {quote(table)} ORDER BY {quote(key or described[0])}"  # noqa: S608  # names of our own tables
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(_AT_A_TIME):
            yield from rows


def _line(row: tuple[Any, ...]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=_told).encode() + b"\n"


def _told(value: Any) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)
