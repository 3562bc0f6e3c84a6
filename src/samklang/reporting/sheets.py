"""Writes a report as XLSX: typed cells, frozen headers, filters, and a sheet about the extract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from samklang.common.periods import Precision, StatedDate
from samklang.common.pictures.shades import SHADES, hexadecimal
from samklang.common.workbooks import opened
from samklang.reporting import wording
from samklang.reporting.extract import Extract
from samklang.reporting.figures import AreaFigures, Counts, Inventory, Local
from samklang.reporting.presentation import Shown, answer_words

Value = str | int | float | date | None

_LEAST, _MOST = 10, 72
# Away from the text of the next column.
_RIGHT = {"align": "right", "indent": 1}
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Book:
    """A workbook under way. Text is always written as text, so nothing becomes a formula."""

    def __init__(self, title: str, subject: str) -> None:
        self._made = BytesIO()
        self.book = opened(self._made)
        self.book.set_properties({"title": title, "subject": subject})
        self._formats = {
            "head": self._format(bold=True, top=2, bottom=1, text_wrap=True),
            "numeric head": self._format(bold=True, top=2, bottom=1, text_wrap=True, **_RIGHT),
            "text": self._format(text_wrap=True),
            "date": self._format(num_format="yyyy-mm-dd", align="left"),
            "number": self._format(num_format="#,##0", **_RIGHT),
            "decimal": self._format(num_format="#,##0.0", **_RIGHT),
            "sum head": self._format(bold=True, top=1, bottom=1),
            "sum": self._format(num_format="#,##0", bold=True, top=1, bottom=1, **_RIGHT),
            **{
                mark: self._format(bg_color=f"#{hexadecimal(shade)}")
                for mark, shade in SHADES.items()
            },
        }

    def _format(self, **said: Any) -> Any:
        return self.book.add_format({"font_name": "Calibri", "valign": "top", **said})

    def sheet(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Any:
        """Add a sheet whose first row stays in sight and can be filtered by."""
        # Excel takes no apostrophe at either end of a sheet’s name.
        short = name.translate(_FORBIDDEN)[:31].strip("' ")
        made, written = self.book.add_worksheet(short), list(rows)
        for column, text in enumerate(head):
            numeric = any(isinstance(row[column], int | float) for row in written)
            look = self._formats["numeric head" if numeric else "head"]
            made.write_string(0, column, text, look)
        for number, row in enumerate(written, start=1):
            for column, value in enumerate(row):
                self.put(made, (number, column), value)
        made.freeze_panes(1, 1)
        made.autofilter(0, 0, max(1, len(written)), len(head) - 1)
        for column, width in enumerate(_widths(head, written)):
            made.set_column(column, column, width)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        return made

    def put(self, sheet: Any, place: tuple[int, int], value: Value, look: str = "") -> None:
        """Write the value as what it is: a date as a date, a number as a number."""
        match value:
            case None:
                sheet.write_blank(*place, None, self._formats[look or "text"])
            case date():
                sheet.write_datetime(*place, value, self._formats[look or "date"])
            case int():
                sheet.write_number(*place, value, self._formats[look or "number"])
            case float():
                sheet.write_number(*place, value, self._formats[look or "decimal"])
            case _:
                sheet.write_string(*place, value, self._formats[look or "text"])

    def closed(self) -> bytes:
        self.book.close()
        return self._made.getvalue()


def _widths(head: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    columns = zip(head, *rows, strict=True)
    return [
        max(_LEAST, min(_MOST, max(len(str(one or "")) for one in column) + 3))
        for column in columns
    ]


def written(extract: Extract) -> bytes:
    title = f"{wording.title()} {extract.figures.on.isoformat()}"
    book, shown = Book(title, extract.footer), extract.shown
    _answers(book, extract.figures, shown)
    _agreements(book, extract.figures, shown)
    _municipalities(book, shown)
    _means(book, extract.figures, shown)
    book.sheet(_("About this extract"), (_("What"), _("Value")), _about(extract))
    return book.closed()


def _about(extract: Extract) -> Iterable[tuple[Value, ...]]:
    """The day is a date here, so that it can be sorted and counted with."""
    yield _("As of"), extract.figures.on
    yield from extract.facts


def _answers(book: Book, figures: Inventory, shown: Shown) -> None:
    rows: list[tuple[Value, ...]] = [
        (wording.name_of(area), *_numbers(area.answers)) for area in figures.areas
    ]
    made = book.sheet(_("Answers"), (shown.answers.columns[0].label, *_answer_head()), rows)
    # The sum stands apart from the filter, and is a figure of the report, not a formula.
    under = len(rows) + 2
    total: tuple[Value, ...] = (_("Together"), *_numbers(figures.answers))
    for column, value in enumerate(total):
        book.put(made, (under, column), value, "sum" if column else "sum head")


def _answer_head() -> tuple[str, ...]:
    return (*answer_words(), _("All"))


def _numbers(counts: Counts) -> tuple[int, ...]:
    return counts.yes, counts.no, counts.no_answer, counts.total


def _agreements(book: Book, figures: Inventory, shown: Shown) -> None:
    head = (
        _("Area"),
        shown.words.municipality.capitalize(),
        _("Title"),
        _("Status"),
        _("From"),
        _("Until"),
        _("Adopted"),
        _("Months after %(regional)s") % wording.levels(shown.words),
        _("%(regional)s ends") % wording.levels(shown.words),
        _("Review clause"),
    )
    rows = (_agreement(area, local, shown) for area in figures.areas for local in area.locals)
    book.sheet(_("Local agreements"), head, rows)


def _agreement(area: AreaFigures, local: Local, shown: Shown) -> tuple[Value, ...]:
    regional_end = area.regional.holding.end if area.regional else None
    return (
        wording.name_of(area),
        local.name,
        local.title,
        wording.status(local.status, None, shown.words),
        _typed(local.holding.start) or wording.holds_from(local.holding),
        _typed(local.holding.end) or wording.holds_until(local.holding),
        local.adopted_date,
        local.months,
        _typed(local.outlived_end or regional_end),
        local.clause,
    )


def _typed(stated: StatedDate | None) -> Value:
    """A day is a date; what is known only as a year or a month is said as it was stated."""
    if stated is None:
        return None
    return stated.first if stated.precision == Precision.DAY else str(stated)


def _municipalities(book: Book, shown: Shown) -> None:
    name = _("Each %(municipality)s") % {"municipality": shown.words.municipality}
    head = (shown.words.municipality.capitalize(), *(area.title for area in shown.areas))
    rows = [(one.name, *(cell.word for cell in one.cells)) for one in shown.municipalities]
    made = book.sheet(name, head, rows)
    for number, one in enumerate(shown.municipalities, start=1):
        for column, cell in enumerate(one.cells, start=1):
            book.put(made, (number, column), cell.word, cell.mark)


def _means(book: Book, figures: Inventory, shown: Shown) -> None:
    head = (
        _("Area"),
        _("Months on average"),
        _("Computed from"),
        _("Longer than %(regional)s") % wording.levels(shown.words),
        _("What it rests on"),
    )
    rows = (
        (
            wording.name_of(area),
            area.mean_months,
            len(area.measured),
            len(area.outliving),
            " ".join(wording.mean_basis(area, shown.words)),
        )
        for area in figures.areas
    )
    book.sheet(_("Mean times"), head, rows)
