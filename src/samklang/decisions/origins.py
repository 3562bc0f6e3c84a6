"""Where a decision comes from: a context that has the words of one registers its kind here.

The pages of decisions know nothing of meetings. They ask the kind what stands there to be recorded,
let it point to the decision in the decision's own transaction, and ask it for the way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from samklang.decisions.models import Decision
from samklang.organizations.api import Acting, Deciding


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause as it stands where it comes from, with whose it is; none of a body not yet said.

    `is_fixed` says that the words are minuted: they are mended there, and not while recording.
    """

    wording: str
    body_id: int | None = None
    on: date | None = None
    paragraph: str = ""
    source: str = ""
    deciding: str = Deciding.OTHER
    standard: bool = False
    is_fixed: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds what a decision comes from."""

    name: str
    url: str


class Origin(Protocol):
    """How a context offers what it has as something to record."""

    @property
    def name(self) -> str: ...

    def stated(self, key: int, *, by: Acting) -> Stated | None:
        """Return what stands there, unless it is recorded already or is hidden from the user."""

    def link(self, key: int, decision: Decision, *, by: Acting) -> None:
        """Point to the decision; raise MoveNotAllowed if it is recorded by now."""

    def places(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        """Return where the decision comes from, as the user may know it."""

    def ahead(self, decision: Decision, *, by: Acting) -> tuple[Place, ...]:
        """Return where what was sent on is taken up, as the user may know it."""


_ORIGINS: dict[str, Origin] = {}


def originate(origin: Origin) -> None:
    """Let decisions come from there."""
    _ORIGINS[origin.name] = origin


def stated(written: str, *, by: Acting) -> Stated | None:
    """Return what stands at “clause-12”, if there is such a thing for the user."""
    name, key = _parted(written)
    return _ORIGINS[name].stated(key, by=by) if name in _ORIGINS else None


def link(written: str, decision: Decision, *, by: Acting) -> None:
    name, key = _parted(written)
    if name in _ORIGINS:
        _ORIGINS[name].link(key, decision, by=by)


def places(decision: Decision, *, by: Acting) -> list[Place]:
    return [one for origin in _ORIGINS.values() for one in origin.places(decision, by=by)]


def ahead(decision: Decision, *, by: Acting) -> list[Place]:
    return [one for origin in _ORIGINS.values() for one in origin.ahead(decision, by=by)]


def _parted(written: str) -> tuple[str, int]:
    name, _dash, key = written.partition("-")
    return (name, int(key)) if key.isdecimal() and len(key) < len("1000000000") else ("", 0)
