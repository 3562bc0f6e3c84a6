"""Every connection to SQLite is guarded, whichever thread opens it and however often.

Each is opened as the running product opens it, to a file of its own. Seen red with the guards
set on the first connection only, and with a transaction that begins without the write lock.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import IntegrityError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker

from samklang.config.database import database
from samklang.setup.checks import sqlite_faults

ALIAS = "county"


@pytest.fixture(autouse=True)
def _opened(django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:
    settings = database(f"sqlite:{tmp_path / 'county.sqlite3'}", default_path=Path("unused"))
    connections.settings[ALIAS] = connections.settings["default"] | settings
    with django_db_blocker.unblock():
        # As migrating and restoring do. Of several that turn a new file to WAL at the same moment,
        # SQLite may answer one that it is locked, without waiting.
        connections[ALIAS].ensure_connection()
        yield
        connections[ALIAS].close()
    del connections[ALIAS]
    del connections.settings[ALIAS]


def pragmas(connection: BaseDatabaseWrapper) -> dict[str, object]:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


GUARDED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000}


@pytest.mark.parametrize("opening", range(3))
def test_a_connection_that_is_opened_again_is_guarded_again(opening: int) -> None:
    for _time in range(opening):
        connections[ALIAS].close()

    assert pragmas(connections[ALIAS]) == GUARDED
    assert sqlite_faults(connections[ALIAS]) == []


def test_every_thread_has_a_guarded_connection_of_its_own() -> None:
    found: list[dict[str, object]] = []

    def look() -> None:
        found.append(pragmas(connections[ALIAS]))
        connections[ALIAS].close()

    threads = [threading.Thread(target=look) for _thread in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert found == [GUARDED] * 4


def test_a_row_cannot_point_at_nothing() -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("CREATE TABLE parent (id integer PRIMARY KEY)")
        cursor.execute("CREATE TABLE child (parent_id integer REFERENCES parent (id))")

        with pytest.raises(IntegrityError):
            cursor.execute("INSERT INTO child VALUES (7)")


def test_readers_go_on_while_somebody_writes(tmp_path: Path) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("CREATE TABLE told (word text)")
        cursor.execute("INSERT INTO told VALUES ('before')")
    reader = sqlite3.connect(tmp_path / "county.sqlite3", timeout=0)

    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.execute("UPDATE told SET word = 'after'")
        meanwhile = reader.execute("SELECT word FROM told").fetchone()

    afterwards = reader.execute("SELECT word FROM told").fetchone()
    reader.close()
    assert (meanwhile, afterwards) == (("before",), ("after",))


def test_a_second_writer_is_kept_out_from_the_first_line_of_a_transaction(
    tmp_path: Path,
) -> None:
    """Also when the first has only read so far: it may be about to write what it read."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("CREATE TABLE told (word text)")
    other = sqlite3.connect(tmp_path / "county.sqlite3", timeout=0)

    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT * FROM told").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO told VALUES ('second')")

    other.execute("INSERT INTO told VALUES ('second')")
    other.rollback()
    other.close()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("CREATE TABLE told (word text UNIQUE)")

    def twice() -> None:
        with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
            cursor.execute("INSERT INTO told VALUES ('once')")
            cursor.execute("INSERT INTO told VALUES ('once')")

    with pytest.raises(IntegrityError):
        twice()

    other = sqlite3.connect(tmp_path / "county.sqlite3")
    assert other.execute("SELECT count(*) FROM told").fetchone() == (0,)
    other.close()


def test_a_folder_that_is_not_there_is_an_error_and_no_new_database(tmp_path: Path) -> None:
    made = database(f"sqlite:{tmp_path}/none/county.sqlite3", default_path=Path("unused"))
    connections.settings["lost"] = connections.settings["default"] | made

    with pytest.raises(OperationalError, match="unable to open"):
        connections["lost"].ensure_connection()

    del connections["lost"]
    del connections.settings["lost"]
    assert not (tmp_path / "none").exists()
