"""Page, Word, Excel, PowerPoint, PDF and JSON have the same figures, cell for cell."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from samklang.documents.pdf import writer as pdf
from samklang.library.models import Area
from samklang.organizations.models import Organization
from samklang.reporting import sheets
from samklang.reporting.docx import writer as word
from samklang.reporting.extract import Extract
from samklang.reporting.figures import AreaFigures, Inventory
from samklang.reporting.paper import paper
from samklang.reporting.slides import writer as slides
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db
Rows = list[list[str]]


def two_areas() -> Inventory:
    """Two areas in which every kind of cell stands somewhere."""
    for position, one in enumerate(county.municipalities(), start=1):
        Organization.objects.filter(pk=one.pk).update(position=position)
    forest, water = cast.area(), cast.area("water")
    Area.objects.filter(pk=water.pk).update(position=1)
    frame = county.regional(forest)
    county.local("alm", frame, adopted=date(2023, 7, 1))
    county.local("björk", frame, adopted=date(2023, 11, 1), end="2027-12-31")
    county.local("ek", frame, end="2024-12-31")
    county.says_none("gran", about=forest)
    county.local("alm", None, end="2025-05-31", about=water)
    draft = cast.agreement("Utkast", keeper=cast.organization("hassel"), about=water)
    cast.edition(draft, begun=date(2024, 9, 1))
    return county.figures(forest, water)


# What every file must hold, counted by hand from two_areas.
ANSWERS = [["Forest", "2", "2", "1"], ["Water", "1", "1", "3"]]
SUM = ["Tillsammans", "3", "3", "4"]
LOCALS = [
    ["Alm", "2023-01-01", "2026-06-30", "2023-07-01", "24"],
    ["Björk", "2023-01-01", "2027-12-31", "2023-11-01", "28"],
]
CELLS = [
    ["Alm", "Gäller t.o.m. 2026-06-30", "Löper ut 2025-05-31"],
    ["Björk", "Längre än ramavtal, 2027-12-31", "Svar saknas"],
    ["Ek", "Utgången 2024-12-31", "Svar saknas"],
    ["Gran", "Saknas", "Svar saknas"],
    ["Hassel", "Svar saknas", "Under arbete"],
]


def in_swedish(write: Callable[[Extract], bytes], figures: Inventory) -> bytes:
    with county.in_language("sv"):
        return write(county.extract(figures))


def word_tables(figures: Inventory) -> list[Rows]:
    content = in_swedish(lambda it: word.packed(paper(it), [b"PNG"] * 3), figures)
    document = docx.Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]


def slide_tables(figures: Inventory) -> list[Rows]:
    deck = Presentation(BytesIO(in_swedish(slides.written, figures)))
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in one.table.rows] for one in shapes]


def workbook(figures: Inventory) -> Any:
    return openpyxl.load_workbook(BytesIO(in_swedish(sheets.written, figures)))


def said(value: object) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def sheet_rows(sheet: Any) -> Rows:
    return [[said(cell.value) for cell in row] for row in sheet.iter_rows()]


def test_the_figures_are_those_counted_by_hand() -> None:
    found = two_areas()

    answers = [(one.answers.yes, one.answers.no, one.answers.no_answer) for one in found.areas]
    assert answers == [(2, 2, 1), (1, 1, 3)]
    assert [local.name for local in found.areas[0].locals] == ["Alm", "Björk"]
    assert found.mean_months == 26.0


def test_every_cell_of_the_word_file_is_the_figures() -> None:
    """Seen red: with yes and no turned in _counts, every row of answers differed."""
    answers, forest, water, cells, _about = word_tables(two_areas())

    assert answers[1:] == [*ANSWERS, SUM]
    assert forest[1:] == LOCALS
    assert water[1:] == [["Alm", "2023-01-01", "2025-05-31", "inte känt", "–"]]
    assert cells[1:] == CELLS


def test_every_cell_of_the_slides_is_the_figures() -> None:
    answers, *_areas, cells = slide_tables(two_areas())

    assert answers[1:] == [*ANSWERS, SUM]
    assert cells[1:] == CELLS


def test_every_cell_of_the_workbook_is_the_figures() -> None:
    made = workbook(two_areas())
    answers, locals_, cells, means = (sheet_rows(made[name]) for name in made.sheetnames[:4])

    assert [row[:4] for row in answers[1:3]] == ANSWERS
    assert answers[-1] == [*SUM, "10"]
    assert [[row[1], *row[4:8]] for row in locals_[1:3]] == LOCALS
    assert [row[0] for row in locals_[1:]] == ["Forest", "Forest", "Water"]
    assert [row[3] for row in locals_[1:]] == ["Gäller", "Längre än ramavtal", "Löper ut"]
    assert [row[8] for row in locals_[1:]] == ["2026-06-30", "2026-06-30", ""]
    assert cells[1:] == CELLS
    assert [row[:4] for row in means[1:]] == [["Forest", "26", "2", "1"], ["Water", "", "0", "0"]]


def test_the_workbook_says_what_each_mean_rests_on() -> None:
    forest, water = sheet_rows(workbook(two_areas())["Tid i snitt"])[1:]

    assert forest[4] == "26 månader, räknat på 2 av 2 lokalavtal."
    assert water[4] == "Alm: beslutsdag saknas och räknas inte med."


@pytest.mark.parametrize("rows", [ANSWERS, [SUM], LOCALS, CELLS])
def test_every_row_of_the_pdf_is_the_figures(rows: Rows) -> None:
    content = in_swedish(lambda it: pdf.written(paper(it)), two_areas())
    text = " ".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content))
    spoken = " ".join(text.split())

    for row in rows:
        assert " ".join(row) in spoken


def test_the_json_has_the_same_answers_and_days() -> None:
    content = in_swedish(lambda it: it.written.encode(), two_areas())
    found = json.loads(content)

    counted = [[str(area["answers"][word]) for word in ("yes", "no", "no_answer")]
               for area in found["areas"]]  # fmt: skip
    assert counted == [row[1:] for row in ANSWERS]
    days = [[local["names"][0], local["adopted_date"]] for local in found["areas"][0]["locals"]]
    assert days == [[row[0], row[3]] for row in LOCALS]


def test_a_table_of_one_area_has_no_sum() -> None:
    county.full()

    answers = word_tables(county.figures())[0]

    assert answers[1:] == [["Forest", "2", "1", "2"]]


def test_the_answers_are_those_of_the_cells() -> None:
    found = two_areas()

    for number, area in enumerate(found.areas):
        cells = [one.cells[number].answer for one in found.municipalities]
        assert cells.count("yes") == area.answers.yes
        assert cells.count("no") == area.answers.no
        assert cells.count("no_answer") == area.answers.no_answer


def test_whatever_is_measured_or_left_out_is_a_local_agreement() -> None:
    def parts(area: AreaFigures) -> int:
        left = ("no_adoption", "no_start", "earlier")
        return len(area.measured) + sum(len(area.left_out(why)) for why in left)

    for area in two_areas().areas:
        assert parts(area) == len(area.locals)
