"""All that is said of a meeting in the papers that leave the house: its agenda, its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from django.db.models import TextChoices

from samklang.meetings.page import Party
from samklang.meetings.queries import Followed
from samklang.meetings.timing import NO_SLOT, Slot


class Standing(TextChoices):
    """How far the papers have come: what every page of them says."""

    DRAFT_AGENDA = "draft_agenda"
    AGENDA = "agenda"
    # The meeting has been held, and there are no minutes that the reader may see.
    NO_MINUTES = "no_minutes"
    NOT_CHECKED = "not_checked"
    CHECKED = "checked"
    LOCKED = "locked"
    # It was locked, and what stands there is something else.
    BROKEN = "broken"
    # Confirmed from a file: whether somebody has checked it is for the file to say.
    READ = "read"


@dataclass(frozen=True, slots=True)
class PaperTold:
    """An attachment: what it is called, what it is, which items it belongs to."""

    label: str
    title: str
    where: str
    is_late: bool
    # Where its file or its page is; empty where the reader finds neither.
    address: str = ""


@dataclass(frozen=True, slots=True)
class ClauseTold:
    """A clause as it was adopted, if it was, and as it was proposed."""

    wording: str
    proposed: str = ""

    @property
    def is_changed(self) -> bool:
        return bool(self.wording and self.proposed) and self.wording != self.proposed


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An item as it was on the agenda, and what the minutes say of it."""

    mark: str
    title: str
    kinds: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    papers: tuple[PaperTold, ...] = ()
    text: str = ""
    clauses: tuple[ClauseTold, ...] = ()
    outcome: str = ""
    # Dissent and conflicts of interest: what it is, and who with what.
    notes: tuple[tuple[str, str], ...] = ()
    # The number that it has its letter under, as it is called; empty for one with its own number.
    heading: str = ""
    is_heading: bool = False
    is_break: bool = False
    # When it is planned to be dealt with; nothing once the meeting has been held.
    slot: Slot = NO_SLOT
    pk: int = 0

    @property
    def called(self) -> str:
        return self.mark or self.title

    @property
    def adopted(self) -> tuple[ClauseTold, ...]:
        return tuple(one for one in self.clauses if one.wording)

    @property
    def not_adopted(self) -> tuple[ClauseTold, ...]:
        return tuple(one for one in self.clauses if not one.wording)

    @property
    def proposals(self) -> tuple[str, ...]:
        return tuple(one.proposed for one in self.clauses if one.proposed)


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """What was said beside locked minutes: when, by whom, about what."""

    on: date
    by: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class MinutesTold:
    """Who has written, checked and locked the minutes, and what was corrected since."""

    secretary: str
    adjusters: tuple[str, ...] = ()
    checked_by: str = ""
    checked_on: date | None = None
    locked_by: str = ""
    locked_on: date | None = None
    sha256: str = ""
    corrections: tuple[CorrectionTold, ...] = ()


@dataclass(frozen=True, slots=True)
class Proceedings:
    """A meeting for one reader, with nothing in it that they may not see."""

    body: str
    county: str
    keeper: str
    standing: Standing
    # Of the agenda, and how often the minutes were written since.
    version: str
    date: date | None
    start_time: time | None
    end_time: time | None
    place: str
    chair: str
    secretary: str
    present: tuple[Party, ...]
    excused: tuple[Party, ...]
    guests: tuple[Party, ...]
    items: tuple[ItemTold, ...]
    papers: tuple[PaperTold, ...]
    minutes: MinutesTold | None = None
    # What the body decided the last time; nothing where there is none that the reader may see.
    last_time: Followed | None = None
    # How the planned time fits the meeting, in a sentence, and whether it does not.
    planned: str = ""
    is_too_long: bool = False

    @property
    def has_minutes(self) -> bool:
        agendas = (Standing.DRAFT_AGENDA, Standing.AGENDA, Standing.NO_MINUTES)
        return self.standing not in agendas

    @property
    def is_timed(self) -> bool:
        return any(one.slot != NO_SLOT for one in self.items)

    @property
    def is_final(self) -> bool:
        """Whether it is no draft, of an agenda or of minutes."""
        drafts = (Standing.DRAFT_AGENDA, Standing.NOT_CHECKED, Standing.CHECKED, Standing.BROKEN)
        return self.standing not in drafts
