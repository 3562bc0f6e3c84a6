"""What is in the way though nobody did anything wrong: the disk, the database, a program."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from django.db import DatabaseError


class Trouble(StrEnum):
    FULL = "full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    AWAY = "away"
    FAULTY = "faulty"
    CONVERTER = "converter"


class ReadOnlyMode(DatabaseError):
    """Something wanted to write while SAMKLANG_READ_ONLY is set."""


class ConverterDown(Exception):
    """The program beside ours that makes a kind of file did not make it."""


_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.FAULTY,
}
_SQLITE = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
    sqlite3.SQLITE_IOERR: Trouble.FAULTY,
}
# PostgreSQL's own codes, by their beginnings (Appendix A of its manual).
_SQLSTATES = {
    "53100": Trouble.FULL,
    "25006": Trouble.READ_ONLY,
    "40": Trouble.BUSY,
    "55P03": Trouble.BUSY,
    "57014": Trouble.BUSY,
    "08": Trouble.AWAY,
    "53300": Trouble.AWAY,
    "57P": Trouble.AWAY,
    "58": Trouble.FAULTY,
}
_PRIMARY_CODE = 0xFF


def trouble_of(error: BaseException | None) -> Trouble | None:
    """Return what the error comes from, or nothing when it is a fault of the program's."""
    for cause in _causes(error):
        found = _by_kind(cause)
        if found is not None:
            return found
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _by_kind(error: BaseException) -> Trouble | None:
    if isinstance(error, ReadOnlyMode | ConverterDown):
        return Trouble.READ_ONLY if isinstance(error, ReadOnlyMode) else Trouble.CONVERTER
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0)
    return _of_postgresql(error)


def _of_postgresql(error: BaseException) -> Trouble | None:
    """Ask the driver's error for its code; without one, nobody answered."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    state = getattr(error, "sqlstate", None)
    if state is None:
        return Trouble.AWAY if type(error).__name__ == "OperationalError" else None
    return next((kind for code, kind in _SQLSTATES.items() if state.startswith(code)), None)
