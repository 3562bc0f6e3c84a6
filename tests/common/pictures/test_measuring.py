"""Days, words and squares stand where the picture's own scale says, and inside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.common.pictures import matrix, tiles, units
from samklang.common.pictures.drawing import (
    Drawing,
    Link,
    Path,
    Rect,
    Symbol,
    Text,
    shortened,
    text_width,
)
from samklang.common.pictures.scale import Scale
from samklang.common.pictures.units import Ground, Part, Row, Units

DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))


def flat(drawing: Drawing) -> Iterator[Rect | Path | Text | Symbol]:
    for shape in drawing.shapes:
        yield from shape.shapes if isinstance(shape, Link) else (shape,)


def texts(drawing: Drawing) -> list[str]:
    return [one.text for one in flat(drawing) if isinstance(one, Text)]


# Time


def test_a_year_lies_between_its_two_lines() -> None:
    scale = Scale.over([date(2021, 7, 1), date(2023, 6, 30)], left=100, right=1196)

    assert (scale.first, scale.last) == (date(2021, 1, 1), date(2024, 1, 1))
    assert scale.x(date(2021, 1, 1)) == 100
    assert scale.x(date(2022, 1, 1)) == 465.3  # 365 of 1095 days
    assert scale.x(date(2024, 1, 1)) == 1196


@pytest.mark.parametrize(
    ("last", "until"),
    [
        ("2025-08-31", "2026-01-01"),
        ("2025-09-02", "2026-01-01"),
        ("2025-09-03", "2027-01-01"),
        ("2025-12-31", "2027-01-01"),
        ("2024-02-29", "2025-01-01"),
    ],
)
def test_there_is_room_after_the_last_day(last: str, until: str) -> None:
    day = date.fromisoformat(last)

    assert Scale.over([day], left=0, right=100).last == date.fromisoformat(until)


@given(st.lists(DAYS, min_size=1, max_size=6), st.integers(200, 1200))
def test_every_day_is_on_the_scale_and_in_its_order(days: list[date], width: int) -> None:
    scale = Scale.over(days, left=0, right=width)

    places = [scale.x(day) for day in sorted(days)]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= width


@given(st.lists(DAYS, min_size=2, max_size=2), st.integers(200, 1200))
def test_the_numbers_of_the_years_do_not_run_into_each_other(days: list[date], width: int) -> None:
    scale = Scale.over(days, left=0, right=width)
    said = [x for x, label in scale.years() if label]

    assert len(list(scale.years())) == scale.last.year - scale.first.year
    assert all(after - before >= 40 for before, after in pairwise(said))


# Words


@pytest.mark.parametrize(
    ("name", "room", "size", "written"),
    [
        ("Mora", 56, 12.5, "Mora"),
        ("Smedjebacken", 56, 12.0, "Smedjeb."),
        ("Malung-Sälen", 50, 12.0, "Malung."),
        ("Ö", 1, 12.0, "Ö."),
        ("", 10, 12.0, ""),
    ],
)
def test_a_name_without_room_ends_in_a_full_stop(
    name: str, room: float, size: float, written: str
) -> None:
    assert shortened(name, room, size) == written


@given(st.text("abcdeåäö MWil-", min_size=2, max_size=40), st.floats(30, 300))
def test_a_shortened_name_has_room_and_begins_as_the_whole_one(name: str, room: float) -> None:
    written = shortened(name, room)

    assert text_width(written) <= room
    assert written == name or name.startswith(written.removesuffix("."))


@given(st.text(max_size=30), st.text(max_size=30), st.floats(8, 40))
def test_a_line_is_as_wide_as_its_parts(one: str, other: str, size: float) -> None:
    whole = text_width(one + other, size)

    assert whole == pytest.approx(text_width(one, size) + text_width(other, size))
    assert text_width(one, size * 2) == pytest.approx(text_width(one, size) * 2)


# One square for each municipality


def answers(yes: int, no: int, unknown: int) -> Units:
    parts = (
        Part(yes, "Ja", Ground.YES),
        Part(no, "Nej", Ground.NO),
        Part(unknown, "Svar saknas", Ground.UNKNOWN, "Saknas"),
    )
    return Units("Svar", (Row("Skog", parts),))


@settings(deadline=None)
@given(st.integers(0, 290), st.integers(0, 30), st.integers(0, 30))
def test_there_are_as_many_squares_as_were_counted(yes: int, no: int, unknown: int) -> None:
    drawing = units.draw(answers(yes, no, unknown))
    grounds = [one.marks.split()[0] for one in flat(drawing) if isinstance(one, Rect)]

    assert grounds == ["f-blue"] * yes + ["f-paper"] * no + ["f-p-no-answer"] * unknown


@settings(deadline=None)
@given(
    st.integers(1, 60),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from((units.WIDE, units.NARROW)),
)
def test_squares_and_words_stay_in_the_picture(yes: int, no: int, unknown: int, width: int) -> None:
    drawing = units.draw(answers(yes, no, unknown), width)

    for one in flat(drawing):
        if isinstance(one, Rect):
            assert 0 <= one.x <= one.x + one.width <= width
            assert 0 <= one.y <= one.y + one.height <= drawing.height


@pytest.mark.parametrize(
    ("counts", "width", "said"),
    [
        ((8, 3, 4), units.WIDE, ["Skog", "8 Ja", "3 Nej", "4 Svar saknas"]),
        ((8, 3, 4), units.NARROW, ["Skog", "8 Ja", "3 Nej", "4 Saknas"]),
        ((15, 0, 0), units.WIDE, ["Skog", "15 Ja"]),
        ((0, 0, 15), units.WIDE, ["Skog", "15 Svar saknas"]),
        ((0, 0, 0), units.WIDE, ["Skog"]),
    ],
)
def test_the_squares_are_counted_in_words_and_nothing_is_said_of_none(
    counts: tuple[int, int, int], width: int, said: list[str]
) -> None:
    assert texts(units.draw(answers(*counts), width)) == said


@pytest.mark.parametrize("counts", [(13, 1, 1), (1, 13, 1), (1, 1, 1), (5, 5, 5)])
@pytest.mark.parametrize("width", units.MARKS)
def test_words_below_the_squares_do_not_run_into_each_other(
    counts: tuple[int, int, int], width: int
) -> None:
    drawing = units.draw(answers(*counts), width)
    words = [one for one in flat(drawing) if isinstance(one, Text) and one.marks == "ts"]

    for before, after in pairwise(words):
        assert before.x + text_width(before.text, 13) <= after.x


# Tiles and cells


@pytest.mark.parametrize(
    ("count", "of", "shade"),
    [
        (0, 3, "NONE"),
        (1, 3, "SOME"),
        (2, 3, "MOST"),
        (3, 3, "FULL"),
        (4, 3, "FULL"),
        (1, 2, "MOST"),
        (1, 1, "FULL"),
        (0, 1, "NONE"),
        (2, 5, "SOME"),
        (3, 5, "MOST"),
        (0, 0, "NONE"),
    ],
)
def test_a_tile_is_darker_the_more_there_is(count: int, of: int, shade: str) -> None:
    assert tiles.shade(count, of=of).name == shade


def test_tiles_stand_in_reading_order_whatever_order_they_come_in() -> None:
    laid = tiles.TileMap(
        "Karta",
        tuple(
            tiles.Tile(row, column, "1", name, tiles.Shade.SOME)
            for row, column, name in ((2, 1, "Tre"), (1, 2, "Två"), (1, 1, "Ett"))
        ),
    )

    drawing = tiles.draw(laid)

    assert [one for one in texts(drawing) if not one.strip().isdigit()] == ["Ett", "Två", "Tre"]
    assert (drawing.width, drawing.height) == (249, 124)
    assert not drawing.has_links


def test_a_county_without_places_is_a_small_empty_map_and_no_error() -> None:
    drawing = tiles.draw(tiles.TileMap("Karta", ()))

    assert drawing.shapes == ()
    assert drawing.width > 0


@pytest.mark.parametrize("count", [0, 1, 3, 6, 40])
def test_a_matrix_is_as_wide_as_it_was_asked_to_be(count: int) -> None:
    heads = tuple(f"Område {number}" for number in range(count))
    fields = tuple(matrix.Field("missing", "Saknas") for _head in heads)
    laid = matrix.Matrix("M", "Ort", heads, (matrix.Line("Mora", fields),), "Summa")

    drawing = matrix.draw(laid)

    assert drawing.width == 1160
    for one in flat(drawing):
        if isinstance(one, Rect):
            assert one.x + one.width <= 1161


@pytest.mark.parametrize("mark", matrix.GROUNDS)
def test_every_status_is_a_word_a_symbol_and_a_strip(mark: str) -> None:
    laid = matrix.Matrix(
        "M", "", ("Skog",), (matrix.Line("Mora", (matrix.Field(mark, "Ord"),)),), ""
    )
    shapes = list(flat(matrix.draw(laid)))

    assert [one.name for one in shapes if isinstance(one, Symbol)] == [mark]
    assert "Ord" in [one.text for one in shapes if isinstance(one, Text)]
    strips = [one for one in shapes if isinstance(one, Rect) and one.width in (4, 6)]
    assert len(strips) == {"under-way": 3, "no-answer": 5}.get(mark, 1)


def test_a_status_that_nobody_drew_is_a_mistake_of_ours() -> None:
    laid = matrix.Matrix("M", "", ("S",), (matrix.Line("M", (matrix.Field("new", "?"),)),), "")

    with pytest.raises(KeyError):
        matrix.draw(laid)
