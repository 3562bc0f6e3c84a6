"""Draws a picture on a slide as native shapes, so that whoever gets the deck can change them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from samklang.common.pictures.drawing import Drawing, Link, Path, Rect, Shape, Text
from samklang.common.pictures.palette import COLOURS, SHAPE_DEFAULTS, TEXT_DEFAULTS, attributes
from samklang.common.pictures.shades import hexadecimal
from samklang.reporting.slides.box import SANS, Box

EMU_PER_POINT = 12_700
# Where a line of text's top lies above its baseline, in sizes; and how high the line is.
_ASCENT, _LINE = 0.98, 1.25
_BOLD_FROM = 600
_COMMAND = re.compile(r"([MHVLhvlz])|(-?\d+(?:\.\d+)?)")
_PATTERNS = {
    "url(#p-diag)": (MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "copper", "copper-tint"),
    "url(#p-no-answer)": (MSO_PATTERN.DOTTED_GRID, "line-2", "paper"),
}

Point = tuple[float, float]


def rgb(colour: str) -> RGBColor:
    digits = hexadecimal(COLOURS.get(colour, colour))
    return RGBColor(*bytes.fromhex(digits))  # type: ignore[no-untyped-call]  # library


@dataclass(frozen=True, slots=True)
class Canvas:
    """A group of shapes on a slide, and how the picture's dots become its measures."""

    group: Any
    left: int
    top: int
    per_dot: float

    def x(self, dots: float) -> Emu:
        return Emu(self.left + round(dots * self.per_dot))

    def y(self, dots: float) -> Emu:
        return Emu(self.top + round(dots * self.per_dot))

    def length(self, dots: float) -> Emu:
        return Emu(max(1, round(dots * self.per_dot)))

    def points(self, dots: float) -> Pt:
        return Pt(round(dots * self.per_dot / EMU_PER_POINT, 1))


def draw(slide: Any, drawing: Drawing, box: Box) -> None:
    """Draw it as large as the box allows, as one group with the picture's sentence as its text."""
    per_dot = min(box.width / drawing.width, box.height / drawing.height)
    group = slide.shapes.add_group_shape()
    canvas = Canvas(group, box.left, box.top, per_dot)
    for shape in drawing.shapes:
        for part in shape.shapes if isinstance(shape, Link) else (shape,):
            _put(canvas, part)
    group.name = "Picture"
    group.element.nvGrpSpPr.cNvPr.set("descr", drawing.label)


def _put(canvas: Canvas, shape: Shape) -> None:
    match shape:
        case Rect():
            _rectangle(canvas, shape)
        case Path():
            _path(canvas, shape)
        case Text():
            _text(canvas, shape)


def _rectangle(canvas: Canvas, rect: Rect) -> None:
    said = attributes(rect.marks.split(), {"fill": "none"})
    if said["fill"] == "none" and said.get("stroke", "none") == "none":
        return
    made = canvas.group.shapes.add_shape(
        MSO_SHAPE.RECTANGLE,
        canvas.x(rect.x),
        canvas.y(rect.y),
        canvas.length(rect.width),
        canvas.length(rect.height),
    )
    _paint(canvas, made, said)


def _path(canvas: Canvas, path: Path) -> None:
    said = attributes(path.marks.split(), SHAPE_DEFAULTS)
    for points, closed in contours(path.d):
        places = [(canvas.x(x), canvas.y(y)) for x, y in points]
        builder = canvas.group.shapes.build_freeform(*places[0])
        builder.add_line_segments(places[1:], close=closed)
        made = builder.convert_to_shape()
        _paint(canvas, made, said if closed else {**said, "fill": "none"})


def contours(d: str) -> Iterator[tuple[list[Point], bool]]:
    """Read the few commands that our pictures use: M, H, V, L, their small forms, and z."""
    points: list[Point] = []
    for command, numbers in _commands(d):
        if command == "M" and points:
            yield points, False
            points = []
        if command == "z":
            yield points, True
            points = []
            continue
        points.append(_moved(points[-1] if points else (0, 0), command, numbers))
    if points:
        yield points, False


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    for command, number in _COMMAND.findall(d):
        if command:
            found.append((command, []))
        else:
            found[-1][1].append(float(number))
    for command, numbers in found:
        step = 2 if command in "MLl" else 1
        yield from ((command, numbers[i : i + step]) for i in range(0, len(numbers) or 1, step))


def _moved(here: Point, command: str, numbers: list[float]) -> Point:
    x, y = here
    match command:
        case "H":
            return numbers[0], y
        case "V":
            return x, numbers[0]
        case "h":
            return x + numbers[0], y
        case "v":
            return x, y + numbers[0]
        case "l":
            return x + numbers[0], y + numbers[1]
        case _:
            return numbers[0], numbers[1]


def _paint(canvas: Canvas, shape: Any, said: Mapping[str, str]) -> None:
    unstyled(shape.element)
    _fill(shape.fill, said["fill"])
    stroke = said.get("stroke", "none")
    if stroke == "none":
        shape.line.fill.background()
        return
    shape.line.color.rgb = rgb(stroke)
    shape.line.width = canvas.length(float(said.get("stroke-width", "1")))
    if "stroke-dasharray" in said:
        shape.line.dash_style = MSO_LINE.DASH


def unstyled(element: Any) -> None:
    """Take away the theme's style, which LibreOffice reads as a shadow whatever else is said."""
    for style in element.findall(qn("p:style")):
        element.remove(style)


def _fill(fill: Any, said: str) -> None:
    if said == "none":
        fill.background()
    elif said in _PATTERNS:
        pattern, fore, back = _PATTERNS[said]
        fill.patterned()
        fill.pattern = pattern
        fill.fore_color.rgb, fill.back_color.rgb = rgb(fore), rgb(back)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(said)


def _text(canvas: Canvas, text: Text) -> None:
    said = attributes(text.marks.split(), TEXT_DEFAULTS)
    size = float(said["font-size"])
    made = canvas.group.shapes.add_textbox(
        canvas.x(text.x),
        canvas.y(text.y - size * _ASCENT),
        canvas.length(len(text.text) * size * 0.6),
        canvas.length(size * _LINE),
    )
    frame = made.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
    run = frame.paragraphs[0].add_run()
    run.text = text.text
    run.font.name, run.font.size = SANS, canvas.points(size)
    run.font.bold = int(said.get("font-weight", "400")) >= _BOLD_FROM
    run.font.color.rgb = rgb(said["fill"])
