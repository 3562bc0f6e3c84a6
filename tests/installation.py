"""A whole installation of its own in a folder, run as an operator runs it: by its commands."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import psycopg

from tests.migrated import migrated

ROOT = Path(__file__).resolve().parents[1]
# The demo county and one received file.
FILL = """
from django.core.management import call_command
call_command("demo", "load")
from samklang.documents.api import keep
from samklang.organizations.models import Organization
keep("avtal.txt", b"Avtal om tysta skogar. " * 40, format="txt", by=None,
     organization=Organization.objects.order_by("pk")[0])
"""


@dataclass
class Installation:
    """Its state lies in `folder`; on PostgreSQL it has a database of its own on the server."""

    folder: Path
    database: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: text for name, text in os.environ.items() if not name.startswith("SAMKLANG_")}
        ours = {"SAMKLANG_STATE_DIR": str(self.folder), "SAMKLANG_DATABASE": self.database}
        return {**kept, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **ours, **self.settings}

    @property
    def sqlite(self) -> Path:
        return self.folder / "samklang.sqlite3"

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "samklang.config", *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def done(self, *words: str) -> str:
        """Run a command that must succeed; return what it says."""
        told = self.run(*words)
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout

    def fill(self, then: str = "") -> Installation:
        """Give it the demo county and a received file, and go on with `then` in the same run."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.database:
            self.done("migrate", "-v0")
        else:
            copyfile(migrated(), self.sqlite)
        self.done("shell", "-v0", "-c", FILL + then)
        return self


def installation(folder: Path, server: str = "") -> Installation:
    """Return an empty one, on SQLite or with a new database on the PostgreSQL server."""
    if not server:
        return Installation(folder)
    name = f"samklang_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return Installation(folder, server.rsplit("/", 1)[0] + f"/{name}")
