"""How the secret of a link is kept: as its hash, so that a copy of the database opens nothing."""

from __future__ import annotations

import hashlib


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
