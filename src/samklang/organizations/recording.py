"""What somebody says of a body, as its forms hand it to the actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Described:
    """What a body is called and what it is for."""

    name: str
    short_name: str
    level: str
    kind: str
    organization_id: int | None
    purpose: str


@dataclass(frozen=True, slots=True)
class Started:
    """From which day a body is there, by which decision, and whom it answers to."""

    from_date: date | None
    from_decision: str
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class Chartered:
    """An assignment or a mandate, with the kinds of decision that the mandate covers."""

    title: str
    text: str
    powers: tuple[str, ...]
    given_by_body_id: int | None
    given_by_organization_id: int | None
    from_date: date | None
    until_date: date | None
    diary_number: str
    source: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Who sits in a body, on whose behalf; nobody, while the place is vacant."""

    kind: str
    person: str
    title: str
    email: str
    organization_id: int | None
    share: int | None
    from_date: date | None
    until_date: date | None
