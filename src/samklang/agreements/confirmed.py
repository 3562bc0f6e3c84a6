"""What a person has confirmed about an agreement, as the register takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.agreements.models import AdoptionKind, EventKind, Level
from samklang.common.periods import StatedDate


@dataclass(frozen=True, slots=True)
class ConfirmedEvent:
    """One statement about validity.

    `stated` is the day or period it is about, as precisely as the document says; None for a
    clause without a day and for a start that was left blank. `years` belongs to REVIEW_EVERY
    only. `decided` is when it was decided; None means with the edition itself. `decided_by_id`
    is a body of the partnership, where the text names one. `place` says where in the file,
    `source_note` how it is known otherwise.
    """

    kind: EventKind
    stated: StatedDate | None = None
    quote: str = ""
    place: str = ""
    years: int | None = None
    decided: StatedDate | None = None
    decided_by_id: int | None = None
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmedAdoption:
    """One party’s yes, found in the document: a board’s decision or a signature with its day."""

    organization_id: int
    adopted_date: date
    kind: AdoptionKind = AdoptionKind.DECISION
    body_name: str = ""
    paragraph: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmedDiaryNumber:
    """The number under which one authority keeps the agreement."""

    organization_id: int
    number: str


@dataclass(frozen=True, slots=True)
class ConfirmedFacts:
    """Everything that goes into the register from one confirmed document.

    `party_ids` are organizations of the partnership, at least one. `keeper_id` is who keeps the
    record; left out, it is the municipality among the parties of a local agreement, else the
    organization that the person acts for. `parent_id` is the regional agreement that a local one
    builds on. `known_agreement_id` is the agreement that this is a new edition of (ask
    `same_work`); left out, a new agreement is made. `version_label` is the version as the
    document says it, `begun_date` the day work began on a text that is not yet adopted, `stage`
    what others may know of such a text. `file_id` is the kept file (`documents.api.keep`), which
    must belong to an organization of the partnership.

    Of a known agreement the title, keeper and parent stay as they are in the register; parties
    that are new are added.
    """

    partnership_id: int
    level: Level
    area_id: int
    title: str
    party_ids: tuple[int, ...]
    keeper_id: int | None = None
    parent_id: int | None = None
    known_agreement_id: int | None = None
    revision_responsible: str = ""
    version_label: str = ""
    begun_date: date | None = None
    stage: str = ""
    events: tuple[ConfirmedEvent, ...] = ()
    adoptions: tuple[ConfirmedAdoption, ...] = ()
    diary_numbers: tuple[ConfirmedDiaryNumber, ...] = ()
    file_id: int | None = None
