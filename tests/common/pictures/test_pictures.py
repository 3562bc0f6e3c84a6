"""Pictures say what they are told to, in classes for pages and in colours for files.

Seen red: with a colour changed in the palette; with an unescaped name; with the text of the
ink bar laid across today’s line; with an axis that ends with its last bar.
"""

from __future__ import annotations

import pathlib
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

import samklang.common
from samklang.common.periods import StatedDate
from samklang.common.pictures import matrix, svg, tiles, timeline, units
from samklang.common.pictures.bars import Bar, Extension
from samklang.common.pictures.drawing import Drawing, Link, Path, Rect, Text, shortened
from samklang.common.pictures.palette import COLOURS, attributes

P = StatedDate.parse
STYLE = pathlib.Path(samklang.common.__file__).parent / "static/samklang/samklang.css"


def bar(name: str, start: str, end: str, **more: object) -> Bar:
    return Bar(name, P(start) if start else None, P(end) if end else None, **more)  # type: ignore[arg-type]


RAM = bar("Ram", "2021-07-01", "2026-06-30", text="Gäller t.o.m. 2026-06-30", short_text="2026")
LINE = timeline.Timeline(
    label="Tidslinje",
    regional=RAM,
    local=(
        bar("Kort", "2022-01-01", "2025-12-31", url="/a/"),
        bar("Lång & <b>", "2023-01-01", "2028-12-31", end_text="2028-12-31", url="/b/"),
        bar("Utan slut", "2022-06-01", "", until_further_notice=True, text="tillsvidare"),
        bar("Okänd", "", "2023-12-31"),
        bar("År", "2021", "2026-06-30"),
        bar("Utkast", "2026-01-01", "2026-05-01", draft=True, text="utkast"),
    ),
    day=date(2025, 2, 7),
    day_text="2025-02-07",
)
ROWS = units.Units(
    "Svar",
    (
        units.Row(
            "Skog",
            (
                units.Part(8, "Ja", units.Ground.YES),
                units.Part(3, "Nej", units.Ground.NO),
                units.Part(4, "Svar saknas", units.Ground.UNKNOWN),
            ),
        ),
    ),
)
GRID = matrix.Matrix(
    "Matris",
    "Kommun",
    ("Skog",),
    tuple(matrix.Line(mark, (matrix.Field(mark, "Ord", "rad"),)) for mark in matrix.GROUNDS),
    "8 av 8",
)
TILES = tiles.TileMap(
    "Rutkarta",
    (
        tiles.Tile(1, 1, "?", "Smedjebackens stad", tiles.Shade.UNKNOWN, "#a"),
        tiles.Tile(2, 2, "3", "Ort", tiles.Shade.FULL, "#b"),
    ),
)
ALL = (
    *(timeline.draw(LINE, width) for width in timeline.MARKS),
    units.draw(ROWS),
    units.draw(ROWS, units.NARROW),
    matrix.draw(GRID),
    tiles.draw(TILES),
)


def flat(drawing: Drawing) -> list[object]:
    return [
        part
        for shape in drawing.shapes
        for part in (shape.shapes if isinstance(shape, Link) else (shape,))
    ]


@pytest.mark.parametrize("drawing", ALL)
def test_a_page_gets_classes_and_a_file_gets_colours(drawing: Drawing) -> None:
    inside, alone = svg.inline(drawing), svg.standalone(drawing)

    ET.fromstring(inside.replace("&#x27;", "'"))  # noqa: S314 - our own markup
    ET.fromstring(alone)  # noqa: S314
    assert "style=" not in inside + alone
    assert "fill=" not in inside
    assert "class=" not in alone
    assert "var(" not in alone


@pytest.mark.parametrize("drawing", ALL)
def test_every_mark_has_its_rule_in_the_style_sheet(drawing: Drawing) -> None:
    rules = set(re.findall(r"\.([a-z][\w-]*)", STYLE.read_text(encoding="utf-8")))
    drawn = set(" ".join(re.findall(r'class="([^"]*)"', svg.inline(drawing))).split())
    chosen = set(" ".join([*timeline.MARKS.values(), *units.MARKS.values()]).split())

    assert (drawn | chosen) - rules == set()


def test_the_palette_is_that_of_the_style_sheet() -> None:
    light = STYLE.read_text(encoding="utf-8").split("@media", 1)[0]
    tokens = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]+)", light))

    assert {name: tokens.get(name) for name in COLOURS} == COLOURS


def test_links_make_a_group_and_their_text_is_their_name() -> None:
    drawn = svg.inline(timeline.draw(LINE))

    assert 'role="group"' in drawn
    assert '<a href="/a/">' in drawn
    assert ">Kort</text>" in drawn
    assert "Lång &amp; &lt;b&gt;" in drawn
    assert 'role="img"' in svg.inline(units.draw(ROWS))


