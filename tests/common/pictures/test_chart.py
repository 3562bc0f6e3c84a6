"""A chart of bodies: each stands in its band, no line crosses a box, and no word is lost.

Seen red: with lone bodies put where lines go, with children laid over each other, with the end of a
long word left out, and with one kind without its pattern.
"""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samklang.common.pictures.chart import Band, Box, Chart, Tile, draw, wrapped
from samklang.common.pictures.drawing import Drawing, Link, Path, Rect, Text, text_width
from samklang.common.pictures.svg import inline, standalone

KINDS = ("region", "municipality", "support", "users", "other")


def box(key: int, band: int, parent: int | None = None, name: str = "Skogsrådet") -> Box:
    kind = KINDS[key % len(KINDS)]
    return Box(key, band, parent, name, kind, ("Huvudman",), ("Saknar mandat",), f"/organ/{key}/")


def chart(*boxes: Box, tiles: tuple[Tile, ...] = ()) -> Chart:
    bands = max((one.band for one in boxes), default=0) + 1
    return Chart(
        "Vem möter vem", (*(Band(f"Nivå {n}") for n in range(bands)), Band("Ort", tiles)), boxes
    )


def grounds(drawing: Drawing) -> dict[str, Rect]:
    """Return the ground of each box, by its address."""
    links = (one for one in drawing.shapes if isinstance(one, Link))
    return {one.url: one.shapes[0] for one in links if isinstance(one.shapes[0], Rect)}


def pieces(line: str) -> list[tuple[float, float, float, float]]:
    """Return the straight pieces of a line that goes along and down: from, to."""
    found, x, y = [], 0.0, 0.0
    for word, numbers in re.findall(r"([MHV])([-\d. ]+)", line):
        values = [float(one) for one in numbers.split()]
        to = (values[0], y) if word == "H" else (x, values[0]) if word == "V" else tuple(values)
        if word != "M":
            found.append((min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])))
        x, y = to
    return found


def lines(drawing: Drawing) -> list[str]:
    paths = (one for one in drawing.shapes if isinstance(one, Path))
    return [one.d for one in paths if one.marks == "flow"]


def crosses(piece: tuple[float, float, float, float], ground: Rect) -> bool:
    left, top, right, bottom = piece
    inside = left < ground.x + ground.width - 1 and right > ground.x + 1
    return inside and top < ground.y + ground.height - 1 and bottom > ground.y + 1


@st.composite
def structures(draw_one: st.DrawFn) -> Chart:
    count = draw_one(st.integers(1, 24))
    made: list[Box] = []
    for key in range(1, count + 1):
        parent = draw_one(st.none() | st.integers(1, count))
        made.append(box(key, draw_one(st.integers(0, 4)), parent if parent != key else None))
    return chart(*made)


# Six that others hang from, and two that nothing is tied to: the second found its place taken.
CROWDED = chart(*(box(n, 0) for n in range(1, 9)), *(box(n + 8, 1, n) for n in range(1, 7)))


@settings(max_examples=60)
@given(structures())
@example(CROWDED)
def test_no_box_hides_another_and_no_line_crosses_one(held: Chart) -> None:
    drawing = draw(held)
    there = grounds(drawing)

    assert len(there) == len(held.boxes)
    for one, other in combinations(there.values(), 2):
        apart = abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height
        assert apart
    for line in lines(drawing):
        for piece in pieces(line):
            assert not [url for url, ground in there.items() if crosses(piece, ground)]
    assert all(one.x + one.width <= drawing.width for one in there.values())
    assert all(one.y + one.height <= drawing.height for one in there.values())


def test_each_body_stands_below_the_one_it_answers_to_and_is_tied_to_it() -> None:
    drawing = draw(chart(box(1, 0), box(2, 1, 1), box(3, 2, 2), box(4, 2, 2), box(5, 1, 4)))
    there = grounds(drawing)

    assert there["/organ/1/"].y < there["/organ/2/"].y < there["/organ/3/"].y
    assert there["/organ/3/"].y == there["/organ/4/"].y
    # One up to each of the two, and one down to each of those three; a line never leads down.
    assert len(lines(drawing)) == 2 + 3


def test_many_of_one_body_stand_below_each_other() -> None:
    drawing = draw(chart(box(100, 0), *(box(key, 1, 100) for key in range(1, 13))))

    assert len({one.x for one in grounds(drawing).values()}) == 1
    assert len({one.y for one in grounds(drawing).values()}) == 13
    assert drawing.width == 1160


@pytest.mark.parametrize(
    "name", ["Mora", "Samverkansöverenskommelsedelegationen i länet", "Å " * 60]
)
def test_a_name_stands_whole_within_its_box(name: str) -> None:
    drawing = draw(chart(box(1, 0, name=name)))
    link = next(one for one in drawing.shapes if isinstance(one, Link))
    ground = link.shapes[0]
    assert isinstance(ground, Rect)

    texts = [one for one in link.shapes if isinstance(one, Text)]

    said = "".join(one.text.strip().removesuffix("-") for one in texts if one.marks == "tb")
    assert said.replace(" ", "") == name.replace(" ", "")
    for one in texts:
        assert one.x + text_width(one.text.strip()) <= ground.x + ground.width
        assert ground.y < one.y < ground.y + ground.height
    assert wrapped(name, 140, 14)[0].strip()


def test_a_file_has_every_pattern_and_what_each_tile_counts() -> None:
    tiles = (
        Tile("Mora", "municipality", 4, 1, "/organ/?of=2062"),
        Tile("Orsa", "municipality", 0, 0, "/"),
    )
    drawing = draw(chart(*(box(key, 0) for key in range(1, 6)), tiles=tiles))
    drawn, shown = standalone(drawing), inline(drawing)

    for colour in ("#9c1c22", "#f3c33b", "#1b6b47", "#f9e8e7", "#fdf4d6", "#e2f1e9"):
        assert f'fill="{colour}"' in drawn
    # Slanting, lying and standing lines; dots on a box and two tiles; the fifth has none.
    assert (shown.count('class="stripe"'), shown.count('class="on-mid stroke-none"')) == (3, 3)
    assert ">Mora </text>" in drawn
    assert ">4 </text>" in drawn
