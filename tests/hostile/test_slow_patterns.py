"""No pattern of the reader takes a short row of signs for ever.

A pattern that can share one row between two of its parts in many ways tries them all, and forty
underscores keep a file from being read at all. Each pattern meets such rows in a process of its
own, which may use a minute of processor time; all of them together need a second or two.

Seen red: with the name of a file and with a chapter's number as they were written before.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANY = 500


def test_every_pattern_is_done_with_short_rows() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.short_rows"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, f"It did not end with: {done.stdout.splitlines()[-1:]}"
    assert len(done.stdout.splitlines()) > MANY
