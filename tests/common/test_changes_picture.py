"""Lanes of time with the days of change: all that is said fits, on every width.

Seen red: with the words always to the right of their diamond, and with an unknown beginning
drawn with an edge.
"""

from __future__ import annotations

from datetime import date

import pytest

from samklang.common.pictures.changes import Change, Changes, Lane, draw, drawings
from samklang.common.pictures.drawing import Rect, Text, text_width

TODAY = date(2026, 11, 24)
LANES = (
    Lane("Lagen om tysta skogar och allt som hör till dem i länet", None, ()),
    Lane("Mosslagen", date(2027, 4, 1), (Change(date(2027, 4, 1), "12 ändringar", past=False),)),
    Lane("Stiglagen", None, (Change(date(2027, 12, 20), "120 ändringar av stigar", past=False),)),
    Lane("Sjölagen", None, (Change(date(2025, 1, 1), "1 ändring", past=True),)),
)
PICTURE = Changes("Lagen", LANES, TODAY, "I dag 2026-11-24")


def texts(width: int) -> list[Text]:
    return [shape for shape in draw(PICTURE, width).shapes if isinstance(shape, Text)]


@pytest.mark.parametrize("width", [358, 680, 1160])
def test_every_text_is_within_the_picture(width: int) -> None:
    for one in texts(width):
        size = 14 if "ts" not in one.marks.split() else 13
        assert one.x >= 0
        assert one.x + text_width(one.text, size) <= width, one.text


def test_a_lane_that_has_always_been_there_has_no_edge() -> None:
    edges = [one for one in draw(PICTURE).shapes if isinstance(one, Rect) and one.marks == "f-blue"]

    assert len(edges) == 1


def test_a_page_carries_a_drawing_for_each_width() -> None:
    assert [marks for _drawing, marks in drawings(PICTURE)] == ["w-l", "w-m", "w-s"]
    assert len({drawing.height for drawing, _marks in drawings(PICTURE)}) == 1
