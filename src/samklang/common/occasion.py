"""On what occasion something happens: one request, one job or one command.

Everything written down on the same occasion carries its reference, which is also what an error
page asks the user to tell (ADR 0023).
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

Standing = tuple[int | None, str]


def _as_told(organization_id: int | None) -> Standing:
    return organization_id, ""


@dataclass(slots=True)
class Occasion:
    """`via` says what brought it about; `standing` for whom, and in which role, somebody acts."""

    via: str = ""
    reference: str = field(default_factory=lambda: secrets.token_hex(8))
    standing: Callable[[int | None], Standing] = _as_told


_current: ContextVar[Occasion | None] = ContextVar("occasion", default=None)


def occasion() -> Occasion:
    """Return the present occasion; outside all, each thing is an occasion of its own."""
    return _current.get() or Occasion()


def begin(via: str) -> Occasion:
    """Let everything from here on, in this thread, belong to a new occasion."""
    begun = Occasion(via)
    _current.set(begun)
    return begun


@contextmanager
def taking_place(via: str) -> Iterator[Occasion]:
    begun = Occasion(via)
    token = _current.set(begun)
    try:
        yield begun
    finally:
        _current.reset(token)


class ReferenceFilter(logging.Filter):
    """Puts the reference on every line of the log, so that an error page leads to it."""

    def filter(self, record: logging.LogRecord) -> bool:
        now = _current.get()
        record.reference = now.reference if now else "-"
        return True
