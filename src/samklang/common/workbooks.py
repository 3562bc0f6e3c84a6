"""Workbooks to go on working in: what somebody wrote is text in them, and never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from io import BytesIO
from typing import Any, Final

WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cells = Sequence[str | int | date | None]
_PLAIN = {"text_wrap": True, "valign": "top"}
_LABEL, _VALUE, _USUAL = 22, 70, 24


def opened(made: BytesIO) -> Any:
    """Begin a workbook in which no text is taken for a formula or an address.

    What writes it is read in with the first one, and not with every web worker.
    """
    return import_module("samklang.common.workbook_files").begun(made)


class Book:
    """A workbook of lists, each with a first row that stays in sight, and of what they are."""

    def __init__(self) -> None:
        self._made = BytesIO()
        self._book = opened(self._made)
        self._head = self._book.add_format({**_PLAIN, "bold": True, "bottom": 1})
        self._text = self._book.add_format(_PLAIN)
        self._day = self._book.add_format({**_PLAIN, "num_format": "yyyy-mm-dd", "align": "left"})

    def list(
        self, name: str, rows: Iterable[Cells], *, widths: Sequence[int] = (), kept: int = 1
    ) -> None:
        """Add a list to sort and filter; `kept` columns stay in sight with the first row."""
        sheet = self._book.add_worksheet(name)
        line, last = 0, 0
        for line, row in enumerate(rows):
            for at, value in enumerate(row):
                self._put(sheet, (line, at), value, self._text if line else self._head)
            last = len(row) - 1
        for at in range(last + 1):
            sheet.set_column(at, at, widths[at] if widths else _USUAL)
        sheet.freeze_panes(1, kept)
        sheet.autofilter(0, 0, max(line, 1), last)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def about(self, name: str, rows: Iterable[tuple[str, str | date]]) -> None:
        """Add a sheet that says what the others are, a label and its words on each row."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 0, _LABEL)
        sheet.set_column(1, 1, _VALUE)
        for line, (label, value) in enumerate(rows):
            self._put(sheet, (line, 0), label, self._head)
            self._put(sheet, (line, 1), value, self._text)

    def written(self) -> bytes:
        self._book.close()
        return self._made.getvalue()

    def _put(
        self, sheet: Any, at: tuple[int, int], value: str | int | date | None, look: Any
    ) -> None:
        if isinstance(value, date):
            sheet.write_datetime(*at, value, self._day)
        elif isinstance(value, int):
            sheet.write_number(*at, value, look)
        else:
            sheet.write_string(*at, value or "", look)
