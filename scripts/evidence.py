"""Gathers what the last runs showed and writes the table of checks into docs/evidence.md.

    python scripts/evidence.py [--page]

Which tests show which check stands in docs/evidence.toml. The runs' own reports (var/test/*.xml)
and figures (var/evidence/*.json) are gathered into docs/evidence.json, the newest of each; with
--page nothing is gathered. A check that no run has shown says so: nothing is green by silence.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs", "evidence.md")
LISTED, RUNS = Path("docs", "evidence.toml"), Path("docs", "evidence.json")
BEGIN, END = "<!-- made by scripts/evidence.py -->", "<!-- made until here -->"
_RED = re.compile(r"((?:[Ss]een red|Controls?:).*?)(?:\n\n|\Z)", re.DOTALL)
_LONGEST = 160
Run = dict[str, Any]


def checks(root: Path = ROOT) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((root / LISTED).read_text("utf-8"))["check"]
    return found


def runs(root: Path = ROOT) -> dict[str, dict[str, Run]]:
    path = root / RUNS
    empty: dict[str, dict[str, Run]] = {"tests": {}, "figures": {}}
    return {**empty, **(json.loads(path.read_text("utf-8")) if path.exists() else {})}


def gather(root: Path = ROOT) -> None:
    """Put each test file's newest run, and each figure, beside those that are known."""
    known, wanted = runs(root), {test for one in checks(root) for test in one["tests"]}
    for report in sorted((root / "var" / "test").glob("*.xml")):
        for test, run in _of_report(report).items():
            older = known["tests"].get(test)
            if test in wanted and (older is None or older["when"] <= run["when"]):
                known["tests"][test] = run
    for figure in sorted((root / "var" / "evidence").glob("*.json")):
        known["figures"][figure.stem] = json.loads(figure.read_text("utf-8"))
    text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
    (root / RUNS).write_text(text + "\n", "utf-8")


def _of_report(report: Path) -> dict[str, Run]:
    """Count a JUnit report by test file; one that was cut short counts for nothing."""
    try:
        suite = next(ET.parse(report).getroot().iter("testsuite"))  # noqa: S314  # our own
        begun = datetime.fromisoformat(suite.get("timestamp", ""))
    except (ET.ParseError, StopIteration, ValueError):
        return {}
    when = begun.astimezone(UTC).isoformat(timespec="seconds")
    found: dict[str, Run] = {}
    for case in suite.iter("testcase"):
        test = _file_of(case.get("classname", ""))
        new = {"when": when, "passed": 0, "failed": 0, "skipped": 0}
        found.setdefault(test, new)[_outcome(case)] += 1
    return found


def _file_of(classname: str) -> str:
    """A test in a class is its file's: tests.audit.test_x or tests.audit.test_x.TestY."""
    parts = classname.split(".")
    last = next((n for n, part in enumerate(parts) if part.startswith("test_")), len(parts) - 1)
    return "/".join(parts[: last + 1]) + ".py"


def _outcome(case: ET.Element) -> str:
    words = {child.tag for child in case}
    if words & {"failure", "error"}:
        return "failed"
    return "skipped" if "skipped" in words else "passed"


def red(test: str, root: Path = ROOT) -> str:
    """Return what a test's header says was broken to see it red, in one line."""
    header = ast.get_docstring(ast.parse((root / test).read_text("utf-8"))) or ""
    found = _RED.search(header)
    return " ".join(found[1].split()) if found else ""


def table(root: Path = ROOT) -> str:
    lines = [
        "| Check | Shown by | Last run (UTC) | Seen red with | Not shown |",
        "|---|---|---|---|---|",
    ]
    known = runs(root)
    lines += [_row(one, known, root) for one in checks(root)]
    return "\n".join(lines)


def _row(check: dict[str, Any], known: dict[str, dict[str, Run]], root: Path) -> str:
    tests = check["tests"]
    shown = ", ".join(f"`{test.removeprefix('tests/').removesuffix('.py')}`" for test in tests)
    reds = check.get("red") or "; ".join(filter(None, (_short(red(test, root)) for test in tests)))
    cells = [
        f"{check['number']} {check['name']}",
        shown or "–",
        _last(tests, known["tests"]) if tests else "–",
        reds or ("**never**" if tests else "–"),
        check.get("not_shown", "") or ("" if tests else "**nothing**"),
    ]
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _short(text: str) -> str:
    said = re.sub(r"^(?:[Ss]een red|Controls?):?\s*", "", text).rstrip(".")
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _last(tests: list[str], known: dict[str, Run]) -> str:
    """Tell the oldest of the tests' last runs: no younger one makes it look fresher."""
    missing = [test for test in tests if test not in known]
    if missing:
        return f"**not run**: {', '.join(Path(one).stem for one in missing)}"
    found = [known[test] for test in tests]
    when = datetime.fromisoformat(min(run["when"] for run in found))
    told = [f"{when:%Y-%m-%d %H:%M}", f"{sum(run['passed'] for run in found)} passed"]
    for word in ("failed", "skipped"):
        count = sum(run[word] for run in found)
        told += [f"**{count} {word}**" if word == "failed" else f"{count} {word}"] if count else []
    return ", ".join(told)


def page(root: Path = ROOT) -> str:
    """Return the page with its table made anew; what people wrote around it stands."""
    before, rest = (root / PAGE).read_text("utf-8").split(BEGIN)
    return f"{before}{BEGIN}\n\n{table(root)}\n\n{END}{rest.split(END)[1]}"


def main(root: Path = ROOT) -> None:
    if "--page" not in sys.argv:
        gather(root)
    (root / PAGE).write_text(page(root), "utf-8")


if __name__ == "__main__":
    main()
