"""How the record is sealed, so that whoever changes it afterwards is found out.

The threat: somebody who can write in the database (an operator, a stolen database password, a
restored and edited backup) and wants a line changed, taken out, put in or moved. Triggers in the
database stop mistakes; they do not stop somebody who may remove triggers. So each entry carries a
seal: the HMAC-SHA-256, under a key that the database never sees, of what it says and of the seal
before it. Without the key no seal can be made, and each seal vouches for all before it.

What a chain cannot show is that its end was cut off. That takes a checkpoint kept elsewhere:
`samklang checkpoint` writes the newest number and seal to a file and by mail, and `samklang verify`
asks the record for them (docs/topics/audit.md).

The key: SAMKLANG_AUDIT_KEY, its own and never SAMKLANG_SECRET_KEY, since the latter is changed
when a session may have leaked and is known to more people. It lies where the application can read
it and the database server cannot, and in the safe with the checkpoints: a record whose key is lost
can be read but no longer vouched for. When it must be changed, the old one moves to
SAMKLANG_AUDIT_OLD_KEYS; each entry carries its key's mark, and an old key that turns up after a
newer one is a fault. Whoever holds both the key and the database can forge the record from any
point on; only the checkpoints kept elsewhere then tell.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.conf import settings

FIRST = ""
SEALED = (
    "number",
    "happened_at",
    "actor_id",
    "organization_id",
    "partnership_id",
    "role",
    "via",
    "reference",
    "verb",
    "target_kind",
    "target_id",
    "after",
    "details",
)


def seal(said: Mapping[str, Any], *, before: str, key: str) -> str:
    """Return the seal of what an entry says, after the entry with the seal `before`."""
    words = [before, *(_plain(said[name]) for name in SEALED)]
    written = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(key.encode(), written.encode(), sha256).hexdigest()


def key_mark(key: str) -> str:
    """Name a key without telling it."""
    return hmac.new(key.encode(), b"samklang audit key", sha256).hexdigest()[:12]


def current_key() -> str:
    return str(settings.SAMKLANG_AUDIT_KEY)


def known_keys() -> dict[str, str]:
    """Return the keys by their marks, the oldest first."""
    keys = [*settings.SAMKLANG_AUDIT_OLD_KEYS, current_key()]
    return {key_mark(key): key for key in keys}


def pseudonym(text: str) -> str:
    """Let the same text be known again without being told: what somebody typed as their name."""
    return hmac.new(current_key().encode(), b"name:" + text.encode(), sha256).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """Return the value as both databases give it back: a whole number is a whole number."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
