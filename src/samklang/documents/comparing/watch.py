"""How long a comparison may take."""

from __future__ import annotations

from collections.abc import Callable


class Watch:
    """A limit of time; when it has run out once it stays so."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self._is_over = False

    @property
    def is_over(self) -> bool:
        self._is_over = self._is_over or self._clock() > self._end
        return self._is_over
