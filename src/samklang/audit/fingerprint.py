"""What a row says, as one number: how an entry remembers what its object looked like after it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db.models import Field, Model


def fingerprint(row: Model) -> str:
    """Return a mark of which columns there are, and the SHA-256 of what they hold.

    The same before a row is saved as once it is read back.
    """
    told = {field.attname: _told(row, field) for field in row._meta.concrete_fields}
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return f"{shape(row._meta.model)}-{sha256(written.encode()).hexdigest()}"


def shape(model: type[Model]) -> str:
    """Name the set of columns: after a release has changed it, fingerprints do not compare."""
    columns = " ".join(sorted(field.attname for field in model._meta.concrete_fields))
    return sha256(columns.encode()).hexdigest()[:8]


def _told(row: Model, field: Field[Any, Any]) -> Any:
    value = getattr(row, field.attname)
    if hasattr(value, "resolve_expression"):
        return str(value)  # what the database will work out
    if field.is_relation:
        return value
    value = field.to_python(value)
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
