"""A copy of a SQLite database: how it is taken while others write, and opened to be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections

from samklang.setup.backups.canonical import FLEETING

ALIAS = "backup"


def take(source: Path | str, target: Path) -> None:
    """Copy a moment of the database while others write, without the keys to the house."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        # One file, without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        names = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for table in {name for (name,) in names}.intersection(FLEETING):
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608  # our own words
        copy.commit()
        # What was deleted would else lie on in free pages.
        copy.execute("VACUUM")
    target.chmod(0o600)


@contextmanager
def opened(path: Path) -> Iterator[str]:
    """Let the copy be asked under a name of its own; it cannot be changed by that."""
    connections.settings[ALIAS] = {
        **connections.settings["default"],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"file:{path}?mode=ro&immutable=1",
        "OPTIONS": {},
    }
    try:
        yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.settings[ALIAS]
