"""Whether everything is whole: the database, the record, the files, the reports; or a backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, connections

from samklang.agreements.api import Agreement
from samklang.audit.api import newest, record_faults, row_faults, sealed_by_trial_key
from samklang.reporting.api import Report, changed_reports
from samklang.search.api import index_faults
from samklang.setup.backups import copies, manifest
from samklang.setup.backups.canonical import canonical
from samklang.setup.backups.manifest import FILES, NAME, SIDE, BackupFault, Manifest
from samklang.setup.backups.stored import names_in, stored_files, sum_of

# Whose every change is an entry, so that the last one says what the row must be.
REMEMBERED = (Agreement, Report)


def state_faults() -> Iterator[str]:
    """Yield a sentence for everything that is wrong with what the service stands on."""
    try:
        yield from _database_faults()
        yield from record_faults(newest())
        for model in REMEMBERED:
            yield from row_faults(model)
        yield from (f"Report {pk} does not fit its hash." for pk in changed_reports())
        yield from _file_faults()
        yield from index_faults()
    except DatabaseError as error:
        yield f"The database cannot be read: {error}"


def backup_faults(folder: Path) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with a backup."""
    try:
        kept = manifest.read(folder)
    except BackupFault as fault:
        yield str(fault)
        return
    for one in (kept.database, *kept.files):
        path = folder / (one.name if one is kept.database else f"{FILES}/{one.name}")
        if not path.exists():
            yield f"{path} is missing."
        elif manifest.kept_file(path, one.name) != one:
            yield f"{path} is not what it was when the backup was made."
    yield from _strangers(folder, kept)
    yield from _copy_faults(folder, kept)


def _database_faults() -> Iterator[str]:
    """Ask the database itself, then read every row: PostgreSQL checks pages as they are read."""
    if connection.vendor == "sqlite":
        yield from _sqlite_faults("default")
    canonical()


def remarks() -> Iterator[str]:
    """Yield what is no fault but makes faults harder to see."""
    if trial := sealed_by_trial_key(settings.DEVELOPMENT_KEY):
        yield f"{trial} entries of the record were sealed with the key that everybody can read."
    if newest() is None:
        yield "No checkpoint tells whether the record's end is there: run `samklang checkpoint`."
    if connection.vendor == "postgresql" and not _has_checksums():
        yield (
            "PostgreSQL keeps no checksums (data_checksums is off), so a damaged page may go "
            "unseen: stop it and run pg_checksums --enable."
        )


def _has_checksums() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_checksums")
        return bool(cursor.fetchone() == ("on",))


def _sqlite_faults(using: str) -> Iterator[str]:
    with connections[using].cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        told = [str(row[0]) for row in cursor.fetchall()]
        yield from (f"SQLite says: {one}" for one in told if one != "ok")
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, parent, _number in cursor.fetchall():
            yield f"Row {row} of {table} points at a row of {parent} that is not there."


def _file_faults() -> Iterator[str]:
    known = set()
    for one in stored_files():
        known.add(one.name)
        try:
            found = sum_of(one.name)
        except OSError:
            yield f"{one.row}: the file {one.name} is missing or cannot be read."
            continue
        if one.sha256 and found != one.sha256:
            yield f"{one.row}: the file {one.name} is not what was received."
    yield from (f"The file {name} belongs to nothing." for name in names_in() if name not in known)


def _strangers(folder: Path, kept: Manifest) -> Iterator[str]:
    ours = {NAME, SIDE, kept.database.name, *(f"{FILES}/{one.name}" for one in kept.files)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in ours:
            yield f"{path} does not belong to the backup."


def _copy_faults(folder: Path, kept: Manifest) -> Iterator[str]:
    """Open SQLite's copy and compare what it holds; PostgreSQL's is checked when restored."""
    if kept.vendor != "sqlite":
        return
    try:
        with copies.opened(folder / kept.database.name) as using:
            yield from _sqlite_faults(using)
            found = canonical(using)
    except DatabaseError as error:
        yield f"{kept.database.name} cannot be read: {error}"
        return
    for table in sorted({*found, *kept.tables}):
        if found.get(table) != kept.tables.get(table):
            yield f"{kept.database.name}: {table} does not hold what it did."
