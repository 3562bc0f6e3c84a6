"""A database with all migrations applied, made once for everything that needs one on SQLite.

Each takes five seconds otherwise, and the suite needs twenty. What is newer than the copy is still
applied by whoever is given it, and what the migrations themselves do is tested on empty ones.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db.backends.signals import connection_created

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "migrated"


@cache
def migrated() -> Path:
    """Return the file; it is made anew when any code of ours or of others is another."""
    made = KEPT / f"{_mark()}.sqlite3"
    if not made.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=KEPT) as folder:
            environment = {**os.environ, "SAMKLANG_STATE_DIR": folder, "SAMKLANG_DATABASE": ""}
            command = [sys.executable, "-m", "samklang.config", "migrate", "-v0"]
            subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)
            for older in set(KEPT.glob("*.sqlite3")) - {made}:
                older.unlink(missing_ok=True)
            Path(folder, "samklang.sqlite3").replace(made)
    return made


def _mark() -> str:
    read = sha256()
    for path in [*sorted((ROOT / "src").rglob("*.py")), ROOT / "requirements" / "base.txt"]:
        read.update(path.read_bytes())
    return read.hexdigest()[:20]


def begin_with_a_copy(connection: Any, **_signal: Any) -> None:
    """Fill the suite's own database when it is first opened; called by Django's signal."""
    if connection.is_in_memory_db():
        connection_created.disconnect(begin_with_a_copy)
        with closing(sqlite3.connect(migrated())) as made:
            made.backup(connection.connection)
