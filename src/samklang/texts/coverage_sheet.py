"""The coverage as a workbook: the table, the same as a list to filter, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from samklang.common.workbooks import opened
from samklang.organizations.api import Acting
from samklang.texts.coverage_page import CoveragePage
from samklang.texts.coverage_table import mark_words


def workbook(page: CoveragePage, *, by: Acting) -> bytes:
    out = BytesIO()
    book = opened(out)
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    _table(book.add_worksheet(_("Coverage")), formats, page)
    _list(book.add_worksheet(_("List")), formats, page)
    _about(book.add_worksheet(_("About the extract")), formats, page, by)
    book.close()
    return out.getvalue()


def _table(sheet: Any, formats: dict[str, Any], page: CoveragePage) -> None:
    said, shown = mark_words(), page.shown
    names = [one.name for one in shown.places]
    _head(sheet, formats, [_("Number"), _("Commitment"), *names], [9, 60, *(13 for _n in names)])
    for line, row in enumerate(shown.rows, 1):
        words = ["" if one is None else said[one] for one in row.marks]
        commitment = row.undertaking.commitment.wording
        _line(sheet, formats, line, [row.undertaking.number, commitment, *words])
    sheet.autofilter(0, 0, max(len(shown.rows), 1), len(names) + 1)


def _list(sheet: Any, formats: dict[str, Any], page: CoveragePage) -> None:
    said = mark_words()
    heads = [_("Number"), _("Commitment"), page.words.municipality.capitalize(), _("State")]
    _head(sheet, formats, heads, [9, 60, 20, 18])
    at = 0
    for row in page.shown.rows:
        for place, one in zip(row.places, row.marks, strict=True):
            if one is not None:
                at += 1
                own = row.undertaking
                texts = [own.number, own.commitment.wording, place.name, said[one]]
                _line(sheet, formats, at, texts)
    sheet.autofilter(0, 0, max(at, 1), len(heads) - 1)


def _about(sheet: Any, formats: dict[str, Any], page: CoveragePage, by: Acting) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 80)
    rows = (
        (_("Regional text"), page.title),
        (_("The state on"), by.today.isoformat()),
        (_("By"), str(by.user)),
        (_("In short"), " ".join([page.lead, *page.unclear])),
        (_("No local text in force"), page.without),
    )
    for line, (label, value) in enumerate(rows):
        sheet.write_string(line, 0, label, formats["head"])
        sheet.write_string(line, 1, value, formats["text"])


def _head(sheet: Any, formats: dict[str, Any], heads: list[str], widths: list[int]) -> None:
    for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, formats["head"])
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _line(sheet: Any, formats: dict[str, Any], line: int, texts: Sequence[str]) -> None:
    for at, text in enumerate(texts):
        sheet.write_string(line, at, text, formats["text"])
