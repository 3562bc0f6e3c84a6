"""The register of bodies as a workbook: the bodies, who sits in them, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from samklang.organizations.acting import Acting
from samklang.organizations.body_page import PostShown, RegisterPage
from samklang.organizations.levels import levels

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cells = Sequence[str | int | date | None]


def workbook(page: RegisterPage, *, by: Acting) -> bytes:
    out = BytesIO()
    # Nothing that somebody wrote is taken for a formula or an address.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    plain = {"text_wrap": True, "valign": "top"}
    formats = {
        "head": book.add_format({**plain, "bold": True, "bottom": 1}),
        "text": book.add_format(plain),
        "day": book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
    }
    _list(book.add_worksheet(_("Bodies")), formats, _bodies(page))
    _list(book.add_worksheet(_("Places")), formats, _places(page))
    _list(book.add_worksheet(_("About the extract")), formats, _about(page, by))
    book.close()
    return out.getvalue()


def _bodies(page: RegisterPage) -> Iterator[Cells]:
    yield (
        _("Body"),
        _("Level"),
        _("Whose it is"),
        _("Answers to"),
        _("First day"),
        _("Assignment"),
        _("Mandate"),
        _("Lacks"),
        _("Places"),
        _("Vacant"),
    )
    named = levels(page.home.country)
    for row in page.tree:
        one = row.one
        yield (
            row.body.name,
            named.get(row.body.level, row.body.level),
            row.whose,
            str(one.parent or ""),
            row.body.from_date,
            "; ".join(charter.title for charter in one.assignments),
            "; ".join(charter.title for charter in one.mandates),
            ", ".join(row.lacking),
            len(one.seated),
            one.vacancy_count,
        )


def _places(page: RegisterPage) -> Iterator[Cells]:
    yield (
        _("Body"),
        _("Name"),
        _("Role"),
        _("On whose behalf?"),
        _("Share of time, per cent"),
        _("From"),
        _("Until"),
    )
    for row in page.tree:
        for post in row.one.seated:
            yield (
                row.body.name,
                post.person or _("Vacant place"),
                PostShown(post).role,
                str(post.organization or ""),
                post.share,
                post.from_date,
                post.until_date,
            )


def _about(page: RegisterPage, by: Acting) -> Iterator[Cells]:
    yield _("County"), page.home.name
    yield _("The state on"), page.day.on
    yield _("Taken out on"), by.today
    yield _("By"), str(by.user)


def _list(sheet: Any, formats: dict[str, Any], rows: Iterable[Cells]) -> None:
    last = (0, 0)
    for line, row in enumerate(rows):
        for at, value in enumerate(row):
            _cell(sheet, formats, (line, at), value)
        last = line, len(row) - 1
    sheet.set_column(0, last[1], 24)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, *last)


def _cell(
    sheet: Any, formats: dict[str, Any], at: tuple[int, int], value: str | int | date | None
) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*at, value, formats["day"])
    elif isinstance(value, int):
        sheet.write_number(*at, value, formats["text"])
    else:
        sheet.write_string(*at, value or "", formats["text" if at[0] else "head"])
