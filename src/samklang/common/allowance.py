"""How much strangers may make us write: so much a minute, and a count of what was left out."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field

MINUTE = 60.0


@dataclass
class Allowance:
    """In each server process its own: it guards the disk, not the door."""

    per_minute: int
    left_out: int = 0
    _taken: deque[float] = field(default_factory=deque)

    def take(self, now: float | None = None) -> bool:
        """Take one of this minute's, or count it as left out."""
        now = time.monotonic() if now is None else now
        while self._taken and self._taken[0] <= now - MINUTE:
            self._taken.popleft()
        if len(self._taken) >= self.per_minute:
            self.left_out += 1
            return False
        self._taken.append(now)
        return True

    def forget(self) -> int:
        """Return how many were left out since the last one that was written."""
        left_out, self.left_out = self.left_out, 0
        return left_out


class Allowances:
    """One for each of those who ask, in each server process for itself."""

    MOST = 1000

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._each: OrderedDict[int, Allowance] = OrderedDict()

    def may(self, key: int) -> bool:
        """Take one of this minute’s, or refuse it."""
        own = self._each.setdefault(key, Allowance(self._per_minute))
        self._each.move_to_end(key)
        if len(self._each) > self.MOST:
            self._each.popitem(last=False)
        return own.take()

    def forget(self) -> None:
        """Begin to count anew."""
        self._each.clear()
