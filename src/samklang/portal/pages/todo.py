"""What waits for a person: all of it on a page of its own, the nearest on the first page."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.decisions.api import HomeTask, home_tasks
from samklang.organizations.api import Acting

# As many as the first page has room for above the county.
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Todo:
    """The tasks that are shown, of how many, and how many of all are late."""

    tasks: tuple[HomeTask, ...]
    count: int
    late_count: int

    @property
    def has_more(self) -> bool:
        return self.count > len(self.tasks)


def todo(acting: Acting, *, most: int | None = None) -> Todo:
    """Return what waits, what is to be done first first."""
    found = home_tasks(acting)
    return Todo(tuple(found[:most]), len(found), sum(one.is_late for one in found))


def nearest(acting: Acting) -> Todo:
    return todo(acting, most=_NEAREST)
