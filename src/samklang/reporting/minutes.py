"""A meeting’s agenda or minutes as DOCX and PDF, in the layout that the county’s notes have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Table
from samklang.meetings.api import ItemTold, MinutesTold, Proceedings
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
    yield from _agenda(it)
    if it.has_minutes:
        yield Heading(_("What was said and decided"), _SECTION)
        for item in it.items:
            if not item.is_break:
                yield from _item(it, item)
    else:
        yield from _proposals(it)
    yield from _papers(it)
    if it.has_minutes:
        yield from _closed(it)


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


def _agenda(it: Proceedings) -> Iterator[Node]:
    if not it.items:
        yield Paragraph(_("Nothing is on the agenda yet."))
        return
    if it.planned:
        yield Paragraph(it.planned, "body" if it.is_too_long else "note")
    yield _agenda_table(it)


def _agenda_table(it: Proceedings) -> Table:
    head = (_("No."), _("Item"), _("Kind"), _("Presented by"), _("Attachment"))
    rows = [
        (
            one.mark,
            one.title,
            "" if one.is_heading else "/".join(one.kinds),
            "\n".join(one.presenters),
            ", ".join(paper.label for paper in one.papers),
        )
        for one in it.items
    ]
    if not it.is_timed:
        return _table("", head, rows, 8, 54, 24, 42, 22)
    timed = [
        (row[0], words.slot_words(one), *row[1:]) for one, row in zip(it.items, rows, strict=True)
    ]
    return _table("", (head[0], _("Time"), *head[1:]), timed, 8, 19, 44, 23, 36, 20)


def _item(it: Proceedings, item: ItemTold) -> Iterator[Node]:
    yield Heading(words.heading(item), _LETTER if item.heading else _ITEM)
    if item.presenters:
        said = "; ".join(item.presenters)
        yield Paragraph(_("Presented by: %(names)s") % {"names": said}, "note")
    yield from (Paragraph(line) for line in item.text.splitlines() if line.strip())
    yield from _clauses(it, item)
    if item.outcome:
        yield Paragraph(_("Outcome: %(outcome)s") % {"outcome": item.outcome}, "note")
    yield from (Paragraph(f"{what}: {said}") for what, said in item.notes)


def _clauses(it: Proceedings, item: ItemTold) -> Iterator[Node]:
    """What was adopted, one on each row; what was proposed where that was something else."""
    if item.adopted:
        yield Paragraph(_("%(body)s decided") % {"body": it.body}, "decides")
    for one in item.adopted:
        yield Paragraph(one.wording, "clause")
        if one.is_changed:
            yield Paragraph(_("It was proposed: %(wording)s") % {"wording": one.proposed}, "note")
    if item.not_adopted:
        yield Paragraph(_("Proposed, not adopted"), "decides")
    yield from (Paragraph(one.proposed, "clause") for one in item.not_adopted)


def _proposals(it: Proceedings) -> Iterator[Node]:
    if any(one.proposals for one in it.items):
        yield Heading(_("Proposals for decision"), _SECTION)
    for item in it.items:
        yield from _proposed(item)


def _proposed(item: ItemTold) -> Iterator[Node]:
    if item.proposals:
        yield Heading(words.heading(item), _ITEM)
        yield from (Paragraph(one, "clause") for one in item.proposals)


def _papers(it: Proceedings) -> Iterator[Node]:
    if it.papers:
        yield Heading(_("Attachments"), _SECTION)
        head = (_("Attachment"), _("What it is"), _("Belongs to"))
        rows = [(one.label, words.what_it_is(one), one.where) for one in it.papers]
        yield _table("", head, rows, 3, 7, 2)


def _closed(it: Proceedings) -> Iterator[Node]:
    """Say who has checked and locked it, and by which hash; else leave room for their hands."""
    yield Heading(_("Checked"), _SECTION)
    told = it.minutes
    if told is None or told.checked_on is None:
        secretary = told.secretary if told else it.secretary
        names = told.adjusters if told else ()
        rows = [(_("Secretary"), secretary, _ROOM), (_("Chair"), it.chair, _ROOM)]
        rows += [(_("Adjuster"), name, _ROOM) for name in names if name not in it.chair]
        yield _table("", (_("Who"), _("Name"), _("Signature and day")), rows, 2, 4, 6)
        return
    yield _table("", (_("What"), _("Value")), _facts(told), 2, 9)
    if told.corrections:
        yield Heading(_("Corrected afterwards"), _SECTION)
        head = (_("Day"), _("By"), _("Item"), _("What is right"))
        said = [(one.on.isoformat(), one.by, one.about, one.text) for one in told.corrections]
        yield _table("", head, said, 4, 6, 8, 18)


def _facts(told: MinutesTold) -> Iterator[tuple[str, str]]:
    yield _("Secretary"), told.secretary
    said = _("%(name)s, %(day)s")
    if told.checked_on:
        yield _("Checked by"), said % {"name": told.checked_by, "day": told.checked_on.isoformat()}
    if told.locked_on:
        yield (
            pgettext("minutes", "Locked by"),
            said % {"name": told.locked_by, "day": told.locked_on.isoformat()},
        )
        yield "SHA-256", told.sha256
