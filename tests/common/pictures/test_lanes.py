"""One agreement's time as a bar: solid where it is known, dotted where it is not.

Written out on a scale where a year is 100 wide, from 2021 to 2031. Seen red with the dashed
stretch of an uncertain start left out, with stripes drawn before the regional end, and with
words laid across a line.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.common.periods import StatedDate
from samklang.common.pictures.bars import Bar, Extension
from samklang.common.pictures.drawing import Path, Rect, Shape, Text, text_width
from samklang.common.pictures.lanes import Lane, Style
from samklang.common.pictures.scale import Scale
from samklang.common.pictures.timeline import Timeline, draw

P = StatedDate.parse
SCALE = Scale(date(2021, 1, 1), date(2031, 1, 1), 0, 1000)
END = date(2026, 12, 31)
DAYS = st.dates(date(2021, 1, 1), date(2030, 12, 31))


def bar(start: str, end: str, **more: object) -> Bar:
    return Bar("Ort", P(start) if start else None, P(end) if end else None, **more)  # type: ignore[arg-type]


def drawn(
    one: Bar, style: Style = Style.LOCAL, *lines: float, end: date | None = END
) -> list[Shape]:
    return list(Lane(SCALE, lines, end, 0, 16, style).shapes(one))


def marked(shapes: list[Shape], mark: str) -> list[Shape]:
    return [one for one in shapes if mark in getattr(one, "marks", "").split()]


def spans(shapes: list[Shape], mark: str) -> list[tuple[float, float]]:
    rects = [one for one in marked(shapes, mark) if isinstance(one, Rect)]
    return [(one.x, round(one.x + one.width, 1)) for one in rects]


@pytest.mark.parametrize(
    ("start", "end", "tinted", "striped"),
    [
        # Ends before, with and after the regional one.
        ("2022-01-01", "2024-01-01", [(99.9, 299.8)], []),
        ("2022-01-01", "2026-12-31", [(99.9, 599.7)], []),
        ("2022-01-01", "2028-12-31", [(99.9, 599.7)], [(599.7, 799.8)]),
        # Begins after the regional one has ended: all of it is stripes.
        ("2027-06-01", "2028-12-31", [], [(641.3, 799.8)]),
        # One day only.
        ("2024-02-29", "2024-02-29", [], []),
    ],
)
def test_time_is_tinted_up_to_the_regional_end_and_striped_after_it(
    start: str,
    end: str,
    tinted: list[tuple[float, float]],
    striped: list[tuple[float, float]],
) -> None:
    shapes = drawn(bar(start, end))

    assert spans(shapes, "f-bluetint") == tinted
    assert spans(shapes, "f-p-diag") == striped


def test_without_a_regional_one_nothing_is_striped() -> None:
    shapes = drawn(bar("2022-01-01", "2028-12-31"), end=None)

    assert spans(shapes, "f-bluetint") == [(99.9, 799.8)]
    assert spans(shapes, "f-p-diag") == []


@pytest.mark.parametrize(
    ("start", "dashed", "edge"),
    [
        ("2022-01-01", [], 99.9),
        ("2022-03", [(116.1, 124.3)], 124.3),
        ("2022", [(99.9, 199.6)], 199.6),
    ],
)
def test_a_start_is_solid_only_where_it_is_certain(
    start: str, dashed: list[tuple[float, float]], edge: float
) -> None:
    shapes = drawn(bar(start, "2026-12-31"))

    assert spans(shapes, "o-db") == dashed
    assert (edge, round(edge + 4, 1)) in spans(shapes, "f-blue")


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("", "2024-12-31", "M0 8H399.8"),
        ("2023-01-01", "", "M199.9 8H1000"),
        ("", "", "M0 8H1000"),
    ],
)
def test_what_is_not_known_is_a_dotted_line_over_where_it_may_be(
    start: str, end: str, line: str
) -> None:
    gaps = marked(drawn(bar(start, end)), "gap")

    assert [one.d for one in gaps if isinstance(one, Path)] == [line]
    assert spans(drawn(bar(start, end)), "f-bluetint") == []


def test_until_further_notice_is_an_arrow_to_the_end_of_the_scale() -> None:
    shapes = drawn(bar("2022-01-01", "", until_further_notice=True))

    arrows = [one for one in shapes if isinstance(one, Path) and one.d.endswith("z")]
    assert [one.d for one in arrows] == ["M99.9 0H1000l8 8l-8 8H99.9z"]
    assert marked(shapes, "gap") == []


def test_work_under_way_is_an_outline_without_an_edge() -> None:
    shapes = drawn(bar("2026-01-01", "2026-11-24", draft=True, text="remiss"), Style.DRAFT)

    assert len(marked(shapes, "o-db")) == 1
    assert marked(shapes, "f-blue") == []


def test_decisions_are_diamonds_and_former_ends_are_notches() -> None:
    extended = bar(
        "2021-07-01",
        "2028-06-30",
        first_end=P("2024-12-31"),
        extensions=(
            Extension(date(2024, 6, 14), P("2026-06-30")),
            Extension(None, P("2027-06-30")),
            Extension(date(2027, 3, 1), P("2028-06-30")),
        ),
    )

    shapes = drawn(extended, Style.REGIONAL)

    notches = [one.d for one in marked(shapes, "stroke-paper") if isinstance(one, Path)]
    assert notches == ["M399.8 0v16", "M549.3 0v16", "M649.2 0v16"]
    diamonds = [one.d.split("l")[0] for one in shapes if isinstance(one, Path) and "l5 5" in one.d]
    assert diamonds == ["M340 8", "M611.1 8"]


@pytest.mark.parametrize(
    ("text", "short", "end", "shown"),
    [
        ("Gäller t.o.m. 2024-06-30", "2024", "2024-06-30", ["Gäller t.o.m. 2024-06-30"]),
        ("Gäller t.o.m. 2022-06-30", "2022", "2022-06-30", ["2022"]),
        ("Gäller t.o.m. 2022-02-01", "2022-02-01", "2022-02-01", []),
        ("", "", "2024-06-30", []),
    ],
)
def test_words_stand_in_a_bar_only_where_they_have_room(
    text: str, short: str, end: str, shown: list[str]
) -> None:
    shapes = drawn(bar("2022-01-01", end, text=text, short_text=short))

    assert [one.text for one in shapes if isinstance(one, Text)] == shown


@pytest.mark.parametrize(
    ("lines", "starts_at"),
    [((), 107.9), ((120.0,), 126.0), ((120.0, 150.0), 156.0), ((300.0,), 107.9), ((50.0,), 107.9)],
)
def test_words_move_to_just_after_a_line_that_would_cross_them(
    lines: tuple[float, ...], starts_at: float
) -> None:
    shapes = drawn(bar("2022-01-01", "2026-12-31", text="tillsvidare"), Style.LOCAL, *lines)

    assert [round(one.x, 1) for one in shapes if isinstance(one, Text)] == [starts_at]


@settings(deadline=None)
@given(DAYS, DAYS, st.lists(st.floats(0, 1000), max_size=3), st.text("abc åäö", max_size=12))
def test_words_in_a_bar_cross_no_line_and_stay_in_it(
    one: date, other: date, lines: list[float], words: str
) -> None:
    start, end = sorted((one, other))
    found = Bar("Ort", StatedDate.on(start), StatedDate.on(end), text=words)

    shapes = list(Lane(SCALE, tuple(lines), None, 0, 16, Style.LOCAL).shapes(found))

    for text in (one for one in shapes if isinstance(one, Text)):
        right = text.x + text_width(text.text, 13)
        assert SCALE.x(start) <= text.x
        assert right <= SCALE.x(end)
        assert not any(text.x < line < right for line in lines)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(DAYS, DAYS), max_size=6), DAYS, st.sampled_from((1160, 680, 358)))
def test_a_timeline_of_anything_stays_inside_its_picture(
    days: list[tuple[date, date]], day: date, width: int
) -> None:
    bars = tuple(
        Bar(f"Ort {n}", StatedDate.on(min(pair)), StatedDate.on(max(pair)), text="t", url="/x/")
        for n, pair in enumerate(days)
    )

    drawing = draw(Timeline("T", bars[0] if bars else None, bars[1:], day, str(day)), width)

    flat = [part for one in drawing.shapes for part in getattr(one, "shapes", (one,))]
    for one in flat:
        if isinstance(one, Rect):
            assert -0.1 <= one.x <= one.x + one.width <= width + 1
            assert 0 <= one.y <= one.y + one.height <= drawing.height
        if isinstance(one, Text):
            assert 0 <= one.y <= drawing.height


@pytest.mark.parametrize(
    ("start", "end", "open_ended", "known"),
    [
        ("2022", "2024", False, True),
        ("2022", "", True, True),
        ("2022", "", False, False),
        ("", "2024", False, False),
        ("", "", True, False),
    ],
)
def test_a_bar_is_known_with_a_start_and_an_end_or_the_word_that_there_is_none(
    start: str, end: str, open_ended: bool, known: bool
) -> None:
    assert bar(start, end, until_further_notice=open_ended).known is known
