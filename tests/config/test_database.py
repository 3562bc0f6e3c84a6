"""An acknowledged change survives a power cut, and writers wait for each other.

Seen red: with synchronous=NORMAL in SQLITE_PRAGMAS, with transaction_mode DEFERRED, and with
foreign_keys left out, the guard names what it found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker

from samklang.config.database import database


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A connection made from the settings that `make run` uses, to a file of its own."""
    connections.settings["on_disk"] = connections.settings["default"] | database(
        "", default_path=tmp_path / "guard.sqlite3"
    )
    connection = connections["on_disk"]
    connection.inc_thread_sharing()
    yield connection
    connection.close()
    del connections["on_disk"]
    del connections.settings["on_disk"]


@pytest.fixture(autouse=True)
def _with_databases(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 20000)],
)
def test_sqlite_never_loses_what_it_acknowledged(
    on_disk: BaseDatabaseWrapper, pragma: str, expected: object
) -> None:
    with on_disk.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == expected


def test_a_transaction_takes_the_write_lock_at_once(
    on_disk: BaseDatabaseWrapper, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "guard.sqlite3", timeout=0)

    with transaction.atomic(using="on_disk"), pytest.raises(sqlite3.OperationalError) as refused:
        other.execute("BEGIN IMMEDIATE")

    assert "locked" in str(refused.value)
    other.close()


def test_the_running_product_uses_the_guarded_settings() -> None:
    made = database("", default_path=Path("x.sqlite3"))

    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in made["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart() -> None:
    made = database("postgresql://sam:kl%40ng@db.example:6432/county", default_path=Path("x"))

    assert made["ENGINE"] == "django.db.backends.postgresql"
    assert (made["USER"], made["PASSWORD"]) == ("sam", "kl@ng")
    assert (made["HOST"], made["PORT"], made["NAME"]) == ("db.example", "6432", "county")


@pytest.mark.parametrize(
    ("place", "host", "port"),
    [
        ("db.example", "db.example", ""),
        ("[::1]:5433", "::1", "5433"),
        ("%2Fvar%2Frun", "/var/run", ""),
        ("one:5432,two:5433", "one,two", "5432,5433"),
    ],
)
def test_every_way_to_write_where_a_server_is(place: str, host: str, port: str) -> None:
    made = database(f"postgresql://sam@{place}/county", default_path=Path("x"))

    assert (made["HOST"], made["PORT"], made["USER"]) == (host, port, "sam")


def test_among_several_servers_the_one_that_takes_changes_is_asked() -> None:
    one, two = (
        database(f"postgresql://sam@{place}/county", default_path=Path("x"))["OPTIONS"]
        for place in ("one", "one,two")
    )

    assert "target_session_attrs" not in one
    assert two["target_session_attrs"] == "read-write"


def test_another_kind_of_database_is_refused_with_what_to_write() -> None:
    with pytest.raises(ImproperlyConfigured, match="sqlite:PATH or postgresql://"):
        database("mysql://x", default_path=Path("x"))
