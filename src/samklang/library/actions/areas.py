"""How a county's areas are put in place from its pack."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from samklang.common.rows import put_row
from samklang.library.models import Area, Provision


def put_area(
    partnership_id: int,
    code: str,
    *,
    basis: Collection[Provision] = (),
    touched_by: Collection[Provision] = (),
    **values: Any,
) -> tuple[Area, bool]:
    """Put the area there, with the provisions that it rests on and those that touch it."""
    key = {"partnership_id": partnership_id, "code": code}
    area, changed = put_row(Area.objects.all(), key=key, values=values)
    for there, wanted in ((area.basis, basis), (area.touched_by, touched_by)):
        if set(there.all()) != set(wanted):
            there.set(wanted)
            changed = True
    return area, changed
