"""The pages that Samklang sets itself: the summons, and one before each attachment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.common.words import place
from samklang.documents.api import Cell, Heading, NewPage, Node, Paper, Paragraph, Run, Table, Words
from samklang.meetings.models import Attachment, Meeting
from samklang.meetings.packing.contents import Contents
from samklang.meetings.packing.filled import Filled
from samklang.meetings.page import ItemRow


def summons(contents: Contents, filled: list[Filled], *, on: date) -> Paper:
    """Return the call to the meeting, with its agenda and a list of what comes with it."""
    meeting = contents.meeting
    return _paper(
        meeting,
        _title(meeting),
        (
            Paragraph(place(meeting.partnership), "kicker"),
            Heading(_title(meeting)),
            Paragraph(str(meeting.body), "lead"),
            *_practical(meeting),
            Heading(_("Agenda"), 2),
            *_agenda(contents),
            *_list(contents, filled),
        ),
        on=on,
        page_text=_("Page {} of {}"),
    )


def dividers(meeting: Meeting, filled: list[Filled], *, on: date, home: str) -> Paper:
    """Return one page for each attachment, which says what comes after it."""
    nodes = [node for one in filled for node in _divider(one, home)]
    return _paper(meeting, _title(meeting), tuple(nodes), on=on, page_text="")


def text_of(meeting: Meeting, title: str, nodes: tuple[Node, ...], *, on: date) -> Paper:
    """Return a received text set by Samklang, under its title."""
    return _paper(meeting, title, (Heading(title), *nodes), on=on, page_text="")


def _paper(
    meeting: Meeting, title: str, nodes: tuple[Node, ...], *, on: date, page_text: str
) -> Paper:
    day = date_format(meeting.date, "j F Y") if meeting.date else ""
    return Paper(
        title=f"{title}, {meeting}" if title == _title(meeting) else title,
        author=meeting.keeper.name,
        language=(get_language() or "sv").split("-")[0],
        made_on=on,
        footer=" · ".join(filter(None, (meeting.body.name, day))),
        page_text=page_text,
        nodes=nodes,
    )


def _title(meeting: Meeting) -> str:
    if meeting.is_draft:
        return _("Draft of a summons")
    return _("Papers of the meeting") if meeting.is_held else _("Summons")


def _practical(meeting: Meeting) -> Iterator[Node]:
    day = date_format(meeting.date, "l j F Y").capitalize() if meeting.date else ""
    clock = "–".join(
        time_format(one, "H.i") for one in (meeting.start_time, meeting.end_time) if one
    )
    said = (
        (_("Day"), day or _("The day is not known")),
        (_("Time"), clock),
        (_("Place"), meeting.place),
        (_("Chair"), meeting.chair),
        (_("Secretary"), meeting.secretary),
        (_("Called by"), meeting.keeper.name),
    )
    yield from _facts(said)


def _facts(said: Iterable[tuple[str, str]]) -> Iterator[Node]:
    """Yield a line for each fact that is known."""
    for label, value in said:
        if value:
            yield Words((Run(f"{label}: ", strong=True), Run(value)))


def _agenda(contents: Contents) -> Iterator[Node]:
    if not contents.rows:
        yield Paragraph(_("Nothing is on the agenda yet."))
        return
    timetable = contents.page.timetable
    head = [_("No."), _("Item"), _("How"), _("Who presents it"), _("Attachments")]
    if timetable.said:
        yield Words((Run(timetable.said, strong=timetable.is_too_long),))
        head.insert(1, _("Time"))
    rows = tuple(_row(row, is_timed=bool(timetable.said)) for row in contents.rows)
    yield Table("", tuple(Cell(one) for one in head), rows)


def _row(row: ItemRow, *, is_timed: bool) -> tuple[Cell, ...]:
    item = row.item
    labels = [*(one.label for one in row.attachments), *(_sealed(one.label) for one in row.sealed)]
    how = ", ".join(label for _name, label in item.kind_labels)
    who = "; ".join(str(one) for one in item.presenters.all())
    time = (row.slot.clock or row.slot.length,) if is_timed else ()
    said = (item.mark, *time, item.title, how, who, ", ".join(labels))
    return tuple(Cell(one) for one in said)


def _sealed(label: str) -> str:
    return _("%(label)s (confidential)") % {"label": label}


def _list(contents: Contents, filled: list[Filled]) -> Iterator[Node]:
    """List what comes with it; the numbers of what the reader may not read stand last."""
    sealed = contents.page.agenda.sealed
    if not filled and not sealed:
        return
    yield Heading(_("Attachments"), 2)
    head = (_("Label"), _("What it is"), _("Belongs to"), _("Here"))
    rows = [
        (one.enclosed.paper.label, about(one.enclosed.paper), one.enclosed.where, one.said)
        for one in filled
    ]
    rows += [
        (one.label, "", ", ".join(item.mark for item in one.items), _("Confidential"))
        for one in sealed
    ]
    yield Table(
        "",
        tuple(Cell(one) for one in head),
        tuple(tuple(Cell(value) for value in row) for row in rows),
    )


def about(paper: Attachment) -> str:
    """Return its title, and that it came late or in place of another."""
    marks = [
        _("came late") if paper.came_late else "",
        _("new file after the agenda was sent out") if paper.is_replaced_late else "",
        _("confidential") if paper.is_confidential else "",
    ]
    said = ", ".join(filter(None, marks))
    return f"{paper.title} ({said})" if paper.title and said else paper.title or said


def _divider(one: Filled, home: str) -> Iterator[Node]:
    paper = one.enclosed.paper
    yield NewPage()
    yield Heading(str(paper))
    if paper.title:
        yield Paragraph(paper.title, "lead")
    facts = (
        (_("Belongs to"), one.enclosed.places),
        (_("Here"), one.said),
        (_("When"), _when(paper)),
        *_wall(paper),
    )
    yield from _facts(facts)
    if paper.link:
        address = f"{home.rstrip('/')}{paper.link}"
        yield Words((Run(address, address=address),))


def _when(paper: Attachment) -> str:
    if paper.is_replaced_late:
        return _("This file came in place of another, after the agenda was sent out.")
    return _("It came after the agenda was sent out.") if paper.came_late else ""


def _wall(paper: Attachment) -> Iterator[tuple[str, str]]:
    """Yield on which ground it is confidential, and who may read it."""
    if paper.is_confidential:
        readers = (paper.meeting.keeper.name, *(one.name for one in paper.readers.all()))
        yield _("Confidential"), paper.ground
        yield _("May be read by"), ", ".join(readers)
