"""The register as a workbook: one row for each decision, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samklang.common.workbooks import Book, Cells
from samklang.decisions.pages import Row
from samklang.organizations.api import Acting

_WIDTHS = (8, 12, 34, 12, 70, 24, 20, 40, 40)


def workbook(rows: Iterable[Row], *, by: Acting) -> bytes:
    book = Book()
    book.list(_("Decisions"), _listed(rows), widths=_WIDTHS, kept=0)
    book.about(
        _("About the extract"),
        (
            (_("Taken out on"), by.today.isoformat()),
            (_("By"), str(by.user)),
            (
                _("Address"),
                _(
                    "Each decision has its number in its address, which never changes: "
                    "/beslut/number/."
                ),
            ),
        ),
    )
    return book.written()


def _listed(rows: Iterable[Row]) -> Iterator[Cells]:
    yield (
        _("Number"),
        _("Decided on"),
        _("Body"),
        _("Paragraph"),
        _("Clause"),
        _("What it is"),
        _("Areas"),
        _("How it stands"),
        _("Where it is written"),
    )
    yield from map(_row, rows)


def _row(row: Row) -> Cells:
    one = row.decision
    kind = str(one.get_deciding_display()) if one.needs_mandate else _("To follow up")
    return (
        one.pk,
        one.decided_date,
        one.body.name,
        row.paragraph,
        one.wording,
        _("Standard clause") if one.standard else kind,
        ", ".join(area.short_name for area in one.areas.all()),
        " ".join(filter(None, (row.mark.word, row.mark.note))),
        one.source,
    )
