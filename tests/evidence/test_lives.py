"""Check 11: five thousand steps of many people with their drafts break no promise.

On the database that the suite is run on: `make evidence` on SQLite, and with the address of a
server in the environment on PostgreSQL. The promises are those of tests/consultations/lives.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from tests.consultations.lives import Lives, lived

STEPS = 5000


@pytest.mark.django_db
def test_any_lives_of_drafts(figures: dict[str, Any]) -> None:
    lived(steps=STEPS)

    figures["database"] = connection.vendor
    figures["steps"] = Lives.steps.total()
    figures["done"] = dict(sorted(Lives.done.items()))
    assert all(Lives.done[name] for name in Lives.steps)
