"""The register as a workbook: one row for each decision, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from samklang.decisions.pages import Row
from samklang.organizations.api import Acting

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (8, 12, 34, 12, 70, 24, 20, 40, 40)


def workbook(rows: Iterable[Row], *, by: Acting) -> bytes:
    out = BytesIO()
    # Nothing that somebody wrote is taken for a formula or an address.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
    }
    _list(book.add_worksheet(_("Decisions")), formats, rows)
    _about(book.add_worksheet(_("About the extract")), formats, by)
    book.close()
    return out.getvalue()


def _list(sheet: Any, formats: dict[str, Any], rows: Iterable[Row]) -> None:
    heads = (
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
    for at, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, formats["head"])
    line = 0
    for line, row in enumerate(rows, 1):
        _row(sheet, formats, line, row)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(line, 1), len(heads) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _row(sheet: Any, formats: dict[str, Any], line: int, row: Row) -> None:
    one = row.decision
    kind = str(one.get_deciding_display()) if one.needs_mandate else _("To follow up")
    kind = _("Standard clause") if one.standard else kind
    areas = ", ".join(area.short_name for area in one.areas.all())
    stands = " ".join(filter(None, (row.mark.word, row.mark.note)))
    sheet.write_number(line, 0, one.pk, formats["text"])
    sheet.write_datetime(line, 1, one.decided_date, formats["day"])
    texts = (one.body.name, row.paragraph, one.wording, kind, areas, stands, one.source)
    for at, text in enumerate(texts, 2):
        sheet.write_string(line, at, text, formats["text"])


def _about(sheet: Any, formats: dict[str, Any], by: Acting) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 70)
    rows = (
        (_("Taken out on"), by.today.isoformat()),
        (_("By"), str(by.user)),
        (
            _("Address"),
            _("Each decision has its number in its address, which never changes: /beslut/number/."),
        ),
    )
    for line, (label, value) in enumerate(rows):
        sheet.write_string(line, 0, label, formats["head"])
        sheet.write_string(line, 1, value, formats["text"])
