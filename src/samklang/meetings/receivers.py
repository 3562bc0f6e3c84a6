"""What meetings offers to contexts below it, and does around a migration."""

from __future__ import annotations

from typing import Any

from django.db import connections

from samklang.decisions.api import originate
from samklang.meetings import guarding
from samklang.meetings.body_flags import not_met
from samklang.meetings.body_waiting import sent_on
from samklang.meetings.origins import Clauses
from samklang.organizations.api import register_flags, register_waiting

originate(Clauses())
register_flags(not_met)
register_waiting(sent_on)


def step_aside(*, using: str, **_: Any) -> None:
    """Before a migration: it may remake the tables that are guarded."""
    guarding.take_guards_away(connections[using])


def come_back(*, using: str, **_: Any) -> None:
    guarding.put_guards(connections[using])
