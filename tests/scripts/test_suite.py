"""The sum of all test runs is true: what failed, stopped or never began is counted as failed.

Seen red: with the steps done one after the other, and with all of them writing to the screen; with
a folder that two parts name, and with one that the rest leaves out and no part names.
"""

from __future__ import annotations

import os
import re
import select
import sys
from collections import Counter
from pathlib import Path

import pytest

from scripts import suite
from scripts.suite import ROOT, Result, Step

pytestmark = pytest.mark.slow


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(suite, "STATE", tmp_path)
    return tmp_path


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def report(state: Path, name: str, **counts: int) -> None:
    said = " ".join(f'{word}="{count}"' for word, count in counts.items())
    (state / f"{name}.xml").write_text(f"<testsuites><testsuite {said}/></testsuites>", "utf-8")


def counted(state: Path, status: int, **counts: int) -> tuple[int, int, int]:
    """Return passed, failed and skipped of a run that ended with the status and its report."""
    if counts:
        report(state, "sqlite", **counts)
    result = suite.run(Step("sqlite", python(f"raise SystemExit({status})"), counts=True))
    return result.passed, result.failed, result.skipped


@pytest.mark.parametrize(
    ("status", "counts", "sums"),
    [
        (0, {"tests": 10, "failures": 0, "errors": 0, "skipped": 2}, (8, 0, 2)),
        (1, {"tests": 10, "failures": 3, "errors": 0, "skipped": 0}, (7, 3, 0)),
        (1, {"tests": 10, "failures": 1, "errors": 2, "skipped": 1}, (6, 3, 1)),
        # pytest says 5 when nothing was chosen, which is no fault.
        (5, {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}, (0, 0, 0)),
        # A run that reports no failure and still ends badly has failed.
        (1, {"tests": 10, "failures": 0, "errors": 0, "skipped": 0}, (10, 1, 0)),
        (124, {"tests": 4, "failures": 0, "errors": 0, "skipped": 0}, (4, 1, 0)),
    ],
)
def test_a_run_is_counted_from_its_report_and_its_end(
    state: Path, status: int, counts: dict[str, int], sums: tuple[int, int, int]
) -> None:
    assert counted(state, status, **counts) == sums


@pytest.mark.parametrize(
    ("status", "sums"), [(0, (0, 1, 0)), (1, (0, 1, 0)), (124, (0, 1, 0)), (3, (0, 0, 0))]
)
def test_a_run_without_a_report_has_failed_unless_it_was_left_out(
    state: Path, status: int, sums: tuple[int, int, int]
) -> None:
    assert counted(state, status) == sums


@pytest.mark.parametrize(("status", "failed"), [(0, 0), (1, 1), (2, 1), (3, 1)])
def test_a_check_that_fails_counts_as_one(state: Path, status: int, failed: int) -> None:
    result = suite.run(Step("lint", python(f"raise SystemExit({status})")))

    assert (result.passed, result.failed, result.skipped) == (0, failed, 0)


def test_a_step_that_takes_too_long_is_stopped_and_counted(state: Path) -> None:
    result = suite.run(Step("types", python("import time; time.sleep(60)"), seconds=1))

    assert (result.status, result.failed) == (124, 1)


def test_nothing_that_a_stopped_step_had_started_goes_on(state: Path) -> None:
    """The step starts a process of its own, writes its number and waits."""
    note = state / "child"
    code = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        "child.wait()"
    )

    suite.run(Step("types", python(code), seconds=2))

    child = int(note.read_text("utf-8"))
    assert ends(child)


