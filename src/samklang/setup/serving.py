"""Keeps the web server and the background worker running, and stops both cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FrameType

PATIENCE_SECONDS = 10
LOOK_EVERY_SECONDS = 0.2
# A worker that dies at once, again and again, must not eat the machine.
REST_SECONDS = 2.0

WORKER_OPTIONS = ("--no-startup-delay", "--interval", "0.5", "--verbosity", "0")
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Command = tuple[str, ...]


class CannotServe(Exception):
    """The server cannot start; the message says why and what to do."""


def web_server(host: str, port: int) -> Command:
    """Two processes with two threads each do best on small machines (see docs/evidence.md)."""
    return (
        *(sys.executable, "-m", "samklang.config.web"),
        *("--interface", "wsgi", "--log-level", "warning"),
        *("--host", host, "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "2", "--backpressure", "64"),
        *("--respawn-failed-workers", "samklang.config.wsgi:application"),
    )


def task_worker() -> Command:
    return (sys.executable, "-m", "django", "db_worker", *WORKER_OPTIONS)


def require_free(host: str, port: int) -> None:
    """Complain before anything is started, in words that say what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotServe(
                f"Port {port} on {host} cannot be used ({error.strerror}). "
                f"Choose another with --port, or with make run PORT={port + 1}."
            ) from error


def is_answering(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


@dataclass
class Services:
    """The two processes; a worker that dies is started again, a dead server ends it all.

    Without a worker (None), as in read-only mode, the server runs alone.
    """

    server: Command
    worker: Command | None
    environment: Mapping[str, str]
    before_worker: Callable[[], object]
    stopping: bool = field(default=False, init=False)

    def run(self, when_ready: Callable[[], None], is_ready: Callable[[], bool]) -> int:
        """Run until a signal or the server's end; return the exit status."""
        for number in STOPS:
            signal.signal(number, self._stop)
        server = self._start(self.server)
        worker = self._start_worker()
        announced = False
        while not self.stopping and server.poll() is None:
            if not announced and is_ready():
                when_ready()
                announced = True
            if worker and worker.poll() is not None:
                time.sleep(REST_SECONDS)
                worker = self._start_worker() if not self.stopping else worker
            time.sleep(LOOK_EVERY_SECONDS)
        for process in filter(None, (server, worker)):
            _end(process)
        return 0 if self.stopping else 1

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _start_worker(self) -> subprocess.Popen[bytes] | None:
        if self.worker is None:
            return None
        self.before_worker()
        return self._start(self.worker)

    def _start(self, command: Command) -> subprocess.Popen[bytes]:
        """In a session of its own, so that Ctrl-C reaches it once, from us."""
        return subprocess.Popen(  # noqa: S603  # our own words
            command, env={**os.environ, **self.environment}, start_new_session=True
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask, wait, and only then insist: the worker finishes the file that it is reading."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
