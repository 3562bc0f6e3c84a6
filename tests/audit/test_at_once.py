"""Entries that are written at once come one after the other, and the chain holds.

On PostgreSQL; tests/evidence does it with whole servers on both.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samklang.agreements.models import Agreement
from samklang.audit.api import Entry, record, record_faults
from tests import cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

WRITERS, EACH = 4, 25


def test_writers_wait_for_each_other_and_the_chain_holds() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("Left out: SQLite in memory has one writer; see tests/evidence.")
    agreement = cast.agreement()
    ready = Barrier(WRITERS)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda _n: write(agreement, ready), range(WRITERS)))

    assert list(record_faults()) == []
    assert Entry.objects.count() == WRITERS * EACH


def write(agreement: Agreement, ready: Barrier) -> None:
    ready.wait()
    try:
        for step in range(EACH):
            record("agreement.edited", agreement, by=None, step=step)
    finally:
        connection.close()
