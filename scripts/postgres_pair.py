"""A PostgreSQL primary and its standby on this machine, to practise a failover with.

    python scripts/postgres_pair.py FOLDER [--async]

Starts both on free ports of the loopback address (their sockets lie in FOLDER), prints the address
for SAMKLANG_DATABASE and waits for Ctrl-C. docs/howto/postgres-standby.md tells what to do with
them; tests/evidence/test_standby.py does it. PostgreSQL refuses to run as root, so root borrows the
user `postgres`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from scripts.with_postgres import can_run, programs  # beside this file

STANDBY = "standby"
_SETTINGS = """
wal_level = replica
max_wal_senders = 5
hot_standby = on
listen_addresses = '127.0.0.1'
wal_receiver_status_interval = 1s
"""


@dataclass
class Node:
    """One server; `folder` is its cluster."""

    folder: Path
    port: int

    @property
    def pid(self) -> int:
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder.parent}"
        log = str(self.folder) + ".log"
        run("pg_ctl", "-D", str(self.folder), "-w", "-t", "60", "-l", log, "-o", options, "start")

    def promote(self) -> None:
        """Ask it to take changes; `is_primary` tells when it does."""
        run("pg_ctl", "-D", str(self.folder), "-W", "promote")

    def is_primary(self) -> bool:
        return psql(self.port, "postgres", "SELECT pg_is_in_recovery()") == "f"

    def kill(self) -> None:
        """Kill -9 the server and all that it started, as a machine that loses its power."""
        if not (self.folder / "postmaster.pid").exists():
            return
        pids = [self.pid, *children(self.pid)]
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def receiver(self) -> int:
        """Return the process that takes the primary's log in."""
        return next(pid for pid in children(self.pid) if "walreceiver" in title(pid))


@dataclass
class Pair:
    """The two of them; with `synchronous` a commit waits until the standby has it on its disk."""

    primary: Node
    standby: Node
    synchronous: bool

    @property
    def address(self) -> str:
        places = ",".join(f"127.0.0.1:{one.port}" for one in (self.primary, self.standby))
        return f"postgresql://samklang@{places}/samklang"

    @classmethod
    def start(cls, folder: Path, *, synchronous: bool) -> Pair:
        folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        made = cls(
            Node(folder / "primary", free_port()), Node(folder / STANDBY, free_port()), synchronous
        )
        made._start_primary()
        made._start_standby()
        return made

    def _start_primary(self) -> None:
        folder = self.primary.folder
        run("initdb", "-D", str(folder), "-U", "samklang", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--data-checksums")  # fmt: skip
        with (folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(_SETTINGS)
        self.primary.start()
        psql(self.primary.port, "postgres", "CREATE DATABASE samklang")

    def _start_standby(self) -> None:
        source = f"host=127.0.0.1 port={self.primary.port} user=samklang application_name={STANDBY}"
        run(
            "pg_basebackup",
            "-D",
            str(self.standby.folder),
            "-R",
            "-X",
            "stream",
            "-c",
            "fast",
            "-d",
            source,
        )
        self.standby.start()
        if self.synchronous:
            for setting in (f"synchronous_standby_names = '{STANDBY}'", "synchronous_commit = on"):
                psql(self.primary.port, "postgres", f"ALTER SYSTEM SET {setting}")
            psql(self.primary.port, "postgres", "SELECT pg_reload_conf()")
        wanted = "sync" if self.synchronous else "async"
        wait_for(lambda: wanted == psql(
            self.primary.port, "postgres", "SELECT sync_state FROM pg_stat_replication"
        ))  # fmt: skip

    def stop(self) -> None:
        for one in (self.primary, self.standby):
            one.kill()


def wait_for(happens: object, seconds: float = 30.0) -> None:
    give_up = time.monotonic() + seconds
    while not happens():  # type: ignore[operator]
        if time.monotonic() > give_up:
            raise TimeoutError("It never happened.")
        time.sleep(0.1)


def psql(port: int, database: str, statement: str) -> str:
    words = [
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        "-U",
        "samklang",
        "-d",
        database,
        "-Atqc",
        statement,
    ]
    return run("psql", *words).strip()


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in listed.read_text().split()] if listed.exists() else []


def title(pid: int) -> str:
    line = Path(f"/proc/{pid}/cmdline")
    return line.read_bytes().decode(errors="replace") if line.exists() else ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(program: str, *words: str) -> str:
    folder = programs()
    borrowed = "postgres" if os.geteuid() == 0 else None
    done = subprocess.run(
        [str(folder / program) if folder else program, *words],
        user=borrowed,
        group=borrowed,
        extra_groups=[] if borrowed else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if program == "psql" else subprocess.DEVNULL,
        # What pg_ctl starts would keep a pipe open for as long as it lives.
        stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr}")
    return done.stdout or ""


def main() -> int:
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("folder", type=Path)
    words.add_argument("--async", action="store_true", dest="asynchronous")
    given = words.parse_args()
    if reason := can_run():
        print(f"No servers here: {reason}. On Debian: apt-get install postgresql")
        return 3
    pair = Pair.start(given.folder.absolute(), synchronous=not given.asynchronous)
    print(f"SAMKLANG_DATABASE={pair.address}", flush=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        pair.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
