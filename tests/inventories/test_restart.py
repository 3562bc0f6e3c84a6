"""A worker is killed while it reads, and the next one finishes the batch."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from shutil import copyfile

import pytest

from tests.migrated import migrated

ROOT = Path(__file__).resolve().parents[2]
FILES = 12
PREPARE = f"""
import django; django.setup()
from samklang.inventories import jobs
from tests.inventories import desk
lund = desk.desk()
files = [desk.text_file(f"{{n}}.txt", (*desk.LINES, f"Rad {{n}}")) for n in range({FILES})]
jobs.receive(files, organization=lund.lund, by=lund.acting)
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An installation of its own, with a batch that waits to be read."""
    environment = {
        **os.environ,
        "SAMKLANG_STATE_DIR": str(tmp_path),
        "SAMKLANG_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "samklang.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    copyfile(migrated(), tmp_path / "samklang.sqlite3")
    subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True)
    return environment


def _django(environment: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, "-m", "django", *command], env=environment, check=True)


def _worker(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = ("db_worker", "--batch", "--no-startup-delay", "--no-reload", "--verbosity", "0")
    return subprocess.Popen([sys.executable, "-m", "django", *command], env=environment)


def _states(environment: dict[str, str]) -> dict[str, int]:
    path = Path(environment["SAMKLANG_STATE_DIR"], "samklang.sqlite3")
    with closing(sqlite3.connect(path, timeout=30)) as database:
        rows = database.execute(
            "SELECT state, count(*) FROM inventories_reading GROUP BY state"
        ).fetchall()
    return dict(rows)


def _attempts(environment: dict[str, str]) -> list[int]:
    path = Path(environment["SAMKLANG_STATE_DIR"], "samklang.sqlite3")
    with closing(sqlite3.connect(path, timeout=30)) as database:
        rows = database.execute("SELECT attempts FROM inventories_reading ORDER BY attempts")
        return [attempts for (attempts,) in rows]


@pytest.mark.slow
def test_a_killed_worker_loses_nothing(home: dict[str, str]) -> None:
    worker = _worker(home)
    while "read" not in _states(home) and worker.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            worker.wait(0.02)
    worker.kill()
    worker.wait()
    halfway = _states(home)

    _django(home, "resume_reading")
    assert _worker(home).wait() == 0

    assert 0 < halfway["read"] < FILES
    assert _states(home) == {"read": FILES}
    # Nothing is read twice but what was being read when the worker was killed.
    assert _attempts(home) in ([1] * FILES, [*[1] * (FILES - 1), 2])
