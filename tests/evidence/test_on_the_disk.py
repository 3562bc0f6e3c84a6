"""Checks 27, 30 and 32: what is committed is on the disk, and a disk that fails spoils nothing.

Controls: with synchronous=NORMAL the disk is hardly waited for; the database without its log lacks
the newest entries; a database cut short is found to be broken.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.service import stopped
from tests.installation import ROOT, Installation

STRACE = shutil.which("strace")
needs_strace = pytest.mark.skipif(
    STRACE is None, reason="Left out: strace is missing. On Debian: apt-get install strace."
)
COMMITS = 100
STEP = 6
LOG_HEADER, FRAME_HEADER, PAGE = 32, 24, 4096
# Writes entries for ever (or so many), and tells each number once it is committed.
WRITE = """
import itertools, os
from django.db import DatabaseError, connection
from samklang.agreements.models import Agreement
from samklang.audit.api import Entry, record
connection.ensure_connection()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA synchronous={synchronous}")
agreement = Agreement.objects.get(pk=1)
for turn in itertools.islice(itertools.count(), {count}):
    try:
        record("agreement.edited", agreement, by=None, padding="x" * 500)
    except DatabaseError as error:
        os.write(1, f"refused {{error}}\\n".encode())
    else:
        os.write(1, b"done\\n")
"""


def writing(synchronous: str = "FULL", count: int | None = COMMITS) -> tuple[str, ...]:
    return ("shell", "-v0", "-c", WRITE.format(synchronous=synchronous, count=count))


def traced(county: Installation, *options: str, words: tuple[str, ...]) -> str:
    """Run a command under strace; return what it says."""
    done = subprocess.run(
        [str(STRACE), "-f", "--seccomp-bpf", *options, *county.command(*words)],
        env=county.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def waits(county: Installation, log: Path, synchronous: str) -> int:
    told = traced(county, "-e", "trace=fdatasync,fsync", "-o", str(log), words=writing(synchronous))
    assert told.count("done") == COMMITS
    return sum("sync(" in line for line in log.read_text().splitlines())


@needs_strace
def test_every_commit_waits_for_the_disk(
    county: Installation, tmp_path: Path, figures: dict[str, Any]
) -> None:
    full = waits(county, tmp_path / "full", "FULL")
    normal = waits(county, tmp_path / "normal", "NORMAL")

    figures.update(check=27, commits=COMMITS, waits=full, waits_in_control=normal)
    assert full >= COMMITS
    assert normal < COMMITS // 2


def moved(index: Path) -> int:
    """Return how many bytes of the log have begun to move, as the log's index tells.

    https://www.sqlite.org/walformat.html: nBackfill stands at byte 96, nBackfillAttempted at 128.
    """
    content = index.read_bytes()
    frames = max(struct.unpack_from("=I", content, place)[0] for place in (96, 128))
    return LOG_HEADER + int(frames) * (FRAME_HEADER + PAGE) if frames else 0


def count_of(database: Path) -> tuple[str, int, int]:
    """Return what SQLite thinks of it, how many entries it has, and the number of the last."""
    with closing(sqlite3.connect(database)) as opened:
        (sound,) = opened.execute("PRAGMA integrity_check").fetchone()
        count, last = opened.execute("SELECT count(*), max(number) FROM audit_entry").fetchone()
    return sound, count, last


def tear(database: Path, whole: Path) -> tuple[int, bool]:
    """Cut the log; return how many entries that cost, and whether all lacked without the log."""
    index = database.with_name(database.name + "-shm")
    settled = moved(index)
    index.unlink()
    bare = shutil.copyfile(database, database.with_name("bare.sqlite3"))
    before = count_of(shutil.copytree(database.parent, whole) / database.name)[1]
    log = database.with_name(database.name + "-wal")
    size = log.stat().st_size
    os.truncate(log, random.randint(min(settled, size), size))
    sound, count, last = count_of(database)
    assert (sound, count) == ("ok", last)
    return before - count, count_of(bare)[1] < before


def test_a_log_torn_anywhere_leaves_a_whole_beginning(
    county: Installation, tmp_path: Path, rounds: int, figures: dict[str, Any]
) -> None:
    """A power cut leaves some of the log's last bytes unwritten; here they are cut off.

    What has begun to move from the log to the database was waited for before: the cut is after it.
    """
    torn, without_log, lost = [], 0, 0
    with subprocess.Popen(
        county.command(*writing(count=None)),
        env=county.environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    ) as writer:
        time.sleep(6)
        for turn in range(rounds):
            time.sleep(random.uniform(0.02, 0.2))
            copy = tmp_path / f"copy-{turn}"
            copy.mkdir()
            with stopped(writer.pid):
                for path in county.folder.glob("samklang.sqlite3*"):
                    shutil.copyfile(path, copy / path.name)
            torn.append(copy / county.sqlite.name)
        os.killpg(writer.pid, signal.SIGKILL)
    for database in torn:
        cut_off, lacked = tear(database, tmp_path / f"whole-{database.parent.name}")
        lost, without_log = lost + cut_off, without_log + lacked

    figures.update(check=30, torn=len(torn), entries_cut_off=lost, lacking_without_log=without_log)
    assert without_log > 0


def test_a_database_cut_short_is_found_to_be_broken(county: Installation) -> None:
    with closing(sqlite3.connect(county.sqlite)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(county.sqlite, county.sqlite.stat().st_size // 2)

    assert county.run("verify").returncode == 1


@needs_strace
@pytest.mark.parametrize(
    ("call", "error"), [("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fdatasync", "EIO")]
)
def test_a_disk_that_fails_at_any_moment_spoils_nothing(
    county: Installation, rounds: int, figures: dict[str, Any], call: str, error: str
) -> None:
    """The n-th write, or wait for the disk, fails: it is told, and the rest goes on."""
    told = {"done": 0, "refused": 0}
    # The first eight writes make the log's index, and fail when the database is opened.
    points = range(1, min(rounds, 25) * STEP, STEP) if call == "pwrite64" else range(1, rounds + 1)
    for number in points[:25]:
        before = count_of(county.sqlite)[1]
        said = traced(
            county,
            "-e",
            f"trace={call}",
            "-e",
            f"inject={call}:error={error}:when={number}",
            "-o",
            os.devnull,
            words=writing(count=5),
        )
        sound, count, last = count_of(county.sqlite)
        assert (sound, count) == ("ok", last)
        # A commit whose wait failed may be there all the same; one that was told must be.
        assert count - before >= said.count("done")
        for word in told:
            told[word] += said.count(word)
    figures.update(check=32, points=len(points[:25]), **told)
    assert told["refused"] > 0
