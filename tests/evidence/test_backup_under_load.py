"""Check 35: a backup taken while people write comes back equal, with all promised before it.

Control: what was promised after the backup began need not be there, and some of it is not.
"""

from __future__ import annotations

import time
from copy import deepcopy
from pathlib import Path
from typing import Any

from samklang.setup.backups.manifest import read
from tests.evidence.ledger import Writers, compared
from tests.evidence.service import Service
from tests.installation import Installation, installation


def test_a_backup_under_load_comes_back_equal(
    service: Service, county: Installation, tmp_path: Path, figures: dict[str, Any]
) -> None:
    folder = tmp_path / "backup"
    with Writers(service.address) as writers:
        time.sleep(8)
        before = deepcopy(writers.ledger)
        county.done("backup", str(folder))
        during = writers.ledger.acknowledged - before.acknowledged
        time.sleep(3)
    elsewhere = installation(tmp_path / "elsewhere")
    begun = time.monotonic()
    elsewhere.done("restore", str(folder))
    seconds = time.monotonic() - begun

    figures.update(
        check=35,
        promised_before=before.acknowledged,
        promised_during=during,
        backup_seconds=read(folder).seconds,
        restore_seconds=round(seconds, 1),
        megabytes=round(read(folder).size / 1e6, 1),
    )
    assert before.acknowledged
    assert before.files
    assert during
    assert compared(before, elsewhere).is_well
    assert compared(writers.ledger, elsewhere).lost
    assert "Everything is whole" in elsewhere.done("verify")
