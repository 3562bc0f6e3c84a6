"""Notices what a request has written, and tells it from the note that somebody was refused."""

from __future__ import annotations

from typing import Any

from samklang.audit.models import Entry
from samklang.audit.queries import REFUSALS
from tests.stored import models_of_ours, stored

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# What cannot write: all else is taken for writing until the rows have been looked at.
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")
# Django's own tables for sessions, and the note of when somebody last signed in.
NOT_OURS = ("django_session", '"accounts_user" SET "last_login"')
REFUSAL = 'INSERT INTO "audit_entry"'
# Accounts are about one person and no county: their tests are in tests/accounts and tests/persons.
OF_A_PERSON = (
    *("accounts:", "persons:", "account_", "mfa_", "set_language"),
    *("meetings:feed", "meetings:end_feed", "decisions:feed", "decisions:end_feed"),
)
# The sentences that tell who read what is not decided; they change nothing of the county's.
READING = ("draft.read", "paper.read", "pack.read")
ASIDE = (*REFUSALS, *READING)


class Writing:
    """Sees whether anything may have been written but that somebody was refused."""

    is_seen = False

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        is_plain = sql.lstrip().startswith((*READS, REFUSAL))
        self.is_seen |= not (is_plain or any(one in sql for one in NOT_OURS))
        return execute(sql, *rest)


def is_ours(statement: str) -> bool:
    return statement.lstrip().startswith(WRITES) and not any(one in statement for one in NOT_OURS)


def rows() -> dict[str, list[object]]:
    """Return every stored row of ours, so that any change of any of them shows.

    That somebody was refused is written down, and changes nothing else.
    """
    found: dict[str, list[object]] = {
        model._meta.label: list(stored(model)) for model in models_of_ours() if model is not Entry
    }
    return {**found, "entries": [one for one in stored(Entry) if one["verb"] not in ASIDE]}
