"""The text that minutes are locked as: anybody can make it anew and compare its hash."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from samklang.meetings.models import AgendaItem, Meeting

_HEAD = ("date", "start_time", "end_time", "place", "chair", "secretary")
_ITEM = ("number", "letter", "title", "text", "outcome")
_ROWS = {
    "presenters": ("name", "title", "organization_name"),
    "clauses": ("proposed", "wording", "is_standard"),
    "personal_notes": ("kind", "person", "text"),
}
_ATTENDANCE = ("name", "organization_name", "presence")


def sealed_text(meeting: Meeting) -> str:
    """Return all that the minutes state, in one order and one way of writing."""
    items = meeting.items.prefetch_related(*_ROWS)
    there = meeting.attendances.select_related("organization")
    said = {
        "meeting": meeting.pk,
        "body": meeting.body.code,
        **_fields(meeting, _HEAD),
        "attendances": [
            {
                **_fields(one, _ATTENDANCE),
                "organization": one.organization and one.organization.code,
            }
            for one in there
        ],
        "items": [_item(one) for one in items],
    }
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True, default=str)


def fingerprint(meeting: Meeting) -> str:
    return sha256(sealed_text(meeting).encode()).hexdigest()


def _item(item: AgendaItem) -> dict[str, Any]:
    rows = {
        name: [_fields(one, names) for one in getattr(item, name).all()]
        for name, names in _ROWS.items()
    }
    return {**_fields(item, _ITEM), **rows}


def _fields(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
