"""Requests per second of a page, as a ratio to the bare view before and after it."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import time
from pathlib import Path

from bench.sites import Server

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REFERENCE_SECONDS, TARGET_SECONDS = 4, 8
QUIET, PATIENCE_SECONDS = 0.22, 60
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_BAD = re.compile(r"Non-2xx or 3xx responses: (\d+)")


def ratios(server: Server, address: str, cookies: str, *, etag: str = "") -> list[float]:
    """Return one ratio per round."""
    headers = {"Cookie": cookies, "Accept-Language": "sv"}
    if etag:
        headers["If-None-Match"] = etag
    found = []
    for _round in range(ROUNDS):
        _wait_for_quiet()
        before = rate(server, "/bare/", {}, REFERENCE_SECONDS)
        target = rate(server, address, headers, TARGET_SECONDS)
        after = rate(server, "/bare/", {}, REFERENCE_SECONDS)
        found.append(target / statistics.mean((before, after)))
    return found


def said(found: list[float]) -> str:
    return f"{statistics.median(found):.3f} [{min(found):.3f}-{max(found):.3f}]"


def rate(server: Server, address: str, headers: dict[str, str], seconds: int) -> float:
    given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    made = subprocess.run(
        ["wrk", "-t2", "-c8", f"-d{seconds}s", *given, server.url(address)],
        capture_output=True,
        text=True,
        check=True,
    )
    found = _RATE.search(made.stdout)
    if _BAD.search(made.stdout) or not found:
        raise RuntimeError(f"{address} answered with errors under load")
    return float(found[1])


def _wait_for_quiet() -> None:
    """Wait until others leave the machine alone, for a while at most."""
    until = time.monotonic() + PATIENCE_SECONDS
    while busy() > QUIET and time.monotonic() < until:
        pass


def busy(seconds: float = 1.0) -> float:
    first = _times()
    time.sleep(seconds)
    last = _times()
    total, idle = (sum(last) - sum(first)), (last[3] + last[4] - first[3] - first[4])
    return 1 - idle / total if total else 0.0


def _times() -> list[int]:
    line = Path("/proc/stat").read_text().splitlines()[0]
    return [int(field) for field in line.split()[1:]]
