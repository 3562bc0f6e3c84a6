"""Equal boxes leave every name whole as long as there is room for it.

Seen red: with as many boxes beside each other as can be, and with long names left as they are.
"""

from __future__ import annotations

import pytest

from samklang.common.pictures.boxes import MARKS, NARROW, WIDE, Box, Boxes, Ground, draw
from samklang.common.pictures.drawing import Rect, Symbol, Text, text_width

LONG = "Föreningen för alla som bor vid mossen"
pytestmark = pytest.mark.one_database


def boxes(*names: str) -> Boxes:
    return Boxes("Alla", tuple(Box(one, "Inte än", "no-answer", Ground.WAITING) for one in names))


@pytest.mark.parametrize("width", list(MARKS))
@pytest.mark.parametrize(
    "names", [("Mora",), ("Mora", LONG), tuple("abcdefghijklmnop"), (LONG * 3,)]
)
def test_no_text_leaves_its_box(names: tuple[str, ...], width: int) -> None:
    drawing = draw(boxes(*names), width)

    grounds = [one for one in drawing.shapes if isinstance(one, Rect)][::2]
    for text in (one for one in drawing.shapes if isinstance(one, Text)):
        size = 14 if text.marks == "tb" else 13
        assert any(
            box.x <= text.x
            and text.x + text_width(text.text, size) <= box.x + box.width
            and box.y <= text.y <= box.y + box.height
            for box in grounds
        )
    assert max(one.y + one.height for one in grounds) <= drawing.height


def test_long_names_stand_whole_with_fewer_beside_each_other() -> None:
    drawing = draw(boxes("Mora", LONG, "Orsa"), NARROW)

    assert LONG in [one.text for one in drawing.shapes if isinstance(one, Text)]
    assert {one.x for one in drawing.shapes if isinstance(one, Symbol)} == {15}


def test_short_names_stand_beside_each_other() -> None:
    drawing = draw(boxes("Mora", "Orsa", "Lund"), WIDE)

    assert len({one.y for one in drawing.shapes if isinstance(one, Symbol)}) == 1


def test_nobody_is_drawn_as_nobody() -> None:
    assert draw(boxes()).shapes == ()
