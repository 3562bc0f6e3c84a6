"""How a meeting is gathered for its papers: from its page, so that it shows no more than that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.common.words import place
from samklang.meetings.models import AgendaItem, Attachment, Meeting, Minutes, Openness, Outcome
from samklang.meetings.page import ItemRow, MeetingPage, where
from samklang.meetings.proceedings import (
    ClauseTold,
    CorrectionTold,
    ItemTold,
    MinutesTold,
    PaperTold,
    Proceedings,
    Standing,
)
from samklang.meetings.queries import SealedPaper, adjusters, agenda, corrections, followed
from samklang.meetings.sealing import fingerprint
from samklang.organizations.api import Acting


def proceedings(acting: Acting, meeting: Meeting) -> Proceedings:
    """Return what the papers say of it; it has been found for the reader already."""
    page = MeetingPage(agenda(acting, meeting))
    minutes = page.agenda.minutes
    return Proceedings(
        body=meeting.body.name,
        county=place(meeting.partnership),
        keeper=meeting.keeper.name,
        standing=_standing(page),
        version=_version(page),
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
        minutes=_minutes(minutes) if minutes else None,
        last_time=followed(acting, meeting),
        planned=page.timetable.said,
        is_too_long=page.timetable.is_too_long,
    )


def _standing(page: MeetingPage) -> Standing:
    meeting, minutes = page.meeting, page.agenda.minutes
    if minutes is not None:
        return _standing_of(minutes, meeting)
    if not meeting.is_held:
        return Standing.DRAFT_AGENDA if meeting.is_draft else Standing.AGENDA
    if meeting.file_id:
        return Standing.READ
    return Standing.NOT_CHECKED if any(map(_is_minuted, page.agenda.items)) else Standing.NO_MINUTES


def _standing_of(minutes: Minutes, meeting: Meeting) -> Standing:
    if minutes.is_being_written:
        return Standing.NOT_CHECKED
    if minutes.is_checked:
        return Standing.CHECKED
    return Standing.LOCKED if fingerprint(meeting) == minutes.sha256 else Standing.BROKEN


def _is_minuted(item: AgendaItem) -> bool:
    return bool(item.text) or any(one.is_adopted for one in item.clauses.all())


def _version(page: MeetingPage) -> str:
    if page.agenda.minutes is None:
        return str(page.meeting.version)
    return f"{page.meeting.version}.{sum(one.written_count for one in page.agenda.items)}"


def _minutes(minutes: Minutes) -> MinutesTold:
    return MinutesTold(
        secretary=str(minutes.secretary),
        adjusters=tuple(map(str, adjusters(minutes))),
        checked_by=str(minutes.checked_by or ""),
        checked_on=timezone.localdate(minutes.checked_at) if minutes.checked_at else None,
        locked_by=str(minutes.locked_by or ""),
        locked_on=timezone.localdate(minutes.locked_at) if minutes.locked_at else None,
        sha256=minutes.sha256,
        corrections=tuple(
            CorrectionTold(
                on=timezone.localdate(one.made_at),
                by=str(one.made_by),
                about=str(one.item or ""),
                text=one.text,
            )
            for one in corrections(minutes)
        ),
    )


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
        clauses=tuple(ClauseTold(one.wording, one.proposed) for one in item.clauses.all()),
        outcome=_outcome(item),
        notes=tuple((str(one.get_kind_display()), str(one)) for one in item.personal_notes.all()),
        heading=heading,
        is_heading=row.is_heading,
        is_break=item.is_break,
        slot=row.slot,
        pk=item.pk,
    )


def _outcome(item: AgendaItem) -> str:
    """Say how it ended, unless what was decided says so already."""
    is_said = item.outcome in (Outcome.DECIDED, Outcome.LAID_TO_FILES)
    if not item.outcome or (is_said and any(one.is_adopted for one in item.clauses.all())):
        return ""
    return str(item.get_outcome_display())


def _papers(
    attachments: Iterable[Attachment], sealed: Iterable[SealedPaper]
) -> Iterator[PaperTold]:
    """Yield what all who see the meeting may know: what is taken out goes on to others.

    Whoever takes it out may read more; they find that in the pack of papers.
    """
    for one in attachments:
        if one.openness != Openness.HIDDEN:
            title = _("confidential") if one.is_confidential else one.title
            yield PaperTold(str(one), title, where(one), one.came_late, _address(one))
    for known in sealed:
        yield PaperTold(str(known), _("confidential"), where(known), is_late=False)


def _address(paper: Attachment) -> str:
    if paper.is_confidential:
        return ""
    current = paper.current
    return current.get_absolute_url() if current else paper.link
