"""Says which locked package has a newer release that our own bounds allow: `make newest`.

    python scripts/newest.py [FOLDER]

Asks with the same client that locks (uv), once, for everything, and compares with the lock. The
answers end with 0 when every package is the newest of its line, 1 when one has a newer patch, and
2 when the index could not be asked: that is no answer, and never counts as one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = ROOT / ".boot" / "bin" / "uv"
LONGEST_WAIT = 120
NEWEST, NEWER, COULD_NOT_ASK = 0, 1, 2
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_WANTED = (("--group", "build"), ("--group", "dev"), ("--extra", "s3"))


class CouldNotAsk(Exception):
    """The index gave no answer that can be compared; the message says what it gave."""


def pins(text: str) -> dict[str, str]:
    return {name.lower(): version for name, version in _PIN.findall(text)}


def offered(folder: Path, *, seconds: int = LONGEST_WAIT) -> dict[str, str]:
    """Return what would be locked today, by the bounds in pyproject.toml."""
    try:
        told = subprocess.run(
            [*_command(), *_groups(folder)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CouldNotAsk(f"No answer within {seconds} seconds.") from error
    except OSError as error:
        raise CouldNotAsk(f"{UV} cannot be run: {error}") from error
    if told.returncode:
        raise CouldNotAsk(told.stderr.strip()[-400:] or f"uv ended with {told.returncode}.")
    return pins(told.stdout)


def _command() -> list[str]:
    """Nothing that was fetched before answers for the index, and no old lock for today."""
    asked = ["pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    return [str(UV), *asked, "--no-header", "--no-annotate", "--refresh", "--no-config", "-q"]


def _groups(folder: Path) -> list[str]:
    named = (folder / "pyproject.toml").read_text("utf-8")
    there = (one for one in _WANTED if re.search(rf"^{one[1]} = \[", named, re.MULTILINE))
    return [word for one in there for word in one]


def findings(locked: dict[str, str], today: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    """Return each package that has another release today, and whether it is a patch of its line."""
    if missing := sorted(set(locked) - set(today)):
        raise CouldNotAsk(f"The answer leaves out {', '.join(missing)}.")
    return [
        (name, version, today[name], line(version) == line(today[name]))
        for name, version in sorted(locked.items())
        if today[name] != version
    ]


def line(version: str) -> tuple[str, ...]:
    """A patch changes what comes after the second point: 5.2.19 is of the line 5.2."""
    return tuple(version.split(".")[:2])


def main(folder: Path = ROOT) -> int:
    lock = pins((folder / "requirements" / "dev.txt").read_text("utf-8"))
    try:
        found = findings(lock, offered(folder))
    except CouldNotAsk as reason:
        print(f"Could not ask which releases are the newest, so nothing is known. {reason}")
        return COULD_NOT_ASK
    for name, version, newer, is_patch in found:
        print(f"{'patch' if is_patch else 'newer'}  {name} {version} → {newer}")
    patches = sum(is_patch for *_rest, is_patch in found)
    print(f"{len(lock)} packages asked about, {patches} with a newer patch. Renew with make lock.")
    return NEWER if patches else NEWEST


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else ROOT))
