"""A picture is a whole file that says in words what it shows, whatever somebody is called."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.common.periods import StatedDate
from samklang.common.pictures import matrix, svg, tiles, timeline, units
from samklang.common.pictures.bars import Bar
from samklang.common.pictures.drawing import Drawing

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    '"><script>alert(1)</script>',
    "'/><a href='javascript:1'>",
    "]]>&<!--",
    "Å & Ö <b>",
    "&amp;",
    "{{ 7*7 }}{% now %}",
    "=1+1",
    "--></svg>",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnuh",
    "\N{ZERO WIDTH SPACE}",
    "👩\N{ZERO WIDTH JOINER}🚒",
    "",
]
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def line(name: str, label: str = "Tidslinje") -> Drawing:
    begins, ends = StatedDate.parse("2023"), StatedDate.parse("2027-12-31")
    known = Bar(name, begins, ends, text=name, end_text=name, url="/a/?b=1&c=2")
    unknown = Bar(name, None, None, url="/b/")
    above = Bar("Ram", begins, StatedDate.parse("2026-06-30"), text="Gäller")
    return timeline.draw(timeline.Timeline(label, above, (known, unknown), date(2025, 2, 7), name))


def rows(name: str, label: str = "Svar") -> Drawing:
    parts = (units.Part(2, name, units.Ground.YES), units.Part(1, name, units.Ground.UNKNOWN))
    return units.draw(units.Units(label, (units.Row(name, parts),)))


def grid(name: str, label: str = "Matris") -> Drawing:
    lines = (matrix.Line(name, (matrix.Field("in-force", name, name),)),)
    return matrix.draw(matrix.Matrix(label, name, (name,), lines, name))


def county(name: str, label: str = "Rutkarta") -> Drawing:
    tile = tiles.Tile(1, 1, name, name, tiles.Shade.UNKNOWN, "#m")
    return tiles.draw(tiles.TileMap(label, (tile,)))


KINDS = (line, rows, grid, county)
DRAWN = [pytest.param(kind, id=kind.__name__) for kind in KINDS]


def read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  # our own markup


def elements(drawing: Drawing) -> set[str]:
    return {one.tag.removeprefix(SVG) for one in read(svg.standalone(drawing)).iter()}


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_never_markup(kind: object, name: str) -> None:
    plain, hostile = kind("Ort"), kind(name, label=name)  # type: ignore[operator]

    alone, inside = read(svg.standalone(hostile)), read(svg.inline(hostile))

    assert elements(hostile) == elements(plain)
    assert alone.findtext(f"{SVG}title") == name
    assert inside.attrib["aria-label"] == name
    for root in (alone, inside):
        assert {one.tag.removeprefix(SVG) for one in root.iter()}.isdisjoint({"script", "b"})
        assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)


@settings(max_examples=60, deadline=None)
@given(name=NAMES)
def test_whatever_somebody_is_called_the_file_is_well_formed(name: str) -> None:
    for kind in KINDS:
        read(svg.standalone(kind(name, name)))
        read(svg.inline(kind(name, name)))


@pytest.mark.parametrize("kind", DRAWN)
def test_a_file_names_itself_its_size_and_its_part_in_the_page(kind: object) -> None:
    drawing: Drawing = kind("Ort")  # type: ignore[operator]

    root = read(svg.standalone(drawing))

    assert root.tag == f"{SVG}svg"
    assert root[0].tag == f"{SVG}title", "the title comes first, so that programs find it"
    assert root.attrib["role"] == "img"
    assert root.attrib["viewBox"] == f"0 0 {drawing.width} {drawing.height}"
    assert (root.attrib["width"], root.attrib["height"]) == (
        str(drawing.width),
        str(drawing.height),
    )


@pytest.mark.parametrize("kind", DRAWN)
def test_a_file_asks_nothing_of_any_other_place(kind: object) -> None:
    alone = svg.standalone(kind("Ort"))  # type: ignore[operator]

    assert re.findall(r'(?:href|src)="(?!#)([^"]*)"', alone) == []
    assert re.findall(r"url\((?!#)", alone) == []
    assert "<a " not in alone
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", alone) == []


@pytest.mark.parametrize("kind", DRAWN)
def test_every_mark_that_a_file_points_at_is_in_it(kind: object) -> None:
    alone = svg.standalone(kind("Ort"))  # type: ignore[operator]
    root = read(alone)

    pointed = set(re.findall(r'(?:href="|url\()#([\w-]+)', alone))

    assert pointed <= {one.attrib["id"] for one in root.iter() if "id" in one.attrib}


def test_a_drawing_in_a_page_takes_its_marks_from_the_page() -> None:
    inside = svg.inline(grid("Ort"), "w-l")

    assert 'class="pic w-l"' in inside
    assert '<use href="#s-in-force"/>' in inside
    assert "<defs>" not in inside


@pytest.mark.parametrize(("kind", "role"), [(line, "group"), (county, "group"), (rows, "img")])
def test_what_can_be_followed_is_a_group_and_the_rest_one_image(kind: object, role: str) -> None:
    assert read(svg.inline(kind("Ort"))).attrib["role"] == role  # type: ignore[operator]


def test_a_link_keeps_its_whole_address() -> None:
    links = [one.attrib["href"] for one in read(svg.inline(line("Ort"))).iter("a")]

    assert links == ["/a/?b=1&c=2", "/b/"]


def test_one_picture_for_several_widths_is_drawn_once_for_each() -> None:
    joined = svg.joined([(line("Ort"), "w-l"), (line("Ort"), "w-s")])

    assert re.findall(r'class="pic ([\w-]+)"', joined) == ["w-l", "w-s"]
