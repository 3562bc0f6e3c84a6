"""How an entry is put last in the record, under a lock, and sealed."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from samklang.audit.models import Entry
from samklang.audit.sealing import FIRST, SEALED, current_key, key_mark, seal
from samklang.common.occasion import occasion

# Any number will do that nobody else in the database uses for an advisory lock.
_LOCK = 7_311_965
_LAST = "SELECT number, seal FROM audit_entry ORDER BY number DESC LIMIT 1"


@transaction.atomic
def append(*, details: dict[str, Any], **said: Any) -> Entry:
    """Write the entry after the last one; others wait until the caller's transaction is over."""
    # What is sealed must be what is read back: a tuple becomes a list, a date is refused.
    details = json.loads(json.dumps(details))
    number, before = _last()
    now = occasion()
    entry = Entry(
        number=number + 1,
        happened_at=timezone.now(),
        via=now.via,
        reference=now.reference,
        details=details,
        **said,
    )
    key = current_key()
    entry.key_mark = key_mark(key)
    entry.seal = seal({name: getattr(entry, name) for name in SEALED}, before=before, key=key)
    entry.save(force_insert=True)
    return entry


def hold() -> None:
    """Keep others from writing an entry until the caller's transaction is over.

    SQLite's transactions are IMMEDIATE, so this one is already the only one that writes.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _last() -> tuple[int, str]:
    """Return the last entry's number and seal, after which nobody else comes."""
    hold()
    with connection.cursor() as cursor:
        cursor.execute(_LAST)
        row = cursor.fetchone()
    return (int(row[0]), str(row[1])) if row else (0, FIRST)
