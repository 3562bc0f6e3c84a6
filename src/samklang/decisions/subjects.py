"""What decisions are about: a context that has such things registers their kind here.

The pages of decisions know nothing of agreements. “agreement-12” asks the kind for the name and
the address of the thing, and for which decisions have touched it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that decisions are about, as its reader may know it."""

    name: str
    url: str
    decision_ids: frozenset[int]


class SubjectKind(Protocol):
    @property
    def name(self) -> str: ...

    def subject(self, key: int, *, by: Acting) -> Subject | None:
        """Return the thing, unless it is hidden from the user."""


_KINDS: dict[str, SubjectKind] = {}


def register_subjects(kind: SubjectKind) -> None:
    """Let the register be asked what was decided about things of the kind."""
    _KINDS[kind.name] = kind


def subject(written: str, *, by: Acting) -> Subject | None:
    """Return what “agreement-12” is, if there is such a thing for the user."""
    name, _dash, key = written.partition("-")
    if name not in _KINDS or not (key.isascii() and key.isdecimal()) or len(key) > len("999999999"):
        return None
    return _KINDS[name].subject(int(key), by=by)
