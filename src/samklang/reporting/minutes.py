"""A meeting’s agenda or minutes as DOCX and PDF, in the layout that the county’s notes have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Table
from samklang.meetings.api import ItemTold, Proceedings
from samklang.reporting import meeting_words as words

_SECTION, _ITEM, _LETTER = 2, 3, 4
# A line to write by hand on.
_ROOM = "\n\N{NO-BREAK SPACE}"


def paper(it: Proceedings, *, on: date) -> Paper:
    return Paper(
        title=words.title(it),
        author=it.keeper,
        language=(get_language() or "sv").split("-")[0],
        made_on=on,
        footer=words.foot(it, on),
        page_text=_("Page {} of {}"),
        nodes=tuple(_nodes(it)),
    )


def _nodes(it: Proceedings) -> Iterator[Node]:
    yield Paragraph(" · ".join((words.kind_of_paper(it), words.stands(it))), "kicker")
    yield Heading(f"{it.body} {words.day_words(it.date)}")
    yield _table("", (_("What"), _("Value")), words.facts(it), 2, 9)
    yield from _attendance(it)
    yield Heading(_("Agenda"), _SECTION)
    yield _agenda(it)
    if it.is_held:
        yield Heading(_("What was said and decided"), _SECTION)
        for item in it.items:
            yield from _item(it, item)
    yield from _papers(it)
    if it.is_held:
        yield from _signed(it)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]], *shares: int) -> Table:
    return Table(
        caption=caption,
        head=tuple(Cell(one) for one in head),
        rows=tuple(tuple(Cell(one) for one in row) for row in rows),
        shares=shares,
    )


def _attendance(it: Proceedings) -> Iterator[Node]:
    groups = ((_("Present"), it.present), (_("Excused"), it.excused), (_("Guests"), it.guests))
    if any(parties for _label, parties in groups):
        yield Heading(_("Attendance"), _SECTION)
    for label, parties in groups:
        if parties:
            yield _table(label, (_("Organization"), _("Name")), words.people(parties), 3, 8)


def _agenda(it: Proceedings) -> Node:
    if not it.items:
        return Paragraph(_("Nothing is on the agenda yet."))
    head = (_("No."), _("Item"), _("Kind"), _("Presented by"), _("Attachment"))
    rows = (
        (
            one.mark,
            one.title,
            "" if one.is_heading else "/".join(one.kinds),
            "\n".join(one.presenters),
            ", ".join(paper.label for paper in one.papers),
        )
        for one in it.items
    )
    return _table("", head, rows, 8, 54, 24, 42, 22)


def _item(it: Proceedings, item: ItemTold) -> Iterator[Node]:
    yield Heading(words.heading(item), _LETTER if item.heading else _ITEM)
    if item.presenters:
        said = "; ".join(item.presenters)
        yield Paragraph(_("Presented by: %(names)s") % {"names": said}, "note")
    yield from (Paragraph(line) for line in item.text.splitlines() if line.strip())
    if item.clauses:
        yield Paragraph(_("%(body)s decided") % {"body": it.body}, "decides")
        yield from (Paragraph(one, "clause") for one in item.clauses)


def _papers(it: Proceedings) -> Iterator[Node]:
    if it.papers:
        yield Heading(_("Attachments"), _SECTION)
        head = (_("Attachment"), _("What it is"), _("Belongs to"))
        rows = [(one.label, words.what_it_is(one), one.where) for one in it.papers]
        yield _table("", head, rows, 3, 7, 2)


def _signed(it: Proceedings) -> Iterator[Node]:
    """Leave room for hands, as long as nobody has checked what is written."""
    yield Heading(_("Checked"), _SECTION)
    rows = ((_("Secretary"), it.secretary, _ROOM), (_("Chair"), it.chair, _ROOM))
    yield _table("", (_("Who"), _("Name"), _("Signature and day")), rows, 2, 4, 6)
