"""Where documents and their words are put, and taken away: one way for each database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from samklang.common.lean import marks
from samklang.search.analysis import Words
from samklang.search.queries.source import Source

_COLUMNS = "id, kind, source_id, wall, wall_id, stands_from, stands_until"
_DOCUMENT = f"INSERT INTO search_document ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s)"  # noqa: S608  # our own names
_WITH_WORDS = (
    f"INSERT INTO search_document ({_COLUMNS}, words) "  # noqa: S608  # our own names
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s::tsvector)"
)
_WORDS = "INSERT INTO search_words (rowid, title, gist, body, parts) VALUES (%s, %s, %s, %s, %s)"
# A number that no other lock of ours has.
_LOCK = 7_301_001
# Between two columns, so that no phrase runs from one into the other; no word lies further away.
_GAP, _LAST = 2, 16_383


@contextmanager
def lightly(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let a transaction be written without waiting for the disk.

    What a power cut takes back of it is noted still, by the changes themselves, which have waited.
    """
    is_own, on_postgres = not connection.in_atomic_block, connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_own and not on_postgres:
            cursor.execute("PRAGMA synchronous = NORMAL")
        try:
            with transaction.atomic():
                if is_own and on_postgres:
                    cursor.execute("SET LOCAL synchronous_commit TO off")
                yield
        finally:
            if is_own and not on_postgres:
                cursor.execute("PRAGMA synchronous = FULL")


class Store:
    """The tables of the index on one connection; the caller has a transaction."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._cursor = connection.cursor()
        self._on_postgres = connection.vendor == "postgresql"

    def hold(self) -> None:
        """Let one at a time write the index; SQLite does already."""
        if self._on_postgres:
            self._run("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        elif not self._asked("SELECT EXISTS (SELECT 1 FROM search_document)"):
            self._forget_words()

    def put(self, sources: Iterable[tuple[Source, Words]]) -> None:
        number = self._newest()
        numbered = [(number + n, *one) for n, one in enumerate(sources, start=1)]
        if not numbered:
            return
        rows = (_row(pk, source) for pk, source, _words in numbered)
        if self._on_postgres:
            vectors = (_vector(words) for _pk, _source, words in numbered)
            both = ((*row, vector) for row, vector in zip(rows, vectors, strict=True))
            self._cursor.executemany(_WITH_WORDS, list(both))
            return
        self._cursor.executemany(_DOCUMENT, list(rows))
        said = ((pk, *words) for pk, _source, words in numbered)
        self._cursor.executemany(_WORDS, list(said))

    def stood_until(self, kind: str, source_id: int, until: Any) -> None:
        self._run(
            "UPDATE search_document SET stands_until = %s WHERE kind = %s AND source_id = %s",
            [until, kind, source_id],
        )

    def remove(self, kind: str, source_ids: Collection[int]) -> None:
        """Take documents away. On SQLite their words lie on, where nothing leads to them."""
        self._run(
            f"DELETE FROM search_document WHERE kind = %s AND source_id IN ({marks(source_ids)})",  # noqa: S608  # marks
            [kind, *source_ids],
        )

    def empty(self) -> None:
        self._run("DELETE FROM search_document")
        if not self._on_postgres:
            self._forget_words()

    def settle(self) -> None:
        """Lay the words in order, once all of them are there."""
        if not self._on_postgres:
            self._run("INSERT INTO search_words (search_words) VALUES ('optimize')")

    def forget_notes(self, pks: list[int]) -> None:
        for start in range(0, len(pks), 1000):
            some = pks[start : start + 1000]
            self._run(f"DELETE FROM search_pending WHERE id IN ({marks(some)})", some)  # noqa: S608  # marks

    def _forget_words(self) -> None:
        self._run("INSERT INTO search_words (search_words) VALUES ('delete-all')")

    def _newest(self) -> int:
        """Return the last number used. SQLite’s words outlive documents: theirs is never reused."""
        if self._on_postgres:
            return self._asked("SELECT COALESCE(MAX(id), 0) FROM search_document")
        return self._asked("SELECT seq FROM sqlite_sequence WHERE name = 'search_document'")

    def _run(self, statement: str, parameters: Collection[Any] = ()) -> None:
        self._cursor.execute(statement, list(parameters))

    def _asked(self, statement: str) -> int:
        self._cursor.execute(statement)
        row = self._cursor.fetchone()
        return int(row[0]) if row else 0


def _row(pk: int, one: Source) -> tuple[Any, ...]:
    kind, source_id, _title, _body, wall, wall_id, _place, begins, ends = one
    return pk, str(kind), source_id, str(wall), wall_id, begins, ends


def _vector(words: Words) -> str:
    """Write a `tsvector`: each word with its places, which tell the column by a letter."""
    return " ".join(_placed(words))


def _placed(words: Words) -> Iterator[str]:
    at = 0
    for column, letter in zip(words, "ABDC", strict=True):
        for word in column.split():
            at += 1
            yield f"'{word}':{min(at, _LAST)}{letter}"
        at += _GAP
