"""What is in a pack for one reader, in its order, and what tells that it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import prefetch_related_objects

from samklang.meetings.models import AgendaItem, Attachment, Meeting
from samklang.meetings.page import ItemRow, MeetingPage, where
from samklang.meetings.queries import Agenda, agenda
from samklang.organizations.api import Acting

_OF_THE_WHOLE = "00"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An attachment at the first place where it belongs: “05a” is before those at 5 b)."""

    paper: Attachment
    prefix: str
    where: str

    def __str__(self) -> str:
        return str(self.paper)

    @property
    def places(self) -> str:
        """Say in full where it belongs."""
        return ", ".join(map(str, self.paper.items.all())) or self.where


class Contents:
    """The papers of a meeting as one reader may have them: its agenda, then each attachment."""

    def __init__(self, found: Agenda) -> None:
        self.page = MeetingPage(found)
        self.meeting: Meeting = found.meeting

    @cached_property
    def enclosed(self) -> list[Enclosed]:
        """Each attachment once: the meeting’s own first, then item by item."""
        there: dict[int, Enclosed] = {}
        for prefix, papers in self._places():
            for paper in papers:
                there.setdefault(paper.pk, Enclosed(paper, prefix, where(paper)))
        return list(there.values())

    def _places(self) -> Iterator[tuple[str, Iterable[Attachment]]]:
        yield _OF_THE_WHOLE, self.page.of_the_meeting
        for row in self.rows:
            yield prefix_of(row.item), row.attachments

    @cached_property
    def rows(self) -> list[ItemRow]:
        """The agenda row by row, what has letters after its number."""
        return [row for top in self.page.rows for row in (top, *top.under)]

    @cached_property
    def mark(self) -> str:
        """Follows from all that a reader of the pack would read: another mark, another pack."""
        meeting, items = self.meeting, self.page.agenda.items
        told = [
            [meeting.state, *(str(getattr(meeting, name)) for name in _OF_A_MEETING)],
            [
                [str(one), one.planned_minutes, *one.kinds, *map(str, one.presenters.all())]
                for one in items
            ],
            [_told(one) for one in self.page.agenda.attachments],
            [[one.label, [item.pk for item in one.items]] for one in self.page.agenda.sealed],
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


_OF_A_MEETING = ("body_id", "date", "start_time", "end_time", "place", "chair", "secretary")


def _told(paper: Attachment) -> list[object]:
    now = paper.current
    return [
        *(paper.pk, paper.label, paper.title, paper.link, paper.openness, paper.ground),
        *(paper.came_late, now.file.sha256 if now else ""),
        [one.pk for one in paper.items.all()],
        [one.pk for one in paper.readers.all()],
    ]


def prefix_of(item: AgendaItem) -> str:
    """Return what sorts the item’s papers: 05a, or its place where the number is lost."""
    number = item.number if item.number is not None else item.position
    return f"{number:02}{item.letter}"


def contents(acting: Acting, meeting: Meeting) -> Contents:
    found = agenda(acting, meeting)
    prefetch_related_objects(found.attachments, "readers", "files__file__text")
    return Contents(found)
