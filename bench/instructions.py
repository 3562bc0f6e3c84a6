"""Counts the instructions of one warm page: in-process WSGI calls under callgrind.

python -m bench.instructions ADDRESS [304]      is what `counted` starts under valgrind
"""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.asking import call, warm
from bench.sites import ROOT, Site

CALLS = 10
_TOTAL = re.compile(r"^totals: (\d+)", re.MULTILINE)


def counted(site: Site, address: str, *flags: str) -> float:
    """Return the millions of instructions of one call, an empty loop taken away."""
    return (_total(site, address, *flags) - _total(site)) / CALLS / 1e6


def _total(site: Site, *arguments: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "callgrind.out")
        tool = ("valgrind", "--tool=callgrind", "--instr-atstart=no")
        made = subprocess.run(
            [
                *tool,
                f"--callgrind-out-file={out}",
                sys.executable,
                "-m",
                "bench.instructions",
                *arguments,
            ],
            env=site.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise RuntimeError(made.stderr.strip().splitlines()[-1])
        found = _TOTAL.search(out.read_text(errors="replace"))
    return int(found[1]) if found else 0


def main(address: str = "", *flags: str) -> None:
    environ = warm(address, *flags) if address else {}
    gc.collect()
    _instrument("on")
    for _turn in range(CALLS):
        if address:
            call(environ)
    _instrument("off")


def _instrument(word: str) -> None:
    subprocess.run(["callgrind_control", "-i", word, str(os.getpid())], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
