"""How a backup is made while people work: a moment of the database, then the files it names."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from samklang.audit.api import present
from samklang.setup.backups import copies, manifest, postgres
from samklang.setup.backups.canonical import canonical
from samklang.setup.backups.manifest import FILES, FORMAT, BackupFault, KeptFile, Manifest
from samklang.setup.backups.stored import stored_files

SQLITE_NAME, POSTGRESQL_NAME = "database.sqlite3", "database.dump"
PARTIAL = ".partial"
BEFORE_MIGRATING = "-before-migrating"


def default_folder() -> Path:
    """Name a folder by the moment, in UTC, so that names sort as time goes."""
    moment = timezone.now().astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    return Path(settings.SAMKLANG_BACKUPS) / moment


def make(folder: Path) -> Manifest:
    """Write everything beside the folder's place and put it there when it is whole."""
    if folder.exists():
        raise BackupFault(f"{folder} is there already. Choose a folder that is not.")
    partial = folder.with_name(folder.name + PARTIAL)
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True, mode=0o700)
    try:
        made = _fill(partial)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    _settle(partial)
    partial.rename(folder)
    _settle(folder.parent)
    return made


def keep_before_migrating() -> Path | None:
    """Back up a database in use that is about to be migrated; return where."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan or not executor.loader.applied_migrations:
        return None
    folder = default_folder().with_name(default_folder().name + BEFORE_MIGRATING)
    make(folder)
    return folder


def _fill(folder: Path) -> Manifest:
    begun = time.monotonic()
    moment = timezone.now().astimezone(UTC)
    with _moment(folder) as (using, database):
        tables = canonical(using)
        record = _record(using)
        names = MigrationRecorder.Migration.objects.using(using).order_by("app", "name")
        migrations = tuple(f"{one.app}.{one.name}" for one in names)
        files = tuple(_copy(name, folder) for name in sorted({f.name for f in stored_files(using)}))
    made = Manifest(
        format=FORMAT,
        made_at=moment.isoformat(timespec="seconds"),
        version=version("samklang"),
        vendor=connection.vendor,
        database=manifest.kept_file(folder / database, database),
        tables=tables,
        migrations=migrations,
        files=files,
        record=record,
        seconds=round(time.monotonic() - begun, 2),
    )
    manifest.write(made, folder)
    return made


def _record(using: str) -> tuple[int, str]:
    """Return the record's end; a database from before entries had seals has none."""
    try:
        with transaction.atomic(using=using):
            found = present(using=using)
    except DatabaseError:
        return 0, ""
    return found.number, found.seal


@contextmanager
def _moment(folder: Path) -> Iterator[tuple[str, str]]:
    """Copy the database; yield where exactly that moment can be asked, and the copy's name."""
    if connection.vendor == "sqlite":
        copies.take(connection.settings_dict["NAME"], folder / SQLITE_NAME)
        with copies.opened(folder / SQLITE_NAME) as using:
            yield using, SQLITE_NAME
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
        path = folder / POSTGRESQL_NAME
        postgres.dump(connection.settings_dict, path, snapshot=snapshot)
        path.chmod(0o600)
        yield "default", POSTGRESQL_NAME


def _copy(name: str, folder: Path) -> KeptFile:
    """Copy what is there, hash and all; whether it is what the row says, `verify` tells."""
    target = folder / FILES / name
    try:
        with default_storage.open(name) as file:
            manifest.keep(target, file.read())
    except FileNotFoundError as error:
        raise BackupFault(
            f"The stored file {name} is missing, so the backup would not be whole. "
            "`samklang verify` lists what is wrong."
        ) from error
    return manifest.kept_file(target, name)


def _settle(folder: Path) -> None:
    """See the folder's own list of names on the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
