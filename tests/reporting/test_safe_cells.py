"""What somebody wrote is text in every file, however much it looks like something else.

A name that a spreadsheet took for a formula would run on the reader's machine; a name that a
word processor took for markup would break the file. The county has no other sheets: nothing writes
CSV (below). Seen red with formulas allowed in either
workbook and with one text put into the Word file unescaped.
"""

from __future__ import annotations

import ast
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from django.test import Client
from pptx import Presentation

from samklang.agreements.models import Agreement
from samklang.library.models import Area
from samklang.organizations.models import Organization, Role
from samklang.reporting import sheets
from samklang.reporting.docx import writer as word
from samklang.reporting.extract import Extract
from samklang.reporting.figures import Account
from samklang.reporting.paper import paper
from samklang.reporting.slides import writer as slides
from tests import cast
from tests.architecture.tree import modules
from tests.hostile.formulas import FORMULAS
from tests.reporting import county

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def hostile(text: str) -> Extract:
    """Put the text wherever somebody may write something."""
    county.full()
    Organization.objects.filter(code="alm").update(short_name=text[:100])
    Agreement.objects.filter(keeper__code="ek").update(title=text)
    Area.objects.update(name=text, short_name=text[:60])
    county.review_clause(Agreement.objects.get(keeper__code="ek").editions.get(), text)
    account = Account(addressed_to=text, method=text, next_steps=text)
    return county.extract(replace(county.figures(), account=account))


def cells(content: bytes) -> list[Any]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]


def no_formula(content: bytes) -> None:
    found = cells(content)
    assert [cell.coordinate for cell in found if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in found if cell.hyperlink] == []
    with zipfile.ZipFile(BytesIO(content)) as package:
        sheets_of = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        text = b"".join(package.read(name) for name in sheets_of)
        assert "xl/externalLinks" not in " ".join(package.namelist())
    assert b"<f>" not in text
    assert b"<hyperlink" not in text


def texts(content: bytes) -> set[str]:
    return {shown(cell.value) for cell in cells(content) if cell.data_type == "s"}


def shown(text: str) -> str:
    """A return is written as Office writes it, in the format's own words."""
    return text.replace("\r", "_x000D_")


@pytest.mark.parametrize("text", FORMULAS)
def test_the_reports_workbook_has_text_and_no_formula(text: str) -> None:
    content = sheets.written(hostile(text))

    no_formula(content)
    assert shown(text) in texts(content)


@pytest.mark.parametrize("text", FORMULAS)
def test_the_county_pages_workbook_has_text_and_no_formula(client: Client, text: str) -> None:
    hostile(text)
    Area.objects.update(statutory=True)
    client.force_login(cast.person("siri", Role.READER, of=cast.organization("ek")))

    content = client.get(f"/lanet/matris.xlsx?on={county.DAY.isoformat()}").content

    no_formula(content)
    assert shown(text) in texts(content)


@pytest.mark.parametrize("text", FORMULAS[::3])
def test_a_word_file_and_slides_show_it_as_it_was_written(text: str) -> None:
    extract = hostile(text)

    document = word.packed(paper(extract), [b"PNG"] * 3)
    deck = Presentation(BytesIO(slides.written(extract)))

    with zipfile.ZipFile(BytesIO(document)) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314  # our own
    shown = "".join(body.itertext())
    assert text.strip() in shown
    told = [
        shape.text_frame.text for one in deck.slides for shape in one.shapes if shape.has_text_frame
    ]
    assert any(text.strip() in one for one in told)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Svar", {"B2": 2, "C2": 1, "D2": 2, "E2": 5}),
        ("Tid i snitt", {"B2": 26, "C2": 2, "D2": 1}),
    ],
)
def test_figures_are_numbers_that_can_be_counted_with(name: str, numbers: dict[str, int]) -> None:
    county.full()
    with county.in_language("sv"):
        book = openpyxl.load_workbook(BytesIO(sheets.written(county.extract())))

    sheet = book[name]

    assert {place: sheet[place].value for place in numbers} == numbers
    assert {sheet[place].data_type for place in numbers} == {"n"}


@pytest.mark.parametrize("name", ["Område/med: [tecken]*?\\", "x" * 200, "'citat'", "Historik"])
def test_a_countys_word_can_head_a_sheet_whatever_it_is(name: str) -> None:
    county.full()
    partnership = cast.partnership()
    partnership.words = {"sv": {**partnership.words["sv"], "municipality": name}}
    partnership.save()

    with county.in_language("sv"):
        content = sheets.written(county.extract(county.figures()))

    titles = openpyxl.load_workbook(BytesIO(content)).sheetnames
    assert len(titles) == 5
    assert all(len(title) <= 31 for title in titles)


def test_no_other_module_writes_sheets() -> None:
    """A new kind of file for spreadsheets is tried here first. Seen red with `import csv`."""
    writing = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        for name in _names(node)
        if name.split(".")[0] in {"csv", "xlsxwriter", "openpyxl", "pandas", "odf"}
    }

    reading = {"inventories/program_values.py"}
    assert writing == {"common/workbook_files.py"} | reading
    opening = {path for path, tree in modules() if "workbook_files" in ast.dump(tree)}
    assert opening == {"common/workbooks.py"}
    begun = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "samklang.common.workbooks"
        for one in node.names
        if one.name in {"Book", "opened"}
    }
    texts = {"texts/coverage_sheet.py", "texts/sisters_sheet.py"}  # tests/texts/test_safe_sheets
    # Tried in tests/decisions/test_pages and tests/organizations/test_bodies.
    groups = {"decisions/sheet.py", "organizations/body_sheet.py"}
    # Every cell of these is written by the same book as those.
    later = {"decisions/home_sheet.py", "meetings/year_sheet.py"}
    assert begun == {"portal/sheet.py", "reporting/sheets.py"} | texts | groups | later


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
