"""A text as a printable document: what the PDF is set from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.common.words import place
from samklang.documents.api import (
    Cell,
    Heading,
    Item,
    Kind,
    Node,
    Paper,
    Paragraph,
    Passage,
    Table,
    Words,
)
from samklang.organizations.api import Acting
from samklang.texts.page import TextView
from samklang.texts.whole import finished

_ITEMS = {Kind.BULLET, Kind.NUMBERED}


def paper(view: TextView, acting: Acting) -> Paper:
    """Return the finished text under its title and its state; the foot says what it is."""
    edition = view.text.edition
    number = _("Edition %(number)s") % {"number": edition.number}
    state = _("Decided") if view.text.stood.is_decided else _("Draft")
    title = str(edition.agreement)
    return Paper(
        title=title,
        author=place(edition.agreement.partnership),
        language=(get_language() or "sv").split("-")[0],
        made_on=acting.today,
        footer=f"{title} · {number} · {state}",
        page_text=_("Page {} of {}"),
        nodes=(
            Paragraph(" · ".join(filter(None, (number, edition.label, state))), "kicker"),
            Heading(title),
            *_nodes(finished(view)),
        ),
    )


def _nodes(found: Iterable[Passage]) -> Iterator[Node]:
    for is_row, group in groupby(found, key=lambda passage: passage.kind is Kind.ROW):
        together = list(group)
        yield from _tables(together) if is_row else map(_node, together)


def _node(one: Passage) -> Node:
    if one.kind in _ITEMS:
        return Item(one.runs, one.level, one.kind is Kind.NUMBERED, one.is_first)
    if one.kind is Kind.HEADING:
        # The title of the document stands above them all.
        return Heading(one.text, one.level + 1)
    return Words(one.runs)


def _tables(rows: Iterable[Passage]) -> Iterator[Node]:
    """The first row of a table is its head, whether or not somebody has said so."""
    for row, *more in _by_table(rows):
        yield Table("", _cells(row), tuple(_cells(one) for one in more))


def _by_table(rows: Iterable[Passage]) -> Iterator[list[Passage]]:
    table: list[Passage] = []
    for row in rows:
        if row.is_first and table:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _cells(row: Passage) -> tuple[Cell, ...]:
    return tuple(Cell("".join(run.text for run in cell)) for cell in row.cells)
