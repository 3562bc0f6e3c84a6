"""What a reader may see of meetings, as conditions of plain statements.

The querysets say it; their SQL is put together once for all with the same seats on the same day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from samklang.common.condition import stated
from samklang.meetings.models import Attachment, Meeting, Minutes
from samklang.organizations.api import Acting, Reader


@dataclass(frozen=True, slots=True)
class Walls:
    """The conditions, on tables that the statement calls `this`, `meeting`, `paper`, `minutes`.

    All but the first two are about what belongs to a meeting that the reader is known to see.
    """

    seen: str
    seen_beside: str
    open_paper: str
    shut_paper: str
    open_minutes: str
    hidden_minutes: str
    said: dict[str, Any] = field(compare=False)


def walls(acting: Acting) -> Walls:
    return _walls(Reader.of(acting))


@lru_cache(maxsize=500)
def _walls(reader: Reader) -> Walls:
    acting = reader.acting
    seen = Meeting.objects.visible_to(acting)
    papers = {"meetings_attachment": "paper", "meetings_meeting": "meeting"}
    minutes = {"meetings_minutes": "minutes", "meetings_meeting": "meeting"}
    said: dict[str, Any] = {}

    def wall(found: QuerySet[Any], key: str, **names: str) -> str:
        where, values = stated(found, key, **names)
        said.update(values)
        return where

    return Walls(
        seen=wall(seen, "seen", meetings_meeting="this"),
        seen_beside=wall(seen, "beside", meetings_meeting="beside"),
        open_paper=wall(Attachment.objects.open_to(acting), "open", **papers),
        shut_paper=wall(Attachment.objects.shut_to(acting), "shut", **papers),
        open_minutes=wall(Minutes.objects.open_to(acting), "read", **minutes),
        hidden_minutes=wall(Minutes.objects.hidden_from(acting), "hidden", **minutes),
        said=said,
    )
