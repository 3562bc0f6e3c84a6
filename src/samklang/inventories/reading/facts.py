"""What a reading says: facts, each with its words, where they stand and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Certainty(StrEnum):
    """How a value came out of the text."""

    STATED = "stated"
    DERIVED = "derived"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the extracted text (offsets in characters)."""

    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value and its evidence; `reason` is a code that says which rule found it."""

    value: T
    quote: str
    place: Place
    certainty: Certainty = Certainty.STATED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an agreement; `collective` when the words name several authorities at once."""

    name: str
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """When the agreement is to be followed up or revised.

    `kind` is yearly, every_n_years, follow_up_period, revise_by, when_regional_revised or other;
    `value` is a number of years, a date, or two dates for a period.
    """

    kind: str
    value: int | str | tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the parties took the agreement: board_decision, e_signature, signature or blank.

    `by` is the body that decided and `paragraph` the number of its decision ("§ 45").
    """

    kind: str
    date: str | None = None
    by: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision that moved the end of validity."""

    new_until: str | None
    decided: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more places that cannot all be right; a person decides, the reader only shows them."""

    what: str
    values: tuple[str, ...]
    quotes: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One item of minutes; `letter` is set for an item under a numbered one.

    `kinds` are information, dialog, beslut or skriftlig, as the item's own label says;
    `decisions` are its att-clauses, each with its quote. A point that has neither number nor
    heading has its first words as `text`.
    """

    number: int | None
    letter: str | None
    title: Fact[str] | None
    kinds: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    decisions: tuple[Fact[str], ...] = ()
    text: Fact[str] | None = None
    # How long it is planned to take, where an agenda says so.
    minutes: Fact[int] | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was there, and where they come from or what they are, as it is written."""

    name: str
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that minutes are of."""

    body: Fact[str] | None = None
    date: Fact[str] | None = None
    place: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a person should know before trusting the document.

    `code` is old_organization, repealed_law, blank_start, personal_identity_number, two_documents
    or other_language; `hint` is what it means today, never a personal number.
    """

    code: str
    place: Place
    quote: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one document."""

    kind: Fact[str]
    title: Fact[str] | None = None
    level: Fact[str] | None = None
    areas: tuple[Fact[str], ...] = ()
    county: Fact[str] | None = None
    municipality: Fact[str] | None = None
    parties: tuple[Fact[Party], ...] = ()
    diary_numbers: tuple[Fact[str], ...] = ()
    version: Fact[str] | None = None
    document_date: Fact[str] | None = None
    valid_from: Fact[str] | None = None
    valid_until: Fact[str] | None = None
    until_further_notice: Fact[bool] | None = None
    review: tuple[Fact[Review], ...] = ()
    termination_notice_months: Fact[int] | None = None
    signed: Fact[Adoption] | None = None
    extension: Fact[Extension] | None = None
    parent: Fact[str] | None = None
    contradictions: tuple[Contradiction, ...] = ()
    warnings: tuple[Caution, ...] = ()
    items: tuple[MinutesItem, ...] = ()
    meeting: Meeting | None = None
    present: tuple[Fact[Attendee], ...] = ()
