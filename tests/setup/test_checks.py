"""A database that could lose an acknowledged change is refused, by what it really does.

Seen red: each pragma and the transaction mode turned off on a connection, one by one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from samklang.config.database import sqlite
from samklang.setup import checks
from samklang.setup.checks import fit_for_production, sqlite_faults, sqlite_keeps_its_word

# The connections are files of their own; the mark lets them be opened.
pytestmark = pytest.mark.django_db


def connection(path: Path, **options: Any) -> BaseDatabaseWrapper:
    settings = sqlite(path)
    settings["OPTIONS"] = {**settings["OPTIONS"], **options}
    return ConnectionHandler({"default": settings})["default"]


def test_our_sqlite_keeps_its_word(tmp_path: Path) -> None:
    assert sqlite_faults(connection(tmp_path / "a.sqlite3")) == []


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (
            {"init_command": "PRAGMA synchronous=NORMAL; PRAGMA journal_mode=WAL;"},
            "synchronous is 1",
        ),
        ({"init_command": "PRAGMA synchronous=FULL;"}, "journal_mode is delete"),
        ({"init_command": "PRAGMA foreign_keys=OFF;"}, "foreign_keys is 0"),
        ({"init_command": "PRAGMA busy_timeout=5000;"}, "busy_timeout is 5000"),
        ({"transaction_mode": None}, "transaction_mode is not IMMEDIATE"),
        ({"transaction_mode": "DEFERRED"}, "transaction_mode is not IMMEDIATE"),
    ],
)
def test_a_guard_that_is_off_is_named(tmp_path: Path, options: Any, fault: str) -> None:
    found = sqlite_faults(connection(tmp_path / "a.sqlite3", **options))

    assert any(fault in one for one in found)


def test_the_check_refuses_the_connection_it_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsafe = connection(tmp_path / "a.sqlite3", transaction_mode=None)
    monkeypatch.setattr(checks, "connections", {"default": unsafe})

    assert [one.id for one in sqlite_keeps_its_word(databases=["default"])] == ["samklang.E001"]
    assert sqlite_keeps_its_word(databases=None) == []


@pytest.mark.parametrize(
    ("key", "engine", "refused"),
    [
        ("development", "postgresql", ["samklang.E002"]),
        ("own", "sqlite3", ["samklang.E003"]),
        ("own", "postgresql", []),
    ],
)
def test_what_is_for_trying_is_refused_before_deployment(
    settings: Any, monkeypatch: pytest.MonkeyPatch, key: str, engine: str, refused: list[str]
) -> None:
    settings.SECRET_KEY = settings.DEVELOPMENT_KEY if key == "development" else "k" * 60
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", f"django.db.backends.{engine}")

    assert [one.id for one in fit_for_production(None)] == refused
