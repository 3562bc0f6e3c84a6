"""The statement that gathers a meeting with all that belongs to it, and reads what it found.

Each part is a column of its own, with rows in it. Asked for one by one, the parts cost more than
all else on the page, and as much again where the ORM puts their statements together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from samklang.audit.api import Entry
from samklang.common.lean import Folded, Said, Shape, nested_rows, point, rows, unfolded
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
_CLAUSES = Shape(DecisionClause, decision=("id", "wording", "undone_at"))
_NOTES = Shape(PersonalNote)
_PAPERS = Shape(Attachment)
LABEL = _PAPERS.at("label")
_FILES = Shape(AttachedFile, "file", "received_by")
_ATTENDANCES = Shape(Attendance, organization=("id", "name", "short_name"))
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
_ON_PAPER = "JOIN meetings_attachment paper ON paper.id = {}"
_LINK = "link.attachment_id, link.agendaitem_id"
_LINKS = f"FROM meetings_attachment_items link {_ON_PAPER.format('link.attachment_id')}"
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
# What the minutes say of an item and of a clause, and what stands there when they may not be read.
_WRITTEN = {"text": "''", "outcome": "''", "written_by_id": "NULL", "written_at": "NULL"}
_ADOPTED = {"wording": "''", "is_standard": "FALSE"}
# What an entry’s details say under a name, as a text.
_DETAIL = {
    "sqlite": "CAST(JSON_EXTRACT(this.details, '$.{}') AS text)",
    "postgresql": "(this.details ->> '{}')",
}


class PaperSaid(NamedTuple):
    """All that is read of an attachment, and of the items that it belongs to."""

    row: Said
    item_ids: tuple[int, ...]
    files: tuple[Said, ...]


@dataclass(frozen=True)
class Gathered:
    """What was found: nothing in it that the reader may not see."""

    minutes: Minutes | None
    # Whether the minutes are being written elsewhere; the items have nothing of what those say.
    is_shut: bool
    items: list[AgendaItem]
    # All that is read of each item and of what belongs to it, by its id.
    said: dict[int, Said]
    attachments: Folded[Attachment]
    # Those that are known by number alone, each with its items.
    sealed: list[tuple[str, list[AgendaItem]]]
    attendances: Folded[Attendance]
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
    items, said = _items(column, meeting)
    papers = _papers(column, meeting, items)
    for paper in papers.said:
        for pk in paper.item_ids:
            said[pk] += (paper,)
    minutes = next(iter(_MINUTES.unfolded(column["minutes"])), None)
    if minutes is not None:
        minutes.meeting = meeting
    return Gathered(
        minutes,
        bool(column["is_shut"]),
        list(items.values()),
        said,
        papers,
        list(_sealed(column, items)),
        Folded(_in_order(_ATTENDANCES, column["attendances"]), _ATTENDANCES.reader()),
        sorted(_MOVED.unfolded(column["moved"]), key=lambda one: one.pk),
        _MEETINGS.unfolded(column["beside"]),
        sorted(_ENTRIES.unfolded(column["history"]), key=lambda one: -one.number),
    )


def _items(
    column: dict[str, Any], meeting: Meeting
) -> tuple[dict[int, AgendaItem], dict[int, Said]]:
    """Return the items in their order, each with what belongs to it, and all that they say."""
    items: dict[int, AgendaItem] = {}
    said: dict[int, Said] = {}
    read = _ITEMS.reader()
    for row in _in_order(_ITEMS, column["items"]):
        item = read(row)
        point(item, "meeting", meeting)
        items[item.pk], said[item.pk] = item, (row,)
    for name, shape in _OF_ITEMS.items():
        own, read = _by_item(shape, column[name]), shape.reader()
        for pk, item in items.items():
            theirs = tuple(own[pk])
            Folded(theirs, _belonging(read, item)).lead_from(item, name)
            said[pk] += (theirs,)
    return items, said


def _by_item(shape: Shape[Any], column: Any) -> dict[int, list[Said]]:
    own: defaultdict[int, list[Said]] = defaultdict(list)
    at = shape.at("item")
    for row in _in_order(shape, column):
        own[row[at]].append(row)
    return own


def _belonging(read: Callable[[Said], Any], item: AgendaItem) -> Callable[[Said], Any]:
    """Return what makes the item’s own of a row."""

    def made(row: Said) -> Any:
        found = read(row)
        point(found, "item", item)
        return found

    return made


def _papers(
    column: dict[str, Any], meeting: Meeting, items: dict[int, AgendaItem]
) -> Folded[Attachment]:
    about: defaultdict[int, list[int]] = defaultdict(list)
    files: defaultdict[int, list[Said]] = defaultdict(list)
    for paper_id, item_id in unfolded(column["links"]):
        about[paper_id].append(item_id)
    at = _FILES.at("attachment")
    newest_first = itemgetter(_FILES.at("number"))
    for row in sorted(map(tuple, unfolded(column["files"])), key=newest_first, reverse=True):
        files[row[at]].append(row)
    places = {pk: place for place, pk in enumerate(items)}
    said = (
        PaperSaid(row, tuple(sorted(about[row[0]], key=places.__getitem__)), tuple(files[row[0]]))
        for row in _in_order(_PAPERS, column["papers"])
    )
    return Folded(said, lambda one: _paper(one, meeting, items))


def _paper(said: PaperSaid, meeting: Meeting, items: dict[int, AgendaItem]) -> Attachment:
    paper = _PAPERS.reader()(said.row)
    point(paper, "meeting", meeting)
    Folded(said.item_ids, items.__getitem__).lead_from(paper, "items")
    files = Folded(said.files, _FILES.reader())
    for one in files:
        point(one, "attachment", paper)
    files.lead_from(paper, "files")
    return paper


def _sealed(
    column: dict[str, Any], items: dict[int, AgendaItem]
) -> Iterator[tuple[str, list[AgendaItem]]]:
    about: dict[int, list[AgendaItem]] = defaultdict(list)
    for paper_id, item_id in unfolded(column["sealed_links"]):
        about[paper_id].append(items[item_id])
    for _position, pk, label in sorted(unfolded(column["sealed"])):
        yield label, sorted(about[pk], key=lambda one: one.position)


def _in_order(shape: Shape[Any], column: Any) -> Sequence[Said]:
    """Return the rows of the column, by their places."""
    return sorted(map(tuple, unfolded(column)), key=itemgetter(shape.at("position"), 0))


@lru_cache(maxsize=500)
def _statement(there: Walls, is_keeper: bool, _vendor: str) -> tuple[list[str], str]:
    """Return the names of the columns, and the statement."""
    of_it = "WHERE this.meeting_id = meeting.id"
    is_open = f"WHERE paper.meeting_id = meeting.id AND {there.open_paper}"
    sealed = f"WHERE paper.meeting_id = meeting.id AND {there.shut_paper}"
    open_minutes = f"({_MINUTES_OF_IT} AND {there.open_minutes})"
    shut = f"EXISTS ({_MINUTES_OF_IT} AND {there.hidden_minutes})"
    parts = {
        "is_shut": shut,
        "minutes": _MINUTES.nested(f"WHERE this.id IN {open_minutes}"),
        "items": _ITEMS.nested(of_it, **_veiled(shut, _WRITTEN)),
        "presenters": _PRESENTERS.nested(_OF_ITEM),
        "clauses": _CLAUSES.nested(
            f"{_OF_ITEM} AND (this.proposed <> '' OR NOT {shut})", **_veiled(shut, _ADOPTED)
        ),
        "personal_notes": _NOTES.nested(f"{_OF_ITEM} AND NOT {shut}"),
        "papers": _PAPERS.nested(f"{_ON_PAPER.format('this.id')} {is_open}"),
        "links": nested_rows(_LINK, f"{_LINKS} {is_open}"),
        "files": _FILES.nested(f"{_ON_PAPER.format('this.attachment_id')} {is_open}"),
        "sealed": nested_rows(
            "paper.position, paper.id, paper.label", f"FROM meetings_attachment paper {sealed}"
        ),
        "sealed_links": nested_rows(_LINK, f"{_LINKS} {sealed}"),
        "attendances": _ATTENDANCES.nested(of_it),
        "moved": _MOVED.nested(f"{of_it} AND this.at > {_KNOWN_AT}"),
        "beside": _MEETINGS.nested(_beside(there)),
        "history": _ENTRIES.nested(_of_keeper() if is_keeper else _of_county(there)),
    }
    columns = ", ".join(parts.values())
    return list(parts), f"SELECT {columns} FROM meetings_meeting meeting WHERE meeting.id = %(pk)s"  # noqa: S608 - parts of ours


def _veiled(shut: str, nothing: dict[str, str]) -> dict[str, str]:
    """Let nothing leave the database of what minutes say that are being written elsewhere."""
    return {
        name: f"CASE WHEN {shut} THEN {empty} ELSE this.{name} END"
        for name, empty in nothing.items()
    }


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
