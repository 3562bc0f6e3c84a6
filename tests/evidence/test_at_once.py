"""Check 25: twenty who read and then write at once, fifty times each: nobody fails, all is counted.

Control: with deferred transactions, as Django does by default, most of them fail.
"""

from __future__ import annotations

import json
from typing import Any

from tests.installation import Installation

AT_ONCE = """
import json, threading
from django.db import DatabaseError, connection, transaction
from samklang.agreements.models import Agreement
from samklang.audit.api import record, record_faults
MODE, WRITERS, EACH = {mode!r}, 20, 50
failed, ready = [], threading.Barrier(WRITERS)
def write():
    connection.ensure_connection()
    connection.transaction_mode = MODE
    ready.wait()
    for _ in range(EACH):
        try:
            with transaction.atomic():
                found = Agreement.objects.get(pk=1)
                found.version += 1
                found.save(update_fields=["version"])
                record("agreement.edited", found, by=None)
        except DatabaseError as error:
            failed.append(str(error))
    connection.close()
before = Agreement.objects.get(pk=1).version
threads = [threading.Thread(target=write) for _ in range(WRITERS)]
[one.start() for one in threads]; [one.join() for one in threads]
print(json.dumps(dict(
    failed=len(failed), counted=Agreement.objects.get(pk=1).version - before,
    faults=list(record_faults()))))
"""


def written(county: Installation, mode: str | None) -> dict[str, Any]:
    told = county.done("shell", "-v0", "-c", AT_ONCE.format(mode=mode))
    found: dict[str, Any] = json.loads(told)
    return found


def test_writers_wait_for_their_turn_and_none_fails(
    county: Installation, figures: dict[str, Any]
) -> None:
    found = written(county, "IMMEDIATE")
    control = written(county, None)

    figures.update(check=25, **found, failed_in_control=control["failed"])
    assert found == {"failed": 0, "counted": 1000, "faults": []}
    assert control["failed"] > 0
