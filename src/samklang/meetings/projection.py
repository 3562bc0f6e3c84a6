"""One item of a meeting as the room sees it, and the way to those before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from samklang.meetings.proceedings import ItemTold, Proceedings


@dataclass(frozen=True, slots=True)
class Projection:
    """An item in its place. It is made of what the papers say: no hidden attachment is on a wall.

    What the minutes say in their own words is left to whoever writes them.
    """

    item: ItemTold
    previous: ItemTold | None
    next: ItemTold | None
    place: int
    count: int

    @classmethod
    def of(cls, told: Proceedings, pk: int) -> Self | None:
        """Return the item, or none where there is no such one; a heading has nothing to show."""
        steps = [one for one in told.items if not one.is_heading]
        pks = [one.pk for one in steps]
        if pk not in pks:
            return None
        at = pks.index(pk)
        around = (None, *steps, None)
        return cls(steps[at], around[at], around[at + 2], at + 1, len(steps))
