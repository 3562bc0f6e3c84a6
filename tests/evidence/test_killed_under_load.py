"""Check 26: whoever was told that it is saved finds it saved, however often workers are killed.

Control: an acknowledgement that nothing stands behind is found to be lost.
"""

from __future__ import annotations

import random
import time
from typing import Any

from tests.evidence.ledger import Ledger, Writers, compared
from tests.evidence.service import Service
from tests.installation import Installation

EVERYBODY = 10


def test_no_acknowledged_change_is_lost_when_workers_are_killed(
    service: Service, county: Installation, rounds: int, figures: dict[str, Any]
) -> None:
    turn = killed = 0
    with Writers(service.address) as writers:
        while turn < rounds:
            time.sleep(random.uniform(0.2, 1.5))
            # Now and then all at once, so that nobody is left to answer.
            killed_now = service.kill_workers(most=99 if turn % EVERYBODY == 0 else 1)
            turn, killed = turn + bool(killed_now), killed + killed_now
            service.wait()
    service.kill()
    ledger = writers.ledger

    found = compared(ledger, county)

    figures.update(
        check=26,
        rounds=rounds,
        workers_killed=killed,
        server_restarts=service.restarts,
        acknowledged=ledger.acknowledged,
        files=len(ledger.files),
        cut_off=ledger.unanswered,
        lost=len(found.lost),
        twice=len(found.twice),
        spoilt=len(found.spoilt),
    )
    assert found.is_well, found
    assert killed >= rounds
    assert ledger.acknowledged > rounds
    assert ledger.files


def test_a_promise_that_nothing_stands_behind_is_found(county: Installation) -> None:
    found = compared(Ledger(numbers=["PROV aldrig"], files=["0" * 64]), county)

    assert found.lost == ["PROV aldrig", "0" * 64]
