"""A PostgreSQL server is started for a command, or what is missing is said; nothing stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import with_postgres
from tests.architecture.tree import ROOT


def installed(folder: Path, *versions: str) -> None:
    for version in versions:
        program = folder / version / "bin" / "initdb"
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)


def test_a_server_in_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "16")
    monkeypatch.setenv("PATH", str(tmp_path / "16" / "bin"))

    assert with_postgres.programs() == (tmp_path / "16" / "bin").resolve()


@pytest.mark.parametrize(
    ("numbers", "newest"),
    [(("9.6", "15", "16"), "16"), (("9.6", "10"), "10"), (("8.4", "9.6"), "9.6")],
)
def test_of_several_versions_the_newest_is_taken_by_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers: tuple[str, ...], newest: str
) -> None:
    installed(tmp_path, *numbers)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    assert with_postgres.programs(tmp_path) == tmp_path / newest / "bin"


def test_a_machine_without_any_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert with_postgres.programs(tmp_path) is None


def test_without_a_server_the_command_is_left_out_and_not_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(with_postgres, "programs", lambda: None)

    assert with_postgres.main() == 3
    said = capsys.readouterr().out
    assert said.startswith("PostgreSQL was left out: the server programs")
    assert "apt-get install postgresql" in said


needs_server = pytest.mark.skipif(
    bool(with_postgres.can_run()), reason=f"Left out: {with_postgres.can_run()}."
)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder for the servers of one test, which the user that they run as may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@needs_server
@pytest.mark.slow
def test_the_command_gets_a_server_of_its_own_and_ends_with_its_own_status(place: Path) -> None:
    code = (
        "import os, sys, psycopg\n"
        "found = psycopg.connect(os.environ['SAMKLANG_DATABASE'])\n"
        "(word,) = found.execute('SELECT lower(%s)', ['ÅÄÖ']).fetchone()\n"
        "sys.exit(7 if word == 'åäö' else 1)"
    )

    ended = subprocess.run(
        [sys.executable, "scripts/with_postgres.py", sys.executable, "-c", code],
        cwd=ROOT,
        check=False,
        timeout=60,
        env={**os.environ, "TMPDIR": str(place)},
    )

    assert ended.returncode == 7
    assert list(place.iterdir()) == []


@needs_server
@pytest.mark.slow
def test_ended_from_outside_it_still_stops_its_server(tmp_path: Path) -> None:
    note = tmp_path / "address"
    code = (
        "import os, pathlib, time\n"
        f"pathlib.Path({str(note)!r}).write_text(os.environ['SAMKLANG_DATABASE'])\n"
        f"os.kill(os.getppid(), {int(signal.SIGTERM)})\n"
        "time.sleep(0.2)"
    )

    ended = subprocess.run(
        [sys.executable, "scripts/with_postgres.py", sys.executable, "-c", code],
        cwd=ROOT,
        check=False,
        timeout=60,
        env=dict(os.environ),
    )

    port = note.read_text("utf-8").rsplit(":", 1)[1].split("/")[0]
    assert ended.returncode == 143
    assert not listens(int(port))


def listens(port: int) -> bool:
    probe = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 1)"
    return not subprocess.run(
        [sys.executable, "-c", probe, str(port)], check=False, capture_output=True
    ).returncode
