"""The page of evidence says what runs have shown: a row for every check, and none green by silence.

Seen red: with a check left out of the list, with a test that does not exist, with a hand on the
made table, with a failed run left uncounted, with an older report taken for the newest, and with a
check that nobody has seen red taken as if it were.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import evidence

RUN = """<testsuites><testsuite timestamp="{when}+01:00">
<testcase classname="tests.a.test_one" name="x"/>
<testcase classname="tests.a.test_one.TestMore" name="y"/>
<testcase classname="tests.a.test_one" name="z">{outcome}</testcase>
<testcase classname="tests.a.test_unlisted" name="x"/>
</testsuite></testsuites>"""
LISTED = """[[check]]
number = 1
name = "One"
tests = ["tests/a/test_one.py"]
[[check]]
number = 2
name = "Two"
tests = []
not_shown = "Later."
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs", "tests/a", "var/test", "var/evidence"):
        (tmp_path / folder).mkdir(parents=True)
    header = '"""One thing.\n\nSeen red: with the lock\ntaken away.\n"""\n'
    (tmp_path / "tests/a/test_one.py").write_text(header, "utf-8")
    (tmp_path / evidence.LISTED).write_text(LISTED, "utf-8")
    made = f"Before\n{evidence.BEGIN}\nold\n{evidence.END}\nAfter\n"
    (tmp_path / evidence.PAGE).write_text(made, "utf-8")
    return tmp_path


def ran(root: Path, when: str, outcome: str = "", name: str = "sqlite") -> None:
    text = RUN.format(when=when, outcome=outcome)
    (root / "var" / "test" / f"{name}.xml").write_text(text, "utf-8")
    evidence.gather(root)


def row(root: Path, number: int) -> str:
    return next(one for one in evidence.table(root).splitlines() if one.startswith(f"| {number} "))


def test_every_check_of_the_list_has_a_row() -> None:
    """After the checks come what a step's issue asks to be shown: S4.1, S4.2, …"""
    numbers = [one["number"] for one in evidence.checks()]

    assert numbers[:69] == list(range(1, 70))
    assert all(str(one).startswith("S") for one in numbers[69:])


def test_every_named_test_exists_and_a_check_without_one_says_why() -> None:
    listed = evidence.checks()
    named = {test for one in listed for test in one["tests"]}

    assert {test for test in named if not (evidence.ROOT / test).is_file()} == set()
    assert [one["number"] for one in listed if not (one["tests"] or one.get("not_shown"))] == []


def test_every_check_was_seen_red() -> None:
    never = [
        one["number"]
        for one in evidence.checks()
        if one["tests"] and not one.get("red") and not any(map(evidence.red, one["tests"]))
    ]

    assert never == []


def test_the_page_is_fresh() -> None:
    written = (evidence.ROOT / evidence.PAGE).read_text("utf-8")

    assert written == evidence.page(), "run: make docs"


def test_what_no_run_has_shown_is_said(root: Path) -> None:
    assert "**not run**: test_one" in row(root, 1)
    assert row(root, 2) == "| 2 Two | – | – | – | Later. |"


def test_a_run_is_counted_with_its_moment_and_what_was_seen_red(root: Path) -> None:
    ran(root, "2026-11-27T10:00:00.123456")

    assert "| 2026-11-27 09:00, 3 passed | with the lock taken away |" in row(root, 1)
    assert set(json.loads((root / evidence.RUNS).read_text())["tests"]) == {"tests/a/test_one.py"}


def test_what_failed_is_told_and_so_is_what_was_left_out(root: Path) -> None:
    ran(root, "2026-11-27T10:00:00", "<failure/>")
    assert "2 passed, **1 failed**" in row(root, 1)

    ran(root, "2026-11-27T11:00:00", "<skipped/>")
    assert "10:00, 2 passed, 1 skipped" in row(root, 1)


def test_an_older_report_does_not_take_the_place_of_a_newer(root: Path) -> None:
    ran(root, "2026-11-27T11:00:00", "<failure/>", name="fast")
    ran(root, "2026-11-27T10:00:00", name="postgresql")

    assert "10:00, 2 passed, **1 failed**" in row(root, 1)


def test_a_report_that_was_cut_short_counts_for_nothing(root: Path) -> None:
    (root / "var" / "test" / "fast.xml").write_text("<testsuites><testsuite", "utf-8")

    evidence.gather(root)

    assert "**not run**" in row(root, 1)


def test_what_people_wrote_around_the_table_stands(root: Path) -> None:
    made = evidence.page(root)

    assert made.startswith("Before\n")
    assert made.endswith("\nAfter\n")
    assert "old" not in made


def test_a_test_that_says_nothing_was_never_seen_red(root: Path) -> None:
    (root / "tests/a/test_one.py").write_text('"""One thing."""\n', "utf-8")

    assert "| **never** |" in row(root, 1)
