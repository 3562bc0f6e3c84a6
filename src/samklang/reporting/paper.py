"""A report as a document, for DOCX and PDF to be written from."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.common.pictures import timeline, units
from samklang.documents.api import (
    Cell,
    Heading,
    Node,
    Numbers,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from samklang.reporting import presentation
from samklang.reporting.extract import Extract
from samklang.reporting.presentation import AreaShown, Shown


def paper(extract: Extract) -> Paper:
    shown = extract.shown
    return Paper(
        title=f"{shown.title} {extract.figures.on.isoformat()}",
        author=shown.words.place or extract.figures.name,
        language=(get_language() or "sv").split("-")[0],
        made_on=extract.approval.on if extract.approval else extract.taken_on,
        footer=extract.footer,
        page_text=_("Page {} of {}"),
        nodes=tuple(_nodes(extract, shown)),
    )


def _nodes(extract: Extract, shown: Shown) -> Iterator[Node]:
    account = extract.figures.account
    yield Paragraph(" · ".join(filter(None, (account.addressed_to, shown.day_line))), "kicker")
    yield Heading(shown.title)
    yield Paragraph(shown.lead, "lead")
    yield from _answers(shown)
    for area in shown.areas:
        yield from _area(area)
    yield Heading(_("Each %(municipality)s") % {"municipality": shown.words.municipality}, 2)
    yield _municipalities(shown)
    if account.next_steps:
        yield Heading(_("What happens next"), 2)
        yield from (Paragraph(text) for text in account.next_steps.splitlines() if text.strip())
    yield from _about(extract)


def _answers(shown: Shown) -> Iterator[Node]:
    plural = shown.words.municipality_definite_plural
    yield Heading(_("What %(plural)s answered") % {"plural": plural}, 2)
    yield Paragraph(
        _("One square is one %(one)s. No and no answer are different things.")
        % {"one": shown.words.municipality},
        "about_picture",
    )
    yield Picture(units.draw(shown.units, timeline.MIDDLE))
    yield _table(shown.answers)


def _area(area: AreaShown) -> Iterator[Node]:
    yield Heading(area.title, 2)
    if area.is_empty:
        yield Paragraph(_("The register knew of no agreement in this area on the day."))
        return
    yield Paragraph(area.caption, "about_picture")
    yield Picture(timeline.draw(area.timeline, timeline.MIDDLE))
    yield Numbers(area.numbers)
    # The star is that of the bars whose clauses they are.
    yield from (Quote(f"* {quote.quote}", quote.whose) for quote in area.quotes)
    yield _table(area.table)


def _table(table: presentation.Table) -> Table:
    numeric = [column.numeric for column in table.columns]
    return Table(
        caption=table.caption,
        head=tuple(Cell(column.label, column.numeric) for column in table.columns),
        rows=tuple(
            tuple(Cell(text, right) for text, right in zip(row, numeric, strict=True))
            for row in table.rows
        ),
        foot=tuple(Cell(text, right) for text, right in zip(table.foot, numeric, strict=False)),
    )


def _municipalities(shown: Shown) -> Table:
    return Table(
        caption=shown.day_line,
        head=(
            Cell(shown.words.municipality.capitalize()),
            *(Cell(area.title) for area in shown.areas),
        ),
        rows=tuple(
            (Cell(one.name), *(Cell(cell.word, mark=cell.mark) for cell in one.cells))
            for one in shown.municipalities
        ),
    )


def _about(extract: Extract) -> Iterator[Node]:
    yield Heading(_("About this extract"), 2)
    yield Table(
        caption="",
        head=(Cell(_("What")), Cell(_("Value"))),
        rows=tuple((Cell(label), Cell(value)) for label, value in extract.facts),
    )
