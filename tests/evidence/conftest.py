"""What the evidence stands on: whole installations, and figures kept for docs/evidence.md."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.service import Service
from tests.installation import ROOT, Installation, installation

FIGURES = ROOT / "var" / "evidence"
PASSED = pytest.StashKey[bool]()
HERE = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rounds", type=int, default=3, help="how many times servers are killed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.evidence)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--rounds"))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """What a test found out; kept when it passes, with the day and the seconds it took."""
    told: dict[str, Any] = {}
    begun = time.monotonic()
    yield told
    if not request.node.stash.get(PASSED, False):
        return
    told["seconds"] = round(time.monotonic() - begun, 1)
    told["when"] = datetime.now(UTC).isoformat(timespec="seconds")
    FIGURES.mkdir(parents=True, exist_ok=True)
    name = request.node.name.removeprefix("test_")
    written = json.dumps(told, ensure_ascii=False, indent=1)
    (FIGURES / f"{name}.json").write_text(written + "\n", "utf-8")
    print(f"\n{name}: {written}")  # noqa: T201  # what make evidence is run for


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files, collected once."""
    made = installation(tmp_path_factory.mktemp("static"))
    (made.folder / "vendor").symlink_to(ROOT / "var" / "vendor")
    made.done("collectstatic", "--noinput", "-v0")
    return made.folder / "static"


@pytest.fixture
def county(tmp_path: Path, static: Path) -> Installation:
    """The demo county on SQLite in a folder of its own."""
    made = demo_county(tmp_path / "county")
    (made.folder / "static").symlink_to(static)
    return made


def demo_county(folder: Path, server: str = "") -> Installation:
    made = installation(folder, server)
    made.settings["SAMKLANG_DEMO"] = "1"
    return made.fill()


@pytest.fixture
def service(county: Installation) -> Iterator[Service]:
    with Service(county) as running:
        yield running
