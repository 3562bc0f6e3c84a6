"""PostgreSQL's own programs for taking a database out and putting it back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from samklang.setup.backups.canonical import FLEETING
from samklang.setup.backups.manifest import BackupFault

_DEBIAN = Path("/usr/lib/postgresql")


def dump(settings: dict[str, Any], path: Path, *, snapshot: str) -> None:
    """Write what the snapshot sees in PostgreSQL's own packed form."""
    left_out = [f"--exclude-table-data={table}" for table in FLEETING]
    words = ["--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={path}"]
    _run("pg_dump", settings, *words, *left_out)


def restore(settings: dict[str, Any], path: Path) -> None:
    """Put everything back in one piece, or nothing."""
    words = ["--no-owner", "--exit-on-error", "--single-transaction"]
    _run("pg_restore", settings, *words, str(path))


def _run(name: str, settings: dict[str, Any], *words: str) -> None:
    where = [f"--dbname={settings['NAME']}", "--no-password"]
    for option, setting in (("host", "HOST"), ("port", "PORT"), ("username", "USER")):
        if settings[setting]:
            where.append(f"--{option}={settings[setting]}")
    secret = {"PGPASSWORD": settings["PASSWORD"]} if settings["PASSWORD"] else {}
    done = subprocess.run(  # noqa: S603  # our own words
        [_program(name), *where, *words],
        env={**os.environ, **secret},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFault(f"{name} stopped: {done.stderr.strip()}")


def _program(name: str) -> str:
    """Find the newest one; Debian keeps several beside each other, and out of PATH."""
    versions = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    if found := shutil.which(name) if not versions else str(versions[-1]):
        return found
    raise BackupFault(f"{name} is not installed. On Debian: apt-get install postgresql-client.")
