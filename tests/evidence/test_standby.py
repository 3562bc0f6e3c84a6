"""Check 34: replication is cut, the primary killed, the standby promoted: nothing promised is lost.

Control: the same with asynchronous replication, and promises are lost.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import postgres_pair
from scripts.postgres_pair import Pair
from scripts.with_postgres import can_run
from tests.evidence.ledger import Found, Ledger, Writers, compared
from tests.evidence.service import GONE, Service, Visitor
from tests.installation import Installation

pytestmark = pytest.mark.skipif(bool(can_run()), reason=f"Left out: {can_run()}.")
CUT_SECONDS = 4.0
BACK_WITHIN = 30.0


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the borrowed user may go too, which the tests' own folders are not."""
    made = Path(tempfile.mkdtemp(prefix="samklang-pair-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def pair(folder: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    made = Pair.start(folder / "servers", synchronous=request.param == "synchronous")
    yield made
    made.stop()


@pytest.fixture
def county(pair: Pair, tmp_path: Path, static: Path) -> Installation:
    made = Installation(tmp_path / "county", pair.address, {"SAMKLANG_DEMO": "1"})
    made.fill()
    (made.folder / "static").symlink_to(static)
    return made


def failed_over(pair: Pair, service: Service) -> tuple[Ledger, float]:
    """Write; cut replication; kill the primary; promote; return the promises and the pause."""
    with Writers(service.address) as writers:
        time.sleep(8)
        receiver = pair.standby.receiver()
        os.kill(receiver, signal.SIGSTOP)
        time.sleep(CUT_SECONDS)
        pair.primary.kill()
        dead = time.monotonic()
    # Told to end while it is held still, it takes in nothing more when it is let go.
    pair.standby.promote()
    time.sleep(0.5)
    os.kill(receiver, signal.SIGCONT)
    postgres_pair.wait_for(pair.standby.is_primary)
    return writers.ledger, back_after(service, dead)


def back_after(service: Service, dead: float) -> float:
    """Return how long it took until somebody could save again, the server not restarted."""
    while time.monotonic() < dead + 120:
        try:
            visitor = Visitor(service.address).sign_in()
            path = "/avtal/1/diarienummer/"
            if visitor.post(path, {**visitor.get(path).form, "number": "PROV åter"}).status == 302:
                return time.monotonic() - dead
        except (*GONE, AssertionError, KeyError):
            time.sleep(0.2)
    raise AssertionError("Nobody could save again.")


def shown(pair: Pair, county: Installation) -> tuple[Ledger, Found, float]:
    with Service(county) as service:
        ledger, seconds = failed_over(pair, service)
    return ledger, compared(ledger, county), seconds


@pytest.mark.parametrize("pair", ["synchronous"], indirect=True)
def test_with_a_synchronous_standby_nothing_promised_is_lost(
    pair: Pair, county: Installation, figures: dict[str, Any]
) -> None:
    ledger, found, seconds = shown(pair, county)

    figures.update(
        check=34,
        acknowledged=ledger.acknowledged,
        lost=len(found.lost),
        back_after_seconds=round(seconds, 1),
    )
    assert ledger.acknowledged
    assert found.is_well, found
    assert seconds < BACK_WITHIN


@pytest.mark.parametrize("pair", ["asynchronous"], indirect=True)
def test_with_an_asynchronous_standby_promises_are_lost(
    pair: Pair, county: Installation, figures: dict[str, Any]
) -> None:
    ledger, found, _seconds = shown(pair, county)

    figures.update(check=34, acknowledged=ledger.acknowledged, lost=len(found.lost))
    assert found.lost
    assert not found.twice
