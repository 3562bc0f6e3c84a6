"""Checks 28 and 29: after a killed reading or migration the next start goes on.

Control: before the next start something is unfinished at least once.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.installation import ROOT, Installation, installation

FILES = 40
LEFT_FOR_THE_LAST, MOST_KILLS = 12, 12
RECEIVE = f"""
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from samklang.accounts.models import User
from samklang.inventories import jobs
from samklang.organizations.api import acting
karin = acting(User.objects.get(username="karin"), today=timezone.localdate())
jobs.receive(
    [SimpleUploadedFile(f"avtal-{{n}}.txt", (f"Avtal {{n}} om skog. " * 60).encode())
     for n in range({FILES})], organization=karin.organization, by=karin)
"""
STATES = """
import json
from samklang.inventories.models import Reading
from samklang.documents.models import File
print(json.dumps({"states": list(Reading.objects.values_list("state", "fault")),
                  "files": File.objects.filter(name__startswith="avtal-").count()}))
"""
WORKER = (sys.executable, "-m", "django", "db_worker", "--no-startup-delay", "--interval", "0.1")
SETTINGS = {"DJANGO_SETTINGS_MODULE": "samklang.config.settings"}


def started(county: Installation, command: tuple[str, ...] | list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env={**county.environment, **SETTINGS},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(running: subprocess.Popen[bytes]) -> None:
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def states(county: Installation) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(county.done("shell", "-v0", "-c", STATES))
    return found


def unfinished_files(county: Installation) -> int:
    return sum(state in ("waiting", "reading") for state, _fault in states(county)["states"])


def wait_until_reading(county: Installation) -> None:
    with closing(sqlite3.connect(county.sqlite)) as opened:
        asked = "SELECT count(*) FROM inventories_reading WHERE state = 'reading'"
        give_up = time.monotonic() + 60
        while not opened.execute(asked).fetchone()[0] and time.monotonic() < give_up:
            time.sleep(0.01)


def test_reading_that_was_killed_goes_on_to_its_end(
    county: Installation, rounds: int, figures: dict[str, Any]
) -> None:
    county.done("shell", "-v0", "-c", RECEIVE)
    kills = 0
    # A quick machine reads several before the blow: some are left for the last start in any case.
    while kills < min(rounds, MOST_KILLS) and unfinished_files(county) > LEFT_FOR_THE_LAST:
        kills += 1
        worker = started(county, WORKER)
        wait_until_reading(county)
        time.sleep(random.uniform(0, 0.3))
        kill(worker)
        county.done("resume_reading")
    unfinished = unfinished_files(county)
    last = started(county, (*WORKER, "--batch"))
    last.wait(timeout=240)

    found = states(county)
    kinds = sorted({f"{state} {fault}".strip() for state, fault in found["states"]})
    figures.update(check=28, kills=kills, files=FILES, ends=kinds, unfinished_before=unfinished)
    assert len(found["states"]) == found["files"] == FILES
    assert kills
    assert unfinished
    assert set(kinds) <= {"read", "set_aside stopped_twice"}
    assert "Everything is whole" in county.done("verify")


def test_a_migration_that_was_killed_is_completed_by_the_next(
    tmp_path: Path, rounds: int, figures: dict[str, Any]
) -> None:
    begun = time.monotonic()
    installation(tmp_path / "timed").fill()
    whole = time.monotonic() - begun
    half = 0
    kills = min(rounds, 20)
    for turn in range(kills):
        county = installation(tmp_path / f"county-{turn}")
        county.folder.mkdir()
        migrating = started(county, county.command("migrate", "-v0"))
        time.sleep(random.uniform(whole * 0.2, whole * 0.8))
        kill(migrating)
        half += county.run("migrate", "--check", "-v0").returncode != 0
        county.done("migrate", "-v0")
        county.done("migrate", "--check", "-v0")

    figures.update(check=29, kills=kills, half_way=half)
    assert half > 0
