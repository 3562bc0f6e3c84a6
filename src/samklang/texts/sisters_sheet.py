"""The differences between the regional texts as a workbook: one row for each wording."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from samklang.accounts.models import User
from samklang.common.workbooks import opened
from samklang.texts.sisters_page import ShownDifference, SistersPage

_WIDTHS = (34, 34, 40, 34, 80, 34, 34, 40)


def workbook(page: SistersPage, *, by: User) -> bytes:
    """Write what the page shows, and a sheet about where it comes from."""
    out = BytesIO()
    book = opened(out)
    look = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"text_wrap": True, "valign": "top", "bold": True, "bottom": 1})
    rows = [row for kind in page.kinds for one in kind.differences for row in _rows(one)]
    _table(book.add_worksheet(_("Differences")), _heads(), rows, (bold, look))
    _table(book.add_worksheet(_("About the extract")), ("", ""), _about(page, by), (bold, look))
    book.close()
    return out.getvalue()


def _heads() -> tuple[str, ...]:
    return (
        _("Kind"),
        _("What it is about"),
        _("Text"),
        _("Section"),
        _("Wording"),
        _("What differs"),
        _("Write instead"),
        _("Shall differ, because"),
    )


def _rows(one: ShownDifference) -> Iterator[tuple[str, ...]]:
    reason = one.meant.reason if one.meant else ""
    about, instead = one.difference.subject, one.difference.instead
    for said in one.sayings:
        yield one.kind, about, said.text, said.place, said.wording, said.value, instead, reason
    if one.lacking:
        yield one.kind, about, one.lacking, "", _("Lacks it"), "", instead, reason


def _about(page: SistersPage, by: User) -> list[tuple[str, ...]]:
    return [
        (_("County"), page.found.partnership.name),
        (_("Texts"), ", ".join(page.places.names.values())),
        (_("The state on"), page.terms.on.isoformat()),
        (_("Made by"), str(by)),
    ]


def _table(
    sheet: Any, heads: tuple[str, ...], rows: list[tuple[str, ...]], looks: tuple[Any, Any]
) -> None:
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, looks[0])
        sheet.set_column(column, column, _WIDTHS[column])
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, looks[1])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
