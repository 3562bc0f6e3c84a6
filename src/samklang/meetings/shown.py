"""What a row of an agenda says, as words alone: the same words are written once, in each language.

Nothing else goes into a row, so that nobody is shown what was written for somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from samklang.common.jinja import part
from samklang.common.lean import led
from samklang.common.remembered import Remembered
from samklang.meetings.models import (
    KINDS,
    AgendaItem,
    Attachment,
    DecisionClause,
    Meeting,
    Outcome,
    PersonalNoteKind,
)
from samklang.meetings.page import Clash, ItemRow, MeetingPage
from samklang.meetings.queries import Agenda
from samklang.meetings.wording import Piece, changes


class PaperShown(NamedTuple):
    """An attachment that the reader may read: where it leads, and what is to be known of it."""

    pk: int
    meeting_id: int
    name: str
    title: str
    link: str
    # The newest of its files, where it has any.
    number: int
    format: str
    size: int
    is_confidential: bool
    came_late: bool
    is_replaced_late: bool

    @classmethod
    def of(cls, paper: Attachment) -> PaperShown:
        now = paper.current
        return cls(
            paper.pk,
            paper.meeting_id,
            str(paper),
            paper.title,
            paper.link,
            now.number if now else 0,
            now.file.format if now else "",
            now.file.size if now else 0,
            paper.is_confidential,
            paper.came_late,
            paper.is_replaced_late,
        )


class ClauseShown(NamedTuple):
    """A clause as it was proposed and adopted, with its decision if that is recorded."""

    pk: int
    wording: str
    proposed: str
    decision_id: int | None
    is_worded_otherwise: bool

    @classmethod
    def of(cls, clause: DecisionClause) -> ClauseShown:
        recorded = clause.recorded
        return cls(
            clause.pk,
            clause.wording,
            clause.proposed,
            recorded.pk if recorded else None,
            clause.is_worded_otherwise,
        )

    @property
    def is_changed(self) -> bool:
        return bool(self.proposed and self.wording) and self.wording != self.proposed

    @property
    def changes(self) -> Iterator[Piece]:
        return changes(self.proposed, self.wording)


class NoteShown(NamedTuple):
    kind: str
    said: str

    @property
    def label(self) -> str:
        return str(PersonalNoteKind(self.kind).label)


class SaidShown(NamedTuple):
    """What the minutes say of an item, or what is proposed in it."""

    text: str
    outcome: str
    clauses: tuple[ClauseShown, ...]
    notes: tuple[NoteShown, ...]

    @classmethod
    def of(cls, item: AgendaItem) -> SaidShown:
        return cls(
            item.text,
            item.outcome,
            tuple(map(ClauseShown.of, led(item, "clauses"))),
            tuple(NoteShown(one.kind, str(one)) for one in led(item, "personal_notes")),
        )

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label)


class ClashShown(NamedTuple):
    mine: str
    other: str
    here: str
    there: str

    @classmethod
    def of(cls, clash: Clash) -> ClashShown:
        return cls(str(clash.mine), str(clash.other), clash.here, clash.there)


class RowShown(NamedTuple):
    """An item with all that its row says."""

    title: str
    matter_id: int | None
    kinds: tuple[str, ...]
    is_standing: bool
    is_previous_notes: bool
    is_break: bool
    # When it is planned to be dealt with.
    time: str
    # The meeting before, where the row leads there.
    previous_id: int | None
    previous_date: date | None
    presenters: tuple[str, ...]
    papers: tuple[PaperShown, ...]
    sealed: tuple[str, ...]
    clashes: tuple[ClashShown, ...]
    said: SaidShown

    @classmethod
    def of(cls, row: ItemRow, previous: Meeting | None) -> RowShown:
        item = row.item
        before = previous if item.is_previous_notes else None
        return cls(
            item.title,
            item.matter_id,
            tuple(item.kinds),
            item.is_standing,
            item.is_previous_notes,
            item.is_break,
            str(row.slot),
            before.pk if before else None,
            before.date if before else None,
            tuple(map(str, led(item, "presenters"))),
            tuple(map(PaperShown.of, row.attachments)),
            tuple(map(str, row.sealed)),
            tuple(map(ClashShown.of, row.clashes)),
            SaidShown.of(item),
        )

    @property
    def kind_labels(self) -> list[tuple[str, str]]:
        return [(name, str(KINDS[name])) for name in self.kinds]


class Allowed(NamedTuple):
    """What the reader may do in a row."""

    may_write: bool
    may_record: bool


_ROWS: Remembered[SafeString] = Remembered(1000)
_ATTENDED: Remembered[SafeString] = Remembered(100)


def shown(row: ItemRow, agenda: Agenda, allowed: Allowed) -> SafeString:
    """Write the row, without the forms that it is changed with.

    One that says the same as before, and of which the reader may know and do the same, is there.
    """
    meeting, before = agenda.meeting, agenda.previous
    key = (
        agenda.said[row.item.pk],
        row.slot,
        tuple([one.label for one in row.sealed]),
        tuple(map(ClashShown.of, row.clashes)),
        (meeting.pk, meeting.sent_at, before and (before.pk, before.date)),
        allowed,
        get_language(),
        get_script_prefix(),
    )
    return _ROWS.of(key, lambda: _written(RowShown.of(row, before), allowed))


def _written(words: RowShown, allowed: Allowed) -> SafeString:
    return part("meetings/_agenda_row.html", {"row": words, **allowed._asdict()})


def who_was_there(page: MeetingPage) -> SafeString:
    """Write who was there, by organization."""
    key = (page.agenda.attendances.said, get_language())
    return _ATTENDED.of(key, lambda: part("meetings/_who_was_there.html", {"page": page}))
