"""Counts how many small changes of the walls the tests notice: `make mutants`.

    python -m tests.mutants [WORD ...] [--without TEST]

Every function of `tests.mutants.walls` is changed in every way of `tests.mutants.mutating`, one
change at a time, in a process forked for it, so that nothing is started or built twice. A change
is noticed when a test fails or takes too long. With words only changes that hold one of them are
made, and no figure is kept; --without leaves tests out: the figure must fall.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from datetime import UTC, datetime

import pytest

from tests.architecture.tree import ROOT
from tests.mutants.trying import Trying
from tests.mutants.walls import EXCUSED, TESTS

FIGURE = ROOT / "var" / "evidence" / "mutants.json"
QUIET = ("-q", "--no-header", "--no-summary", "-p", "no:randomly", "-p", "no:xdist", "-s")


def told(trying: Trying) -> dict[str, object]:
    """Return the figures, with each change that no test notices."""
    made, killed = len(trying.tried), sum(trying.tried.values())
    survivors = sorted(name for name, noticed in trying.tried.items() if not noticed)
    excused = [name for name in survivors if name in EXCUSED]
    counted = made - len(excused)
    return {
        "made": made,
        "killed": killed,
        "excused": len(excused),
        "percent": round(100 * killed / counted, 1) if counted else 0.0,
        "functions": trying.functions,
        "tests": trying.tests,
        "survivors": [name for name in survivors if name not in EXCUSED],
        "seconds": round(trying.seconds, 1),
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def faults(trying: Trying) -> list[str]:
    """Return what is wrong with the excuses."""
    noticed = [f"noticed, though excused: {one}" for one in EXCUSED if trying.tried.get(one)]
    gone = [f"excused, but not made: {one}" for one in EXCUSED if one not in trying.tried]
    return [*noticed, *gone]


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.mutants")
    asked.add_argument("words", nargs="*", help="only changes that hold one of these")
    asked.add_argument("--without", default="", help="leave out the tests whose names hold this")
    options = asked.parse_args()
    trying = Trying(tuple(options.words), options.without)
    with tempfile.TemporaryDirectory() as folder:
        status = pytest.main([*QUIET, f"--basetemp={folder}/t", *TESTS], plugins=[trying])
    figures = told(trying)
    wrong = faults(trying) if not options.words and not options.without else []
    print(json.dumps(figures, ensure_ascii=False, indent=1), *wrong, sep="\n", flush=True)  # noqa: T201
    if not options.words and not options.without and not status:
        FIGURE.parent.mkdir(parents=True, exist_ok=True)
        FIGURE.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(bool(status or wrong))


if __name__ == "__main__":
    sys.exit(main())