def test_a_name_cut_short_is_whole_in_its_link() -> None:
    drawn = svg.inline(tiles.draw(TILES))

    assert "<title>? Smedjebackens stad</title>" in drawn
    assert "Smedjeb" in shortened("Smedjebacken", 56, 12)


LONG = "Samverkansnämndens " * 6


@pytest.mark.parametrize("width", timeline.MARKS)
def test_the_longest_name_leaves_half_of_the_picture_to_time(width: int) -> None:
    """Seen red: the axis had no room left, and no picture was drawn."""
    line = timeline.Timeline(
        "T", bar(LONG, "2021", "2026"), (bar(LONG, "2022", "2026", url="/a/"),), LINE.day, "i dag"
    )

    drawing = timeline.draw(line, width)

    assert all(one.x >= 0 and one.width > 0 for one in flat(drawing) if isinstance(one, Rect))
    (link,) = [one for one in drawing.shapes if isinstance(one, Link)]
    assert link.name == LONG


@pytest.mark.parametrize("width", units.MARKS)
def test_the_longest_name_leaves_room_for_the_squares(width: int) -> None:
    drawing = units.draw(units.Units("Svar", (replace(ROWS.rows[0], label=LONG),)), width)

    assert all(one.width > 0 for one in flat(drawing) if isinstance(one, Rect))


def test_time_beyond_the_regional_end_is_striped_and_dated() -> None:
    shapes = flat(timeline.draw(LINE))
    striped = [one for one in shapes if isinstance(one, Rect) and "f-p-diag" in one.marks]

    assert len(striped) == 1
    assert any(isinstance(one, Text) and one.text == "2028-12-31" for one in shapes)


@pytest.mark.parametrize("width", timeline.MARKS)
def test_everything_stays_inside_the_picture(width: int) -> None:
    drawing = timeline.draw(LINE, width)

    for shape in flat(drawing):
        if isinstance(shape, Rect):
            assert 0 <= shape.x <= shape.x + shape.width <= width + 1
            assert 0 <= shape.y <= shape.y + shape.height <= drawing.height


@pytest.mark.parametrize("width", timeline.MARKS)
@pytest.mark.parametrize("day", [date(2021, 8, 1), date(2022, 9, 1), date(2025, 2, 7)])
def test_no_words_in_a_bar_are_laid_across_the_day(width: int, day: date) -> None:
    line = timeline.Timeline("T", RAM, LINE.local, day, "i dag")
    drawing = timeline.draw(line, width)
    lines = [one for one in drawing.shapes if isinstance(one, Path) and one.marks == "today"]
    today = float(lines[0].d[1:].split(" ")[0])

    inside = [
        one for one in flat(drawing) if isinstance(one, Text) and one.text in {RAM.text, "2026"}
    ]

    assert all(one.x + len(one.text) * 5 < today or one.x > today for one in inside)


def test_an_extension_is_a_notch_and_a_diamond() -> None:
    extended = bar(
        "Ram",
        "2021-07-01",
        "2027-06-30",
        first_end=P("2024-12-31"),
        extensions=(
            Extension(date(2024, 6, 14), P("2026-06-30")),
            Extension(None, P("2027-06-30")),
        ),
    )
    line = timeline.Timeline("T", extended, (), date(2026, 1, 1), "")

    marks = [getattr(one, "marks", "") for one in flat(timeline.draw(line))]

    assert marks.count("stroke-paper") == 2, "two former ends"
    assert marks.count("fill-paper stroke-ink") == 1, "one known decision"


@pytest.mark.parametrize(
    ("count", "of", "wanted"),
    [(0, 3, "NONE"), (1, 3, "SOME"), (2, 3, "MOST"), (3, 3, "FULL"), (1, 1, "FULL")],
)
def test_the_shade_follows_the_share(count: int, of: int, wanted: str) -> None:
    assert tiles.shade(count, of=of).name == wanted
    assert tiles.shade(count, of=of, known=False) is tiles.Shade.UNKNOWN


def test_every_square_is_drawn() -> None:
    squares = [one for one in flat(units.draw(ROWS)) if isinstance(one, Rect)]

    assert [str(one.marks) for one in squares].count("f-p-no-answer o") == 4
    assert len(squares) == 15


def test_a_mark_without_meaning_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        attributes(["f-nothing"], {})


@pytest.mark.parametrize("width", [timeline.WIDE, timeline.MIDDLE])
def test_the_last_day_of_the_last_bar_has_room_on_the_axis(width: int) -> None:
    """A bar that ends late in its year leaves none in that year."""
    late = bar("Lång", "2023-01-01", "2028-08-30", end_text="2028-08-30")
    line = timeline.Timeline("T", RAM, (late,), date(2025, 2, 7), "i dag")

    words = [one.text for one in flat(timeline.draw(line, width)) if isinstance(one, Text)]

    assert "2028-08-30" in words
