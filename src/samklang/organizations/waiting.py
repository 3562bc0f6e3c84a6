"""What contexts above say waits for a body to take up: organizations know nothing of decisions.

A source is asked for the one body of a page, and answers as its reader may know it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from samklang.organizations.acting import Acting
from samklang.organizations.models import Body


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits, where it is read, and how far it has come."""

    name: str
    url: str
    note: str


Source = Callable[[Acting, Body, date], Sequence[Waiting]]

_SOURCES: list[Source] = []


def register_waiting(source: Source) -> None:
    """Let the page of a body show what the source says is waiting for it."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def waiting(acting: Acting, body: Body, *, on: date) -> list[Waiting]:
    return [one for source in _SOURCES for one in source(acting, body, on)]
