"""All that is said of a meeting in the papers that leave the house: its agenda, its minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from samklang.common.words import place
from samklang.meetings.lifecycle import State
from samklang.meetings.models import Attachment, Meeting, Openness
from samklang.meetings.page import ItemRow, MeetingPage, Party, where
from samklang.meetings.queries import Followed, SealedPaper, agenda, followed
from samklang.organizations.api import Acting


class Standing(TextChoices):
    """How far the papers have come: what every page of them says."""

    DRAFT_AGENDA = "draft_agenda"
    AGENDA = "agenda"
    NOT_CHECKED = "not_checked"
    # Confirmed from a file: whether somebody has checked it is for the file to say.
    READ = "read"


@dataclass(frozen=True, slots=True)
class PaperTold:
    """An attachment: what it is called, what it is, which items it belongs to."""

    label: str
    title: str
    where: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An item as it was on the agenda, and what the minutes say of it."""

    mark: str
    title: str
    kinds: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    papers: tuple[PaperTold, ...] = ()
    text: str = ""
    # What the meeting is asked to decide, and what it has decided.
    proposed: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    # The number that it has its letter under, as it is called; empty for one with its own number.
    heading: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Proceedings:
    """A meeting for one reader, with nothing in it that they may not see."""

    body: str
    county: str
    keeper: str
    standing: Standing
    version: int
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
    # What the body decided the last time; nothing where there is none that the reader may see.
    last_time: Followed | None = None

    @property
    def is_final(self) -> bool:
        """Whether nothing in it changes any more, and it is no draft."""
        return self.standing == Standing.AGENDA

    @property
    def is_held(self) -> bool:
        return self.standing not in (Standing.DRAFT_AGENDA, Standing.AGENDA)


def proceedings(acting: Acting, meeting: Meeting) -> Proceedings:
    """Return what the papers say of it; it has been found for the reader already."""
    page = MeetingPage(agenda(acting, meeting))
    return Proceedings(
        body=meeting.body.name,
        county=place(meeting.partnership),
        keeper=meeting.keeper.name,
        standing=_standing(meeting),
        version=meeting.version,
        date=meeting.date,
        start_time=meeting.start_time,
        end_time=meeting.end_time,
        place=meeting.place,
        chair=meeting.chair,
        secretary=meeting.secretary,
        present=tuple(page.present),
        excused=tuple(page.excused),
        guests=tuple(page.guests),
        items=tuple(_items(page)),
        papers=tuple(_papers(page.agenda.attachments, page.agenda.sealed)),
        last_time=followed(acting, meeting),
    )


def _standing(meeting: Meeting) -> Standing:
    if meeting.is_draft:
        return Standing.DRAFT_AGENDA
    if meeting.state != State.HELD:
        return Standing.AGENDA
    return Standing.READ if meeting.file_id else Standing.NOT_CHECKED


def _items(page: MeetingPage) -> Iterator[ItemTold]:
    for row in page.rows:
        yield _item(row)
        yield from (_item(under, heading=str(row.item)) for under in row.under)


def _item(row: ItemRow, *, heading: str = "") -> ItemTold:
    item = row.item
    return ItemTold(
        mark=item.mark,
        title=item.title,
        kinds=tuple(label for _name, label in item.kind_labels),
        presenters=tuple(str(one) for one in item.presenters.all()),
        papers=tuple(_papers(row.attachments, row.sealed)),
        text=item.text,
        clauses=tuple(one.wording for one in item.clauses.all()),
        heading=heading,
        is_heading=row.is_heading,
    )


def _papers(
    attachments: Iterable[Attachment], sealed: Iterable[SealedPaper]
) -> Iterator[PaperTold]:
    """Yield what all who see the meeting may know: what is taken out goes on to others.

    Whoever takes it out may read more; they find that in the pack of papers.
    """
    for one in attachments:
        if one.openness != Openness.HIDDEN:
            title = _("confidential") if one.is_confidential else one.title
            yield PaperTold(str(one), title, where(one), one.came_late)
    for known in sealed:
        yield PaperTold(str(known), _("confidential"), where(known), is_late=False)
