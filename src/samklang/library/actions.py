"""How a county's areas are put in place from its pack."""

from __future__ import annotations

from typing import Any

from samklang.common.rows import put_row
from samklang.library.models import Area


def put_area(partnership_id: int, code: str, **values: Any) -> tuple[Area, bool]:
    key = {"partnership_id": partnership_id, "code": code}
    return put_row(Area.objects.all(), key=key, values=values)
