"""What somebody writes of a meeting, before it is saved: in a form, or confirmed from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from samklang.meetings.models import Matter, Presence


@dataclass(frozen=True, slots=True)
class PresenterWords:
    """Who presents, as it is written on one line: name, title, organization."""

    name: str
    title: str = ""
    organization_name: str = ""

    @classmethod
    def read(cls, line: str) -> PresenterWords:
        """Divide a line at its commas; whatever comes after the title is where they come from."""
        name, _comma, rest = line.strip(" ,").partition(", ")
        title, _comma, organization = rest.partition(", ")
        return cls(name[:200], title[:200], organization[:200])


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What an item says; `matter` is none for a new one, or for what has none."""

    title: str
    kinds: tuple[str, ...] = ()
    presenters: tuple[PresenterWords, ...] = ()
    is_standing: bool = False
    matter: Matter | None = None
    # None where the form does not ask, since the minutes are begun.
    proposals: tuple[str, ...] | None = None
    # How long it is planned to take.
    minutes: int | None = None
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A row of what was decided: without `pk` a new one, without `wording` one not adopted."""

    wording: str
    is_standard: bool = False
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Who did not agree or stood aside, and with what."""

    kind: str
    person: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What the minutes say of an item."""

    text: str = ""
    outcome: str = ""
    clauses: tuple[ClauseWords, ...] = ()
    persons: tuple[PersonWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where a meeting is, and who leads it."""

    date: date | None
    start_time: time | None = None
    end_time: time | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""

    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item as a person has confirmed it from a file."""

    number: int | None
    letter: str
    words: ItemWords
    attachments: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    # An item that others have their letters under.
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """Somebody who was there, as a person has confirmed it."""

    name: str
    organization_id: int | None = None
    organization_name: str = ""
    presence: str = Presence.PRESENT


@dataclass(frozen=True, slots=True)
class ReadMeeting:
    """A meeting as a person has confirmed it from a file, and nothing else."""

    partnership_id: int
    keeper_id: int
    body_id: int
    file_id: int | None
    plan: Plan
    is_held: bool
    people: tuple[ReadPerson, ...] = ()
    items: tuple[ReadItem, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownClause:
    """A clause of an invented meeting: as it was proposed, and as it was adopted if it was."""

    proposed: str
    wording: str
    is_standard: bool = False


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of an invented meeting, with what was said of it."""

    row: ReadItem
    text: str = ""
    outcome: str = ""
    clauses: tuple[KnownClause, ...] = ()
    # Whether it leads to the notes of the meeting before.
    is_previous_notes: bool = False


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting that is invented; what is said of it beside what a file could tell."""

    facts: ReadMeeting
    items: tuple[KnownItem, ...]
    is_sent_out: bool
    is_announced: bool = False
    # The name of the series that it belongs to.
    series: str = ""


@dataclass(frozen=True, slots=True)
class StandingWords:
    """What an item says that every meeting of a series begins with."""

    title: str
    presenter: str = ""
    kinds: tuple[str, ...] = ()
    is_previous_notes: bool = False


@dataclass(frozen=True, slots=True)
class SeriesWords:
    """How a body usually meets, and how many days before things must be in."""

    name: str
    weekday: int
    start_time: time | None = None
    end_time: time | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    matters_days: int | None = None
    papers_days: int | None = None
    standing: tuple[StandingWords, ...] = ()

    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "standing"}