def ends(pid: int) -> bool:
    """Wait until the process is gone, at most five seconds; one that was told to stop soon is."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    with os.fdopen(watched, "rb"):
        waiting = select.poll()  # unlike select it takes any number, however much is open
        waiting.register(watched, select.POLLIN)
        return bool(waiting.poll(5000))


def test_a_step_is_told_its_own_folder_and_environment(state: Path) -> None:
    code = (
        "import os, sys\n"
        f"wrong = os.environ['SAMKLANG_STATE_DIR'] != {str(state)!r} or os.environ['X'] != 'y'\n"
        "sys.exit(wrong or sys.dont_write_bytecode)"
    )

    assert suite.run(Step("own", python(code), environment={"X": "y"})).status == 0


def test_the_last_line_is_the_sum_of_everything() -> None:
    results = [
        Result("lint", 1, 1.2, failed=1),
        Result("sqlite", 0, 100.0, passed=1900, skipped=2),
        Result("browser", 1, 40.0, passed=30, failed=2, skipped=1),
        Result("postgresql", suite.LEFT_OUT, 0.1),
    ]

    lines = suite.summary(results, 141.2).splitlines()

    assert lines[-1] == "1930 passed, 3 failed, 3 skipped"
    assert lines[-2] == "141 seconds in all"
    assert [line.split()[0] for line in lines if "left out" in line] == ["postgresql"]


@pytest.mark.parametrize(("status", "failed"), [(0, 0), (1, 1)])
def test_the_whole_fails_when_anything_did(
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: int,
    failed: int,
) -> None:
    steps = [Step("one", python("")), Step("two", python(f"raise SystemExit({status})"))]
    monkeypatch.setitem(suite.WANTED, "check", lambda: steps)
    monkeypatch.setattr(sys, "argv", ["suite.py", "check"])

    assert suite.main() == failed
    assert f"0 passed, {failed} failed, 0 skipped" in capsys.readouterr().out


def test_steps_are_done_two_at_a_time_and_what_each_says_stays_together(
    state: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each of the two says its name, waits for the other, and says it again."""
    code = (
        "import pathlib, sys\n"
        "own, other = (pathlib.Path(sys.argv[1], name) for name in sys.argv[2:])\n"
        "print(own.name, flush=True), own.touch()\n"
        "while not other.exists(): pass\n"
        "sys.exit(own.name)"
    )
    one, two = ([*python(code), str(state), *names] for names in (("a", "b"), ("b", "a")))

    results = suite.run_all([Step("one", one, 20), Step("two", two, 20), Step("late", python(""))])

    said = capfd.readouterr().out
    assert [(done.name, done.failed) for done in results] == [("one", 1), ("two", 1), ("late", 0)]
    assert "── one\na\na\n" in said
    assert "── two\nb\nb\n" in said


def test_every_step_is_bounded_and_named_once(state: Path) -> None:
    steps = suite.WANTED["all"]()

    names = [step.name for step in steps]
    assert len(set(names)) == len(names)
    assert all(0 < step.seconds <= 600 for step in steps)


def files(step: Step) -> set[Path]:
    """The test files that lie where the step reads, and not where it does not."""
    left_out = {word.removeprefix("--ignore=") for word in step.command if "--ignore=" in word}
    read = {word for word in step.command if word.startswith("tests")}
    return below(read) - below(left_out)


def below(places: set[str]) -> set[Path]:
    found = [ROOT / place for place in places]
    return {file for one in found for file in [one, *one.rglob("test_*.py")] if file.is_file()}


@pytest.mark.parametrize("kind", ["postgresql", "browser", "sqlite"])
def test_each_test_file_is_read_once_on_either_database_and_in_a_browser(
    state: Path, kind: str
) -> None:
    steps = suite.runs(kind)
    everything = below({"tests"})

    assert Counter(file for step in steps for file in files(step)) == Counter(everything)
    assert all(suite.MARKS[kind] in step.command for step in steps)
    assert all(("scripts/with_postgres.py" in s.command) == (kind == "postgresql") for s in steps)
    named = [place for part_of, part in suite.PARTS if part_of == kind for place in part.split()]
    assert all((ROOT / "tests" / place).exists() for place in named)


def test_what_drives_a_browser_lies_where_the_other_runs_read_nothing() -> None:
    """The place alone says which files a run reads."""
    tests = Path(__file__).parents[1]
    driving = {
        path.relative_to(tests).parts[0]
        for path in tests.rglob("test_*.py")
        if re.search(r"^from playwright|mark\.browser\b", path.read_text("utf-8"), re.MULTILINE)
    }

    assert driving == {"browser"}


@pytest.mark.usefixtures("state")
def test_an_old_report_is_not_counted_again(state: Path) -> None:
    report(state, "sqlite hostile", tests=10, failures=0, errors=0, skipped=0)

    suite.runs()

    assert not (state / "sqlite hostile.xml").exists()
