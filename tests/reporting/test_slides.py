"""The deck: parsed back, with one truth in chart, table and report."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from samklang.common.pictures.drawing import Drawing, Path, Rect, Text
from samklang.reporting.slides import box, writer
from samklang.reporting.slides.deck import Deck
from samklang.reporting.slides.shapes import contours, draw
from tests import cast
from tests.reporting import county
from tests.reporting.files import full_extract

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def made(language: str = "sv") -> Any:
    extract = full_extract()
    with county.in_language(language):
        return Presentation(BytesIO(writer.written(extract)))


def one_of(slide: Any, kind: str) -> Any:
    return next(shape for shape in slide.shapes if getattr(shape, f"has_{kind}"))


def test_the_slides_are_wide_and_every_one_has_a_title() -> None:
    deck = made()

    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [
        "Vilka lokala överenskommelser finns?",
        "Så svarade kommuner",
        "Forest",
        "Varje kommun",
        "Vad händer nu",
    ]


def test_chart_table_and_report_have_the_same_figures() -> None:
    water = cast.area("water")
    county.full()
    county.says_none("ek", about=water)
    figures = county.figures(cast.area(), water)
    with county.in_language("sv"):
        deck = Presentation(BytesIO(writer.written(county.extract(figures))))

    slide = deck.slides[1]
    chart = one_of(slide, "chart").chart
    table = one_of(slide, "table").table
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    charted = list(zip(*(series.values for series in chart.plots[0].series), strict=True))
    counted = [(one.answers.yes, one.answers.no, one.answers.no_answer) for one in figures.areas]
    assert charted == counted == [(2, 1, 2), (0, 1, 4)]
    assert [tuple(map(int, row[1:])) for row in rows[1:-1]] == counted
    assert rows[-1] == ["Tillsammans", "2", "2", "6"]
    assert list(chart.plots[0].categories) == ["Forest", "Water"]
    assert [series.name for series in chart.plots[0].series] == ["Ja", "Nej", "Svar saknas"]


def test_the_timeline_is_shapes_with_a_sentence() -> None:
    group = next(
        shape for shape in made().slides[2].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP
    )

    texts = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame]
    assert group.element.nvGrpSpPr.cNvPr.get("descr").startswith("Forest: 3 lokalavtal")
    assert {"Alm", "Ek", "Hassel", "2027-12-31"} <= set(texts)


def test_pictures_chart_and_tables_have_texts_for_those_who_do_not_see_them() -> None:
    for slide in made().slides:
        for shape in slide.shapes:
            if shape.shape_type in {MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.CHART} or shape.has_table:
                properties = shape.element.find(f".//{qn('p:cNvPr')}")
                assert properties.get("descr")


def test_nothing_stands_outside_the_slide() -> None:
    deck = made()

    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_nothing_has_the_shadow_of_a_theme() -> None:
    deck = made()
    parts = [deck.slide_master, *deck.slides]

    assert [one for part in parts for one in part.element.iter(qn("p:style"))] == []


def test_notes_and_foot_say_the_day_the_state_and_the_hash() -> None:
    extract = full_extract()
    with county.in_language("sv"):
        deck = Presentation(BytesIO(writer.written(extract)))

    for slide in deck.slides:
        assert extract.sha256 in slide.notes_slide.notes_text_frame.text
        foot = [one.text_frame.text for one in slide.shapes if one.has_text_frame][1]
        assert "2025-02-07 · godkänd 2025-02-08 av Kim Koord" in foot


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_every_word_is_in_the_language_of_the_reader(language: str, tag: str) -> None:
    deck = made(language)

    assert deck.core_properties.language == tag
    for slide in deck.slides:
        for run in slide.element.iter(qn("a:r")):
            assert run.find(qn("a:rPr")).get("lang") == tag


def test_clauses_that_do_not_fit_stand_in_the_notes() -> None:
    county.municipalities()
    parent = county.regional()
    for name in county.NAMES:
        county.review_clause(county.local(name, parent), f"{name} ser över avtalet. " * 12)

    with county.in_language("sv"):
        deck = Presentation(BytesIO(writer.written(county.extract())))

    slide = deck.slides[2]
    shown = "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
    assert "Fler klausuler står i anteckningarna: 4." in shown
    for name in county.NAMES:
        assert f"{name} ser över avtalet." in slide.notes_slide.notes_text_frame.text


def test_a_large_county_has_its_list_on_several_slides() -> None:
    for number in range(40):
        cast.organization(f"by-{number:02}")

    with county.in_language("sv"):
        deck = Presentation(BytesIO(writer.written(county.extract())))

    lists = [slide for slide in deck.slides if slide.shapes.title.text_frame.text == "Varje kommun"]
    rows = [len(one_of(slide, "table").table.rows) - 1 for slide in lists]
    assert rows == [16, 16, 8]


def test_an_area_without_agreements_says_so() -> None:
    county.municipalities()

    with county.in_language("sv"):
        deck = Presentation(BytesIO(writer.written(county.extract())))

    said = [one.text_frame.text for one in deck.slides[2].shapes if one.has_text_frame]
    assert "Den dagen fanns ingen överenskommelse i området enligt registret." in said


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M1 2V9", [([(1, 2), (1, 9)], False)]),
        ("M1 2v7", [([(1, 2), (1, 9)], False)]),
        ("M0 1H5M0 3H5", [([(0, 1), (5, 1)], False), ([(0, 3), (5, 3)], False)]),
        ("M0 0H4l2 2l-2 2H0z", [([(0, 0), (4, 0), (6, 2), (4, 4), (0, 4)], True)]),
        ("M1.5 -2L3 4h1", [([(1.5, -2), (3, 4), (4, 4)], False)]),
    ],
)
def test_the_paths_of_our_pictures_are_read(
    path: str, expected: list[tuple[list[tuple[float, float]], bool]]
) -> None:
    assert list(contours(path)) == expected


def test_a_drawing_becomes_as_large_as_its_box_allows() -> None:
    deck = Deck(title="t", author="a", language="sv-SE", foot="f")
    slide = deck.slide("t", notes="")
    drawing = Drawing(
        100, 50, "En bild", (Rect(0, 0, 100, 50, "f-ink"), Path("M0 0H100", "ln"), Text(0, 30, "x"))
    )

    draw(slide, drawing, box.Box.inches(1, 1, 10, 3))

    group = slide.shapes[-1]
    assert abs(group.width - Inches(6)) < Inches(0.01)
    assert abs(group.height - Inches(3)) < Inches(0.2)


def test_a_long_name_stops_no_slides_and_is_cut_only_where_nobody_reads_it() -> None:
    """Seen red: a foot of more than 255 signs was refused by the file's properties."""
    long = "Samverkansregionens " * 20

    deck = Deck(title=long, author=long, language="sv", foot=long)
    deck.slide("Rubrik", notes="")

    told = Presentation(BytesIO(deck.saved()))
    assert long.strip() in "".join(
        shape.text_frame.text for shape in told.slides[0].shapes if shape.has_text_frame
    )
    assert told.core_properties.title == long[:255]
