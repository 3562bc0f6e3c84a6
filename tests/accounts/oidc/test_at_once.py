"""Somebody whose first sign-in reaches us several times at once gets one account, and no fault.

On PostgreSQL, where two can write at once. Seen red: with admit not looking again.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samklang.accounts.actions import admit
from samklang.accounts.models import Identity, User
from samklang.accounts.oidc.claims import Claims
from samklang.accounts.oidc.providers import Provider
from tests import cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

VISITS, ROUNDS = 4, 10


def test_one_account_each_however_many_come_at_once() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("Left out: SQLite in memory has one writer.")
    cast.organization("lund")

    with ThreadPoolExecutor(VISITS) as pool:
        for number in range(ROUNDS):
            ready = Barrier(VISITS)
            came = pool.map(come, [number] * VISITS, [ready] * VISITS)
            assert len(set(came)) == 1

    assert User.objects.count() == Identity.objects.count() == ROUNDS


def come(number: int, ready: Barrier) -> int:
    claims = Claims(subject=f"anna-{number}", name="Anna Berg", email="", strong=False)
    ready.wait()
    try:
        return admit(_PROVIDER, claims).pk
    finally:
        connection.close()


_PROVIDER = Provider(
    slug="mora",
    name="Mora kommun",
    issuer="https://id.example",
    client_id="samklang",
    client_secret="",
    assurance=("high",),
    strong=(),
    county="nordmark",
    organization="lund",
    hosts=(),
)
