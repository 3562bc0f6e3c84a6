"""The workbook: every cell is what it is, and text never becomes a formula."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from samklang.reporting import sheets
from tests.reporting import county
from tests.reporting.files import NASTY, full_extract

pytestmark = pytest.mark.django_db


def book(*, approved: bool = True) -> Any:
    return openpyxl.load_workbook(BytesIO(sheets.written(full_extract(approved=approved))))


def rows(sheet: Any) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def facts(sheet: Any) -> dict[object, object]:
    return {row[0]: row[1] for row in rows(sheet)[1:]}


def test_the_sheets_have_swedish_names_and_frozen_filtered_heads() -> None:
    with county.in_language("sv"):
        made = book()

    assert made.sheetnames == [
        "Svar",
        "Lokala överenskommelser",
        "Varje kommun",
        "Tid i snitt",
        "Om uttaget",
    ]
    for sheet in made:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_the_answers_are_numbers_and_add_up() -> None:
    with county.in_language("sv"):
        found = rows(book()["Svar"])

    assert found[0] == ["Antal kommuner av 5", "Ja", "Nej", "Svar saknas", "Alla"]
    assert found[1] == ["Forest", 3, 1, 1, 5]
    assert found[-1] == ["Tillsammans", 3, 1, 1, 5]


def test_dates_are_dates_and_months_are_numbers() -> None:
    with county.in_language("sv"):
        sheet = book()["Lokala överenskommelser"]

    alm = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "Alm")
    assert alm[4].value == datetime(2023, 1, 1)  # noqa: DTZ001  # a cell has no time zone
    assert alm[4].is_date
    assert alm[6].value == datetime(2023, 7, 1)  # noqa: DTZ001
    assert (alm[7].value, alm[7].data_type) == (24, "n")
    assert alm[4].number_format == "yyyy-mm-dd"


def test_a_start_known_only_as_a_year_stays_a_year() -> None:
    county.municipalities()
    parent = county.regional(end="2027")
    county.local("alm", parent, end="2028-01-01")

    with county.in_language("sv"):
        made = openpyxl.load_workbook(BytesIO(sheets.written(county.extract())))

    assert rows(made["Lokala överenskommelser"])[1][8] == "2027"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    with county.in_language("sv"):
        made = book()

    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    nasty = [cell for cell in cells if str(cell.value).startswith("=1+1")]
    assert len(nasty) == 2
    assert all(cell.data_type == "s" for cell in nasty)


def test_the_last_sheet_says_who_when_which_day_and_the_hash() -> None:
    extract = full_extract()

    with county.in_language("sv"):
        made = openpyxl.load_workbook(BytesIO(sheets.written(extract)))

    said = facts(made["Om uttaget"])
    assert said["Läget den"] == datetime(2025, 2, 7)  # noqa: DTZ001
    assert said["Uttagen"] == "2025-02-09, Siri Ström"
    assert said["Områden"] == "Forest"
    assert said["Status"] == "godkänd 2025-02-08 av Kim Koord, fryst"
    assert said["SHA-256"] == extract.sha256
    assert str(said["Så samlades svaren in"]).startswith(NASTY[:20])


def test_a_draft_says_that_it_is_one_in_english_too() -> None:
    with county.in_language("en"):
        made = book(approved=False)

    said = facts(made["About this extract"])
    assert said["Status"] == "draft, not approved"
