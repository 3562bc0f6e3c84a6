"""The matrix as a workbook: typed cells, filters, frozen heads, and a sheet about the extract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext

from samklang.accounts.models import User
from samklang.common.periods import StatedDate
from samklang.common.words import Words, words
from samklang.common.workbooks import opened
from samklang.portal.forms import Terms
from samklang.portal.matrix import Cell, Matrix
from samklang.portal.queries import County
from samklang.portal.wording import capital, lead

# The shades of the page; the word says the same.
_SHADES = {
    "in-force": "#DCEBF3",
    "outlives": "#FAE3D1",
    "until-further-notice": "#F0F6F9",
    "expiring": "#FAE3D1",
    "no-answer": "#E6ECEC",
    "expired": "#E6ECEC",
}


@dataclass(frozen=True, slots=True)
class _Formats:
    head: Any
    text: Any
    day: Any
    shades: dict[str, Any]


def workbook(found: County, asked: Terms, laid: Matrix, *, by: User) -> bytes:
    """Write three sheets: the matrix, the same as a list to filter, and where it comes from."""
    known, out = words(found.partnership), BytesIO()
    book = opened(out)
    formats = _formats(book)
    _matrix(book.add_worksheet(gettext("Matrix")), formats, laid, known)
    _list(book.add_worksheet(gettext("List")), formats, laid, known)
    _about(book.add_worksheet(gettext("About the extract")), formats, found, asked, laid, by)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> _Formats:
    plain = {"text_wrap": True, "valign": "top"}
    return _Formats(
        head=book.add_format({**plain, "bold": True, "bottom": 1}),
        text=book.add_format(plain),
        day=book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        shades={
            mark: book.add_format({**plain, "bg_color": colour}) for mark, colour in _SHADES.items()
        },
    )


def _matrix(sheet: Any, formats: _Formats, laid: Matrix, known: Words) -> None:
    heads = [capital(known.municipality), *(column.area.name for column in laid.columns)]
    _head(sheet, formats, heads, [18, *(28 for _column in laid.columns)])
    for number, row in enumerate(laid.shown, start=1):
        sheet.write_string(number, 0, row.municipality.name, formats.text)
        for column, cell in enumerate(row.cells, start=1):
            words_of = " ".join(filter(None, (cell.word, cell.remark, cell.day)))
            sheet.write_string(
                number, column, words_of, formats.shades.get(cell.mark, formats.text)
            )
    sheet.autofilter(0, 0, len(laid.shown), len(heads) - 1)


def _list(sheet: Any, formats: _Formats, laid: Matrix, known: Words) -> None:
    heads = [
        capital(known.municipality),
        gettext("Area"),
        gettext("Statutory"),
        gettext("State"),
        gettext("From"),
        gettext("Until"),
        gettext("To be revised by"),
        gettext("Needs action"),
        gettext("Agreement"),
    ]
    _head(sheet, formats, heads, [18, 30, 12, 20, 12, 14, 18, 14, 46])
    number = 0
    for row in laid.shown:
        for column, cell in zip(laid.columns, row.cells, strict=True):
            number += 1
            statutory = _yes(column.area.statutory)
            texts = (row.municipality.name, column.area.name, statutory, cell.word)
            for place, text in enumerate(texts):
                sheet.write_string(number, place, text, formats.text)
            _held(sheet, formats, number, cell)
    sheet.autofilter(0, 0, max(number, 1), len(heads) - 1)


def _held(sheet: Any, formats: _Formats, number: int, cell: Cell) -> None:
    standing = cell.standing
    sheet.write_string(number, 7, _yes(cell.needs_action), formats.text)
    if standing is None:
        return
    last = standing.last_known
    _stated(sheet, formats, (number, 4), standing.validity.start)
    if standing.start_unknown:
        sheet.write_string(number, 4, gettext("not known"), formats.text)
    _stated(sheet, formats, (number, 5), last.end)
    if last.until_further_notice:
        sheet.write_string(number, 5, gettext("until further notice"), formats.text)
    if standing.validity.review_due:
        _day(sheet, formats, number, 6, standing.validity.review_due)
    sheet.write_string(number, 8, standing.agreement.title, formats.text)


def _stated(sheet: Any, formats: _Formats, at: tuple[int, int], when: StatedDate | None) -> None:
    """Write a day as a day; what is known only as a year as text."""
    if when is not None and when.first == when.last:
        _day(sheet, formats, *at, when.first)
    elif when is not None:
        sheet.write_string(*at, str(when), formats.text)


def _about(
    sheet: Any, formats: _Formats, found: County, asked: Terms, laid: Matrix, by: User
) -> None:
    known = words(found.partnership)
    rows: tuple[tuple[str, str | date], ...] = (
        (gettext("County"), known.place or found.partnership.name),
        (gettext("The state on"), asked.on),
        (gettext("Taken out on"), asked.today),
        (gettext("By"), str(by)),
        (
            gettext("Rows"),
            gettext("%(shown)s of %(all)s") % {"shown": len(laid.shown), "all": len(laid.rows)},
        ),
        (gettext("In short"), lead(laid.counts.triple, known)),
        (
            gettext("How it is counted"),
            gettext("From what had been decided by that day. See “How we count” in Samklang."),
        ),
    )
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 70)
    for number, (label, value) in enumerate(rows):
        sheet.write_string(number, 0, label, formats.head)
        if isinstance(value, date):
            _day(sheet, formats, number, 1, value)
        else:
            sheet.write_string(number, 1, value, formats.text)


def _head(sheet: Any, formats: _Formats, heads: list[str], widths: list[int]) -> None:
    for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, head, formats.head)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _day(sheet: Any, formats: _Formats, row: int, column: int, day: date) -> None:
    sheet.write_datetime(row, column, day, formats.day)


def _yes(said: bool) -> str:
    return gettext("Yes") if said else gettext("No")
