"""The statement that gathers a meeting with all that belongs to it, and reads what it found.

Each part is a column of its own, with rows in it. Asked for one by one, the parts cost more than
all else on the page, and as much again where the ORM puts their statements together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection

from samklang.audit.api import Entry
from samklang.common.lean import Found, Shape, nested_rows, point, rows, unfolded
from samklang.meetings.models import (
    AgendaItem,
    AttachedFile,
    Attachment,
    Attendance,
    DecisionClause,
    Meeting,
    Minutes,
    Openness,
    PersonalNote,
    PlanChange,
    Presenter,
)
from samklang.meetings.queries.walls import Walls, walls
from samklang.organizations.api import Acting

_ITEMS = Shape(AgendaItem)
_PRESENTERS = Shape(Presenter)
_CLAUSES = Shape(DecisionClause, "decision")
_NOTES = Shape(PersonalNote)
_PAPERS = Shape(Attachment)
_FILES = Shape(AttachedFile, "file", "received_by")
_ATTENDANCES = Shape(Attendance, "organization")
_MINUTES = Shape(Minutes, "secretary", "checked_by", "locked_by")
_MOVED = Shape(PlanChange)
_MEETINGS = Shape(Meeting)
_ENTRIES = Shape(Entry, "actor")
# How minutes come about is the keeper’s own; the county reads that they are checked, and after.
_WITHIN_THE_KEEPER = (
    "'minutes.begun', 'minutes.written', 'minutes.set_aside', 'minutes.adjusters_chosen'"
)
_OF_ITEM = (
    "JOIN meetings_agendaitem item ON item.id = this.item_id WHERE item.meeting_id = meeting.id"
)
_MINUTES_OF_IT = (
    "SELECT minutes.id FROM meetings_minutes minutes WHERE minutes.meeting_id = meeting.id"
)
_PAPER_OF_IT = "FROM meetings_attachment paper WHERE paper.meeting_id = meeting.id"
_BESIDE_IT = (
    "SELECT beside.id FROM meetings_meeting beside"
    " WHERE beside.body_id = meeting.body_id AND beside.state <> 'cancelled'"
)
_ABOUT_IT = "this.target_kind = 'meetings.meeting' AND this.target_id = meeting.id"
_KNOWN_AT = "COALESCE(meeting.announced_at, meeting.sent_at)"
# What belongs to an item, by the names that its rows lead from it.
_OF_ITEMS: dict[str, Shape[Any]] = {
    "presenters": _PRESENTERS,
    "clauses": _CLAUSES,
    "personal_notes": _NOTES,
}
Placed = TypeVar(
    "Placed", AgendaItem, Presenter, DecisionClause, PersonalNote, Attachment, Attendance
)
# What an entry’s details say under a name, as a text.
_DETAIL = {
    "sqlite": "CAST(JSON_EXTRACT(this.details, '$.{}') AS text)",
    "postgresql": "(this.details ->> '{}')",
}


@dataclass(frozen=True)
class Gathered:
    """What was found: nothing in it that the reader may not see."""

    minutes: Minutes | None
    # Whether the minutes are being written elsewhere; the items still have what those say.
    is_shut: bool
    items: list[AgendaItem]
    attachments: list[Attachment]
    # Those that are known by number alone, each with its items.
    sealed: list[tuple[str, list[AgendaItem]]]
    attendances: list[Attendance]
    moved: list[PlanChange]
    # The body’s meetings just before and just after it.
    beside: list[Meeting]
    history: list[Entry]


def gathered(acting: Acting, meeting: Meeting) -> Gathered:
    """Return all of a meeting that the reader is known to see, in one statement."""
    there = walls(acting)
    is_keeper = meeting.keeper_id in acting.organization_ids
    names, statement = _statement(there, is_keeper, connection.vendor)
    (row,) = rows(statement, {**there.said, "pk": meeting.pk})
    column = dict(zip(names, row, strict=True))
    items = _items(column, meeting)
    papers = _papers(column, meeting, items)
    minutes = next(iter(_MINUTES.unfolded(column["minutes"])), None)
    if minutes is not None:
        minutes.meeting = meeting
    return Gathered(
        minutes,
        bool(column["is_shut"]),
        list(items.values()),
        papers,
        list(_sealed(column, items)),
        _in_order(_ATTENDANCES.unfolded(column["attendances"])),
        sorted(_MOVED.unfolded(column["moved"]), key=lambda one: one.pk),
        _MEETINGS.unfolded(column["beside"]),
        sorted(_ENTRIES.unfolded(column["history"]), key=lambda one: -one.number),
    )


def _items(column: dict[str, Any], meeting: Meeting) -> dict[int, AgendaItem]:
    """Return the items in their order, each with what belongs to it."""
    found = sorted(_ITEMS.unfolded(column["items"]), key=lambda one: one.position)
    items = {one.pk: one for one in found}
    for one in found:
        point(one, "meeting", meeting)
    for name, shape in _OF_ITEMS.items():
        _share(name, items, _in_order(shape.unfolded(column[name])))
    return items


def _share(name: str, items: dict[int, AgendaItem], found: Iterable[Any]) -> None:
    """Give each item its own rows."""
    own: dict[int, Found[Any]] = {pk: Found() for pk in items}
    for one in found:
        point(one, "item", items[one.item_id])
        own[one.item_id].append(one)
    for pk, item in items.items():
        own[pk].lead_from(item, name)


def _papers(
    column: dict[str, Any], meeting: Meeting, items: dict[int, AgendaItem]
) -> list[Attachment]:
    found = _in_order(_PAPERS.unfolded(column["papers"]))
    about: dict[int, Found[AgendaItem]] = {one.pk: Found() for one in found}
    files: dict[int, Found[AttachedFile]] = {one.pk: Found() for one in found}
    for paper_id, item_id in unfolded(column["links"]):
        about[paper_id].append(items[item_id])
    for one in _FILES.unfolded(column["files"]):
        files[one.attachment_id].append(one)
    for paper in found:
        point(paper, "meeting", meeting)
        about[paper.pk].sort(key=_place)
        about[paper.pk].lead_from(paper, "items")
        for one in files[paper.pk]:
            point(one, "attachment", paper)
        Found(sorted(files[paper.pk], key=_newest)).lead_from(paper, "files")
    return found


def _sealed(
    column: dict[str, Any], items: dict[int, AgendaItem]
) -> Iterator[tuple[str, list[AgendaItem]]]:
    about: dict[int, list[AgendaItem]] = defaultdict(list)
    for paper_id, item_id in unfolded(column["sealed_links"]):
        about[paper_id].append(items[item_id])
    for _position, pk, label in sorted(unfolded(column["sealed"])):
        yield label, sorted(about[pk], key=_place)


def _place(item: AgendaItem) -> int:
    return item.position


def _newest(file: AttachedFile) -> int:
    return -file.number


def _in_order(found: Iterable[Placed]) -> list[Placed]:
    return sorted(found, key=lambda one: (one.position, one.pk))


@lru_cache(maxsize=500)
def _statement(there: Walls, is_keeper: bool, _vendor: str) -> tuple[list[str], str]:
    """Return the names of the columns, and the statement."""
    of_it = "WHERE this.meeting_id = meeting.id"
    open_ones = f"(SELECT paper.id {_PAPER_OF_IT} AND {there.open_paper})"
    sealed = f"{_PAPER_OF_IT} AND {there.shut_paper}"
    open_minutes = f"({_MINUTES_OF_IT} AND {there.open_minutes})"
    shut = f"EXISTS ({_MINUTES_OF_IT} AND {there.hidden_minutes})"
    links = "FROM meetings_attachment_items link WHERE link.attachment_id IN"
    parts = {
        "is_shut": shut,
        "minutes": _MINUTES.nested(f"WHERE this.id IN {open_minutes}"),
        "items": _ITEMS.nested(of_it),
        "presenters": _PRESENTERS.nested(_OF_ITEM),
        "clauses": _CLAUSES.nested(f"{_OF_ITEM} AND (this.proposed <> '' OR NOT {shut})"),
        "personal_notes": _NOTES.nested(f"{_OF_ITEM} AND NOT {shut}"),
        "papers": _PAPERS.nested(f"WHERE this.id IN {open_ones}"),
        "links": nested_rows("link.attachment_id, link.agendaitem_id", f"{links} {open_ones}"),
        "files": _FILES.nested(f"WHERE this.attachment_id IN {open_ones}"),
        "sealed": nested_rows("paper.position, paper.id, paper.label", sealed),
        "sealed_links": nested_rows(
            "link.attachment_id, link.agendaitem_id", f"{links} (SELECT paper.id {sealed})"
        ),
        "attendances": _ATTENDANCES.nested(of_it),
        "moved": _MOVED.nested(f"{of_it} AND this.at > {_KNOWN_AT}"),
        "beside": _MEETINGS.nested(_beside(there)),
        "history": _ENTRIES.nested(_of_keeper() if is_keeper else _of_county(there)),
    }
    columns = ", ".join(parts.values())
    return list(parts), f"SELECT {columns} FROM meetings_meeting meeting WHERE meeting.id = %(pk)s"  # noqa: S608 - parts of ours


def _beside(there: Walls) -> str:
    seen = f"{_BESIDE_IT} AND {there.seen_beside}"
    return (
        f"WHERE this.id IN (({seen} AND beside.date < meeting.date ORDER BY beside.date DESC"
        f" LIMIT 1), ({seen} AND beside.date > meeting.date ORDER BY beside.date LIMIT 1))"
    )


def _of_keeper() -> str:
    """Whoever calls the meeting is told also of what was taken away."""
    return (
        f"WHERE {_ABOUT_IT} OR this.target_kind = 'meetings.attachment'"
        f" AND {_detail('of')} = CAST(meeting.id AS text)"
    )


def _of_county(there: Walls) -> str:
    """Tell nothing of when something was a draft, nor of an attachment that is hidden.

    Of a confidential attachment it tells those who may read it.
    """
    readable = f"SELECT paper.id {_PAPER_OF_IT} AND paper.openness <> '{Openness.OPEN}'"
    hidden = f"{_PAPER_OF_IT} AND paper.openness = '{Openness.HIDDEN}'"
    return (
        f"WHERE ({_ABOUT_IT} OR this.target_kind = 'meetings.attachment'"
        f" AND this.target_id IN ({readable} AND {there.open_paper}))"
        f" AND this.verb NOT IN ({_WITHIN_THE_KEEPER})"
        " AND (meeting.sent_at IS NULL OR this.happened_at >= meeting.sent_at)"
        f" AND NOT EXISTS (SELECT 1 {hidden} AND NOT {there.open_paper}"
        f" AND CAST(paper.id AS text) = {_detail('paper')})"
    )


def _detail(name: str) -> str:
    return _DETAIL[connection.vendor].format(name)
