"""Runs a command with SAMKLANG_DATABASE set to a PostgreSQL server of its own, then stops it.

    python scripts/with_postgres.py COMMAND…

The server listens on a free port of this machine and, a third quicker to answer, in the temporary
folder where it keeps its files, and is gone afterwards. PostgreSQL refuses to run as root, so root
borrows the user `postgres`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

MISSING = 3  # exit status: the server programs are not installed
DEBIAN = Path("/usr/lib/postgresql")
# What a server does for years to come, or for questions that take minutes.
SPARED = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum", "jit")


def programs(kept: Path = DEBIAN) -> Path | None:
    """Return the folder of the newest installed server, which Debian keeps out of PATH."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = kept.glob("*/bin/initdb")
    return max((path.parent for path in versions), key=_version, default=None)


def _version(path: Path) -> float:
    return float(path.parent.name)


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Yield the address of a fresh, empty server."""
    folder = Path(tempfile.mkdtemp(prefix="samklang-postgres-"))
    port = _free_port()
    spared = " ".join(f"-c {word}=off" for word in SPARED)
    options = f"-p {port} -k {folder} -h 127.0.0.1 {spared}"
    cluster = folder / "cluster"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        initdb: list[str | Path] = [
            bin_folder / "initdb",
            "-D",
            cluster,
            "-U",
            "samklang",
            "-A",
            "trust",
        ]
        _run([*initdb, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--data-checksums"])
        pg_ctl: list[str | Path] = [bin_folder / "pg_ctl", "-D", cluster, "-w", "-t", "60"]
        _run([*pg_ctl, "-l", folder / "log", "-o", options, "start"])
        try:
            yield f"postgresql://samklang@{quote(str(folder), safe='')}:{port}/postgres"
        finally:
            _run([*pg_ctl, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str | Path]) -> None:
    borrowed = "postgres" if os.geteuid() == 0 else None
    subprocess.run(
        command,
        user=borrowed,
        group=borrowed,
        extra_groups=[] if borrowed else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )


def can_run() -> str:
    """Return why no server can be started here, or nothing."""
    if programs() is None:
        return "the server programs (initdb, pg_ctl) are not installed"
    if os.geteuid() == 0 and not _has_user("postgres"):
        return "PostgreSQL does not run as root, and there is no user postgres to borrow"
    return ""


def _has_user(name: str) -> bool:
    return name in {entry.pw_name for entry in pwd.getpwall()}


def main() -> int:
    bin_folder = programs()
    if (reason := can_run()) or bin_folder is None:
        print(f"PostgreSQL was left out: {reason}. On Debian: apt-get install postgresql")
        return MISSING
    # Ended from outside, it still stops its server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server(bin_folder) as address:
        environment = {**os.environ, "SAMKLANG_DATABASE": address}
        return subprocess.run(
            sys.argv[1:], env=environment, stdin=subprocess.DEVNULL, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
