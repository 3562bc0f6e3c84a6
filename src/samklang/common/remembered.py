"""What was made before of the same, kept in this process: never what somebody may not see, since
the key is all that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """The last `most` that were made; what came first is forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[Hashable, Made] = {}
        self._forgetting = Lock()

    def of(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made of the key, or make it: `make` needs no more than is in the key."""
        found = self._made.get(key)
        if found is None:
            found = make()
            with self._forgetting:
                self._made[key] = found
                while len(self._made) > self._most:
                    del self._made[next(iter(self._made))]
        return found
