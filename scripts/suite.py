"""Runs what keeps the project true, step by step, and counts.

    python scripts/suite.py check|fast|postgres|all

Asks nothing, waits for nobody: every step has a time limit. The last line is the sum of all test
runs: `N passed, N failed, N skipped`. A failed check counts as one failed.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
STATE = ROOT / "var" / "test"
PYTHON_PLACES = [
    "src",
    "tests",
    "scripts",
    "manage.py",
    *(["bench"] if (ROOT / "bench").is_dir() else []),
]
# What is compiled by one step is there for the next, and for every process that a test starts.
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
LEFT_OUT = 3


@dataclass(frozen=True)
class Step:
    """One command, what it is called, and how long it may take."""

    name: str
    command: list[str]
    seconds: int = 240
    environment: dict[str, str] = field(default_factory=dict)
    counts: bool = False


@dataclass
class Result:
    name: str
    status: int
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0


def tool(name: str, *words: str) -> list[str]:
    return [str(BIN / name), *words]


def templates(kind: str) -> list[str]:
    return sorted(
        str(path.relative_to(ROOT)) for path in ROOT.glob(f"src/samklang/*/{kind}/**/*.html")
    )


PRODUCTION = {
    "SAMKLANG_PRODUCTION": "1",
    "SAMKLANG_HOSTS": "samklang.example",
    "SAMKLANG_DATABASE": "postgresql://samklang@database.example/samklang",
    "SAMKLANG_SECRET_KEY": secrets.token_urlsafe(60),
    "SAMKLANG_AUDIT_KEY": secrets.token_urlsafe(60),
}


def checks() -> list[Step]:
    djlint = tool("djlint", "--lint", "--quiet")
    return [
        Step("format", tool("ruff", "format", "--check", "--quiet", *PYTHON_PLACES)),
        Step("lint", tool("ruff", "check", "--quiet", *PYTHON_PLACES)),
        Step("types", tool("mypy", "--no-error-summary", *PYTHON_PLACES), 400),
        Step(
            "templates",
            tool("djade", "--target-version", "5.2", "--check", *templates("templates")),
        ),
        Step("markup", [*djlint, "--profile", "django", *templates("templates")]),
        Step("contracts", tool("lint-imports", "--no-cache")),
        Step("spelling", tool("codespell")),
        Step("dependencies", tool("deptry", "src")),
        Step(
            "deployment",
            tool("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
            environment=PRODUCTION,
        ),
        Step(
            "migrations",
            tool("python", "manage.py", "makemigrations", "--check", "--dry-run", "-v0"),
        ),
        Step("languages", tool("python", "scripts/messages.py", "--check")),
    ]


def pytest_run(name: str, *words: str, before: tuple[str, ...] = ()) -> Step:
    report = STATE / f"{name}.xml"
    report.unlink(missing_ok=True)
    pytest = tool("python", "-m", "pytest", "-q", "--no-header", f"--junitxml={report}", *words)
    return Step(name, [*before, *pytest], 600, counts=True)


# What is read together, the longest first: of which kind, and which folders and files of tests/;
# a part without any reads what its kind's others do not. Each is a process of its own: one that
# hands out single tests to others takes a tenth for itself.
PARTS = (
    ("browser", ""),
    ("sqlite", "architecture"),
    ("postgresql", "architecture consultations hostile inventories setup"),
    ("sqlite", ""),
    ("sqlite", "hostile"),
    ("postgresql", ""),
    ("browser", "browser/test_pages.py"),
    ("sqlite", "setup"),
    ("sqlite", "inventories"),
    ("sqlite", "documents"),
    ("sqlite", "config scripts"),
)
MARKS = {
    "postgresql": "not browser and not evidence and not one_database",
    "browser": "browser and not evidence",
    "sqlite": "not browser and not evidence",
}


def runs(*kinds: str) -> list[Step]:
    """The runs of all tests, or of these kinds."""
    return [
        pytest_run(_name(kind, part), "-m", MARKS[kind], *_read(kind, part), before=_server(kind))
        for kind, part in PARTS
        if kind in kinds or not kinds
    ]


def _name(kind: str, part: str) -> str:
    """Name a part by the first that it reads."""
    return f"{kind} {Path(part.split(maxsplit=1)[0]).stem}" if part else kind


def _read(kind: str, part: str) -> list[str]:
    if part:
        return [f"tests/{place}" for place in part.split()]
    others = (place for other, named in PARTS if other == kind for place in named.split())
    return ["tests", *(f"--ignore=tests/{place}" for place in others)]


def _server(kind: str) -> tuple[str, ...]:
    return (sys.executable, "scripts/with_postgres.py") if kind == "postgresql" else ()


WANTED: dict[str, Callable[[], list[Step]]] = {
    "check": checks,
    "fast": lambda: [
        pytest_run("fast", "-n", "2", "-m", "not browser and not slow and not evidence")
    ],
    "postgres": lambda: runs("postgresql"),
    "all": lambda: [*checks(), *runs()],
}


def run_all(steps: list[Step]) -> list[Result]:
    """Do the steps two at a time."""
    with ThreadPoolExecutor(2) as two:
        return list(two.map(run, steps))


def run(step: Step) -> Result:
    """Do the step and show what it said in one piece, not among the words of another."""
    print(f"   {step.name} begins", flush=True)
    with TemporaryFile(buffering=0) as said:
        result = _done(step, said)
        said.seek(0)
        print(said.read().decode(errors="replace"), end="", flush=True)
    return result


def _done(step: Step, said: IO[bytes]) -> Result:
    _say(f"── {step.name}", said)
    begun = time.monotonic()
    own = {**COMPILED, "SAMKLANG_STATE_DIR": str(STATE)}
    environment = {**os.environ, **own, **step.environment}
    status = _within(step, environment, said)
    result = Result(step.name, status, time.monotonic() - begun)
    if step.counts:
        _count(result, STATE / f"{step.name}.xml")
    elif status:
        result.failed = 1
    return result


def _say(words: str, said: IO[bytes]) -> None:
    said.write(f"{words}\n".encode())


def _within(step: Step, environment: dict[str, str], said: IO[bytes]) -> int:
    """Run the command in a group of its own, so that nothing of it outlives its time."""
    with subprocess.Popen(
        step.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        start_new_session=True,
    ) as started:
        try:
            return started.wait(step.seconds)
        except subprocess.TimeoutExpired:
            _say(f"Stopped after {step.seconds} seconds.", said)
            os.killpg(started.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                started.wait(20)
            with suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
            return 124


def _count(result: Result, report: Path) -> None:
    if not report.exists():
        if result.status == LEFT_OUT:
            return
        result.failed = 1
        return
    suite = next(ET.parse(report).getroot().iter("testsuite"))  # noqa: S314  # our own
    total, failures, errors, skipped = (
        int(suite.get(word, 0)) for word in ("tests", "failures", "errors", "skipped")
    )
    result.failed = failures + errors or int(result.status not in {0, 5})
    result.skipped = skipped
    result.passed = total - failures - errors - skipped


def summary(results: list[Result], seconds: float) -> str:
    lines = ["", f"{'step':24}{'seconds':>8}{'passed':>8}{'failed':>8}{'skipped':>9}"]
    for one in results:
        said = "  left out" if one.status == LEFT_OUT and not one.failed else ""
        lines.append(
            f"{one.name:24}{one.seconds:8.1f}{one.passed:8}{one.failed:8}{one.skipped:9}{said}"
        )
    passed, failed, skipped = (
        sum(getattr(one, word) for one in results) for word in ("passed", "failed", "skipped")
    )
    lines.append(f"{seconds:.0f} seconds in all")
    return "\n".join([*lines, f"{passed} passed, {failed} failed, {skipped} skipped"])


def main() -> int:
    STATE.mkdir(parents=True, exist_ok=True)
    if shutil.which("git") is None:
        print("git is missing: some tests ask it which files belong to the repository.")
    begun = time.monotonic()
    results = run_all(WANTED[sys.argv[1]]())
    print(summary(results, time.monotonic() - begun), flush=True)
    return int(any(one.failed for one in results))


if __name__ == "__main__":
    sys.exit(main())
