"""What is taken home as files: one page of a decision to print, and the county's list in Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.common.workbooks import Book, Cells
from samklang.decisions.decision_words import numbered
from samklang.decisions.home_page import CarryingHome, WayHomeRow
from samklang.decisions.models import CarryHome
from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Table
from samklang.organizations.api import Acting

_WIDTHS = (8, 12, 50, 24, 18, 24, 30, 12, 12, 50, 12, 12)
_LINE = "_" * 40


def paper(page: CarryingHome, address: str) -> Paper:
    """Return the page that somebody takes home, with what their own organization has written."""
    decision = page.request.decision
    footer = _("Decision %(number)s · %(address)s · %(day)s") % {
        "number": decision.pk,
        "address": address,
        "day": page.by.today.isoformat(),
    }
    return Paper(
        title=_("Take home: %(wording)s") % {"wording": decision.wording[:200]},
        author=decision.body.name,
        language=(get_language() or "sv").split("-")[0],
        made_on=page.by.today,
        footer=footer,
        page_text=_("Page {} of {}"),
        nodes=tuple(_nodes(page)),
    )


def _nodes(page: CarryingHome) -> Iterator[Node]:
    request = page.request
    decision = request.decision
    parts = (decision.body.name, decision.decided_date.isoformat(), numbered(decision.paragraph))
    own = page.own[0].row if len(page.own) == 1 else None
    yield Paragraph(_("Take home") + (f" · {own.organization.name}" if own else ""), "kicker")
    yield Heading(decision.wording)
    yield Paragraph(", ".join(filter(None, parts)), "lead")
    yield Heading(_("What the decision means"), 2)
    yield from map(Paragraph, _lines(request.meaning))
    yield Heading(_("What is asked of you"), 2)
    yield from map(Paragraph, _lines(request.asked))
    day = {"day": request.due_date.isoformat()}
    yield Paragraph(_("Tell the county no later than %(day)s.") % day, "lead")
    yield Heading(_("Our way home"), 2)
    yield _to_fill_in(own)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _to_fill_in(own: CarryHome | None) -> Table:
    asked = (
        (_("Who takes it home"), own.carrier if own else ""),
        (_("Where it is taken up"), own.forum if own else ""),
        (_("When"), _day(own.planned_date) if own else ""),
        (_("Decided at home"), _day(own.decided_date) if own else ""),
        (_("What came back"), own.came_back if own else ""),
    )
    return Table(
        caption="",
        head=(Cell(_("Question")), Cell(_("Answer"))),
        rows=tuple((Cell(label), Cell(said or _LINE)) for label, said in asked),
    )


def _day(day: object) -> str:
    return str(day) if day else ""


def workbook(pages: Iterable[CarryingHome], *, by: Acting) -> bytes:
    book = Book()
    book.list(_("Carried home"), _listed(pages), widths=_WIDTHS, kept=0)
    book.about(
        _("About the extract"), ((_("Taken out on"), by.today.isoformat()), (_("By"), str(by.user)))
    )
    return book.written()


def _listed(pages: Iterable[CarryingHome]) -> Iterator[Cells]:
    yield (
        _("Number"),
        _("Decided on"),
        _("Clause"),
        _("Organization"),
        _("How it stands"),
        _("Who takes it home"),
        _("Where it is taken up"),
        _("When"),
        _("Decided at home"),
        _("What came back"),
        _("Landed"),
        _("By when"),
    )
    for page in pages:
        yield from (_row(page, one) for one in page.rows)


def _row(page: CarryingHome, one: WayHomeRow) -> Cells:
    decision, row = page.request.decision, one.row
    return (
        decision.pk,
        decision.decided_date,
        decision.wording,
        row.organization.short_name,
        one.word,
        row.carrier,
        row.forum,
        row.planned_date,
        row.decided_date,
        row.came_back or row.not_applicable_reason,
        row.landed_date,
        page.request.due_date,
    )
