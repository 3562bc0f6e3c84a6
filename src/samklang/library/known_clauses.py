"""A clause as somebody writes it or a pack tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.library.models import Area


@dataclass(frozen=True, slots=True)
class WrittenClause:
    """All that a coordinator says of a clause at once; `source` is where the wording is from."""

    heading: str
    body: str
    purpose: str
    areas: tuple[Area, ...]
    from_date: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class KnownVersion:
    from_date: date
    heading: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownClause:
    """A clause of a pack; its versions come in the order in which they were decided."""

    code: str
    purpose: str
    areas: tuple[str, ...]
    versions: tuple[KnownVersion, ...]
