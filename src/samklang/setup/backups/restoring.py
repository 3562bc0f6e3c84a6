"""How a backup is put back where there is nothing yet, and shown to be equal."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from samklang.setup.backups import manifest, postgres
from samklang.setup.backups.canonical import canonical
from samklang.setup.backups.checking import backup_faults
from samklang.setup.backups.manifest import FILES, BackupFault, Manifest
from samklang.setup.backups.stored import names_in


def restore(folder: Path) -> Manifest:
    """Put the backup back, or refuse before anything is changed."""
    kept = manifest.read(folder)
    if faults := list(backup_faults(folder)):
        raise BackupFault("\n".join([*faults, "Nothing was restored."]))
    _require_same_kind(kept)
    _require_empty()
    _put_database(folder / kept.database.name)
    _put_files(folder, kept)
    if differing := _differing(kept):
        raise BackupFault(
            f"The restored database differs from the backup in: {', '.join(differing)}. "
            "Do not use it; keep the backup and ask for help."
        )
    return kept


def _require_same_kind(kept: Manifest) -> None:
    if kept.vendor != connection.vendor:
        raise BackupFault(
            f"The backup is of {kept.vendor}, and SAMKLANG_DATABASE here is {connection.vendor}."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if newer := sorted(set(kept.migrations) - known):
        raise BackupFault(
            f"The backup was made by version {kept.version}, which knows {newer[0]} and this one "
            "does not. Install that version first."
        )


def _require_empty() -> None:
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    if connection.introspection.table_names():
        raise BackupFault(
            "The database here is not empty. A backup is only restored where nothing can be lost: "
            "set SAMKLANG_STATE_DIR (and SAMKLANG_DATABASE) to a new place, or move the old away."
        )
    if (there := next(names_in(), None)) is not None:
        raise BackupFault(f"There are stored files here already ({there}). Move them away first.")


def _put_database(copy: Path) -> None:
    if connection.vendor == "postgresql":
        postgres.restore(connection.settings_dict, copy)
        return
    target = Path(connection.settings_dict["NAME"])
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    partial = target.with_name(target.name + ".partial")
    shutil.copyfile(copy, partial)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.rename(target)


def _put_files(folder: Path, kept: Manifest) -> None:
    for one in kept.files:
        with (folder / FILES / one.name).open("rb") as file:
            stored = default_storage.save(one.name, File(file))
        if stored != one.name:
            raise BackupFault(f"The file {one.name} was stored as {stored}: something was there.")


def _differing(kept: Manifest) -> list[str]:
    found = canonical()
    return sorted(
        name for name in {*found, *kept.tables} if found.get(name) != kept.tables.get(name)
    )
