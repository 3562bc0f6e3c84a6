"""What a pack says, as typed rows: a country, a county, and what is invented beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from samklang.common.periods import StatedDate
from samklang.decisions.api import WayHome
from samklang.library.api import KnownClause, KnownLaw
from samklang.meetings.api import KnownItem, Plan, SeriesWords
from samklang.texts.api import KnownSection

Words = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Country:
    """What the counties of a country have in common."""

    code: str
    languages: tuple[str, ...]
    words: Words
    levels: frozenset[str]
    law: KnownLaw

    @property
    def provisions(self) -> dict[str, dict[str, str]]:
        """How each provision is cited, per language, by its code."""
        return {one.code: one.citation for one in self.law.provisions}


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    code: str
    kind: str
    name: str
    short_name: str
    other_names: tuple[dict[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class CharterEntry:
    """An assignment or a mandate; `given_by` is the code of a body or of an organization."""

    code: str
    kind: str
    title: str
    text: str
    powers: tuple[str, ...]
    given_by: str
    from_date: date | None
    until_date: date | None
    source: str


@dataclass(frozen=True, slots=True)
class PostEntry:
    """A place in a body; vacant if nobody is named."""

    code: str
    kind: str
    person: str
    title: str
    organization: str
    share: int | None
    from_date: date | None
    until_date: date | None


@dataclass(frozen=True, slots=True)
class BodyEntry:
    code: str
    name: str
    short_name: str
    level: str
    kind: str
    organization: str
    purpose: str
    parent: str
    from_date: date | None
    from_decision: str
    charters: tuple[CharterEntry, ...]


@dataclass(frozen=True, slots=True)
class AreaEntry:
    code: str
    name: str
    short_name: str
    statutory: bool
    statutory_basis: str
    target_group: str
    translations: Words
    basis: tuple[str, ...]
    touched_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One statement about validity; `source` says where it is known from, or that it is not."""

    kind: str
    stated: StatedDate | None
    years: int | None
    decided: StatedDate | None
    decided_by: str
    quote: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class AdoptionEntry:
    organization: str
    kind: str
    body: str
    adopted_date: date
    paragraph: str


@dataclass(frozen=True, slots=True)
class EditionEntry:
    number: int
    label: str
    begun_date: date | None
    stage: str
    events: tuple[EventEntry, ...]
    adoptions: tuple[AdoptionEntry, ...]


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """An agreement as a pack tells it; `code` is the pack's own name for it, for ever."""

    code: str
    level: str
    area: str
    title: str
    parent: str
    keeper: str
    parties: tuple[str, ...]
    revision_responsible: str
    diary_numbers: tuple[tuple[str, str], ...]
    editions: tuple[EditionEntry, ...]


@dataclass(frozen=True, slots=True)
class County:
    """A county's own facts."""

    code: str
    country: Country
    name: str
    words: Words
    tiles: tuple[tuple[str, ...], ...]
    organizations: tuple[OrganizationEntry, ...]
    bodies: tuple[BodyEntry, ...]
    areas: tuple[AreaEntry, ...]
    clauses: tuple[KnownClause, ...]
    agreements: tuple[AgreementEntry, ...]


@dataclass(frozen=True, slots=True)
class SeatEntry:
    organization: str
    role: str
    from_date: date


@dataclass(frozen=True, slots=True)
class PersonEntry:
    username: str
    name: str
    title: str
    seats: tuple[SeatEntry, ...]


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """An invented answer “we have none”."""

    organization: str
    area: str
    answered_date: date
    channel: str
    answered_by: str
    quote: str


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """An invented answer to a commitment, by the code of the commitment."""

    agreement: str
    code: str
    how: str
    by_municipality: str
    by_region: str
    when: str
    done: bool


@dataclass(frozen=True, slots=True)
class JudgementEntry:
    """What is said to have been found of one commitment in one municipality's text."""

    organization: str
    code: str
    coverage: str
    reason: str
    earlier_wording: str


@dataclass(frozen=True, slots=True)
class TextEntry:
    """An invented text of an agreement, and what answers it."""

    agreement: str
    edition: int
    by: str
    sections: tuple[KnownSection, ...]
    answers: tuple[AnswerEntry, ...]
    judgements: tuple[JudgementEntry, ...]
    template: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class AttendanceEntry:
    name: str
    organization: str
    presence: str


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """How an invented series of meetings is planned; its name is what its meetings call it."""

    body: str
    keeper: str
    by: str
    words: SeriesWords


@dataclass(frozen=True, slots=True)
class HomeEntry:
    """What is asked of everybody about one clause, and what some organizations have written."""

    body: str
    decided_date: date
    clause: str
    by: str
    meaning: str
    asked: str
    due_date: date
    ways: tuple[tuple[str, WayHome], ...]


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """An invented meeting of a body; one that was held has minutes that are locked."""

    body: str
    keeper: str
    by: str
    checked_by: str
    is_sent_out: bool
    is_held: bool
    is_announced: bool
    series: str
    plan: Plan
    people: tuple[AttendanceEntry, ...]
    items: tuple[KnownItem, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """Invented persons, agreements and answers beside a county's own facts."""

    code: str
    county: County
    persons: tuple[PersonEntry, ...] = field(default=())
    agreements: tuple[AgreementEntry, ...] = field(default=())
    findings: tuple[FindingEntry, ...] = field(default=())
    texts: tuple[TextEntry, ...] = field(default=())
    bodies: tuple[BodyEntry, ...] = field(default=())
    charters: tuple[tuple[str, CharterEntry], ...] = field(default=())
    posts: tuple[tuple[str, PostEntry], ...] = field(default=())
    series: tuple[SeriesEntry, ...] = field(default=())
    meetings: tuple[MeetingEntry, ...] = field(default=())
    homes: tuple[HomeEntry, ...] = field(default=())
