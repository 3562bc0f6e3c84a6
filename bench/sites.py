"""Sites to measure: a filled database of one size on one engine, and a server for it."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from samklang.setup.serving import web_server

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench"
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """Where a database is; `anew` switches off what the product keeps between requests."""

    name: str
    size: str
    database: str = ""
    anew: bool = False

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "0",
            "SAMKLANG_STATE_DIR": str(FOLDER / self.name),
            "SAMKLANG_DATABASE": self.database,
            "SAMKLANG_BENCH_ANEW": "1" if self.anew else "",
        }

    def run(self, *command: str) -> str:
        """Run a module of the bench in the site's environment and return what it says."""
        made = subprocess.run(
            [sys.executable, "-m", *command],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise RuntimeError(made.stderr.strip().splitlines()[-1] if made.stderr else command[0])
        return made.stdout.strip()

    def fill(self) -> str:
        """Fill it and return the address of the agreement page that is measured."""
        folder = FOLDER / self.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "vendor").symlink_to(ROOT / "var" / "vendor")
        self.run("django", "migrate", "-v0")
        self.run("django", "collectstatic", "--noinput", "-v0")
        return self.run("bench.filling", self.size)

    def cookies(self) -> str:
        return self.run("bench.signing_in")


@dataclass(frozen=True)
class Server:
    """A running web server: two workers, as the product runs them."""

    port: int
    pid: int

    def pids(self) -> list[int]:
        return [self.pid, *children(self.pid)]

    def url(self, address: str) -> str:
        return f"http://127.0.0.1:{self.port}{address}"


def children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children(int(child))]
    return found


@contextmanager
def serving(
    environment: dict[str, str],
    *,
    bare: bool = False,
    wait_for: str = "/bare/",
) -> Iterator[Server]:
    """Serve the product as it serves itself, or bare Django by the same server."""
    port = free_port()
    command = web_server("127.0.0.1", port)
    if bare:
        of_ours = {"samklang.config.web": "granian", command[-1]: "bench.bare_django:application"}
        command = tuple(of_ours.get(word, word) for word in command)
    started = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        server = Server(port, started.pid)
        wait(server, wait_for)
        yield server
    finally:
        _stop(started)


def _stop(started: subprocess.Popen[bytes]) -> None:
    """End it; one that is told so while its second worker is still starting does not hear it."""
    pids = children(started.pid)
    started.terminate()
    try:
        started.wait(timeout=10)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def wait(server: Server, address: str, cookies: str = "") -> None:
    """Ask every 50 ms until the page is there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            connection.request("GET", address, headers={"Cookie": cookies})
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise RuntimeError(f"{address} was not there after {PATIENCE_SECONDS} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processor_seconds(pids: list[int]) -> float:
    """Return the user and system time that the processes have used."""
    ticks = 0
    for pid in pids:
        stat = Path(f"/proc/{pid}/stat")
        if stat.exists():
            fields = stat.read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0
