"""An empty 16:9 deck in the house's look, and the parts that its slides are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.shapes.connector import CT_Connector
from pptx.shapes.connector import Connector
from pptx.util import Emu, Inches, Pt

from samklang.reporting.slides.box import FOOT, HEIGHT, SANS, SERIF, TITLE, WIDTH, Box
from samklang.reporting.slides.shapes import rgb, unstyled

_TITLE_ONLY = 5
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_CELL_MARGIN = Inches(0.06)
# How wide a letter is, in sizes of the type.
_LETTER = 0.56
_RULES = ((Inches(0.36), 3, "ink"), (Inches(0.42), 0.75, "ink"), (Inches(6.85), 0.5, "line"))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in a text box."""

    text: str
    size: float = 14
    bold: bool = False
    serif: bool = False
    colour: str = "ink"
    space_before: float = 0

    def height(self, width: int) -> Emu:
        """Say about how high it becomes, also in a typeface wider than ours."""
        letters = max(1, int(width / (Pt(self.size) * _LETTER)))
        return Emu(Pt(self.space_before) + -(-len(self.text) // letters) * Pt(self.size * 1.2))


# What the format takes.
LONGEST_PROPERTY = 255


@dataclass(frozen=True, slots=True)
class TableCell:
    text: str
    numeric: bool = False
    fill: str = ""


class Deck:
    """A presentation under way; every slide gets a title, a foot and notes."""

    def __init__(self, *, title: str, author: str, language: str, foot: str) -> None:
        self.language = language
        self.foot = foot
        self.presentation = _empty()
        properties = self.presentation.core_properties
        properties.language = language
        told = {"title": title, "author": author, "subject": foot}
        for name, said in told.items():
            setattr(properties, name, said[:LONGEST_PROPERTY])

    def slide(self, title: str, *, notes: str, at: Box = TITLE, size: float = 28) -> Any:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[0])
        heading = slide.shapes.title
        _place(heading, at)
        heading.text_frame.text = " ".join(title.split())
        heading.text_frame.margin_left = 0
        heading.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        heading.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        number = len(self.presentation.slides)
        text(slide, FOOT, [Line(f"{self.foot} · {number}", size=10, colour="ink-2")])
        slide.notes_slide.notes_text_frame.text = notes
        return slide

    def saved(self) -> bytes:
        for slide in self.presentation.slides:
            _speak(slide.element, self.language)
            _speak(slide.notes_slide.element, self.language)
        made = BytesIO()
        self.presentation.save(made)
        return made.getvalue()


def _empty() -> Any:
    """Take the library's own deck, widen it, and keep the one layout that is used."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    for number, layout in enumerate(list(made.slide_layouts)):
        if number != _TITLE_ONLY:
            made.slide_layouts.remove(layout)
    for page in (made.slide_master, made.slide_layouts[0]):
        _widen(page)
    _rules(made.slide_master)
    _title_style(made.slide_master)
    return made


def _widen(page: Any) -> None:
    for shape in page.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            _place(shape, TITLE)
        else:
            shape.left, shape.width = Emu(shape.left * 4 // 3), Emu(shape.width * 4 // 3)


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = box.left, box.top, box.width, box.height


def _rules(master: Any) -> None:
    """The thick-and-thin rule above, a hairline below: decoration, so it has no text."""
    for number, (top, weight, colour) in enumerate(_RULES):
        element = CT_Connector.new_cxnSp(
            100 + number, "Rule", "line", TITLE.left, top, TITLE.width, 0, False, False
        )
        master.shapes.element.append(element)
        unstyled(element)
        line = Connector(element, master.shapes).line
        line.width, line.color.rgb = Pt(weight), rgb(colour)


def _title_style(master: Any) -> None:
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    said = style.find(qn("a:defRPr"))
    said.set("sz", "2800")
    said.set("b", "1")
    for latin in said.findall(qn("a:latin")):
        latin.set("typeface", SERIF)


def _speak(element: Any, language: str) -> None:
    """Say which language every run is in, so that it is read and spelt as such."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", language)


def text(slide: Any, box: Box, lines: Iterable[Line]) -> Any:
    made = slide.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = made.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(line.space_before)
        run = paragraph.add_run()
        run.text = line.text
        run.font.name, run.font.size = SERIF if line.serif else SANS, Pt(line.size)
        run.font.bold, run.font.color.rgb = line.bold, rgb(line.colour)
    return made


def table(
    slide: Any, box: Box, rows: Sequence[Sequence[TableCell]], *, alt: str, size: float = 14
) -> Any:
    """Put an editable table with a header row and a header column."""
    shape = slide.shapes.add_table(
        len(rows), len(rows[0]), box.left, box.top, box.width, box.height
    )
    shape.name, made = alt, shape.table
    shape.element.nvGraphicFramePr.cNvPr.set("descr", alt)
    made.first_row, made.first_col, made.horz_banding = True, True, False
    shape.element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN_TABLE
    for row, cells in zip(made.rows, rows, strict=True):
        row.height = Emu(box.height // len(rows))
        for made_cell, cell in zip(row.cells, cells, strict=True):
            _set_cell(made_cell, cell, size)
    for cell in (*made.rows[0].cells, *(row.cells[0] for row in made.rows)):
        cell.text_frame.paragraphs[0].runs[0].font.bold = True
    _lines(made)
    return made


def _set_cell(made: Any, cell: TableCell, size: float) -> None:
    made.margin_top = made.margin_bottom = Inches(0.02)
    made.margin_left = made.margin_right = _CELL_MARGIN
    made.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = made.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if cell.numeric else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = cell.text
    run.font.name, run.font.size, run.font.color.rgb = SANS, Pt(size), rgb("ink")
    if cell.fill:
        made.fill.solid()
        made.fill.fore_color.rgb = rgb(cell.fill)
    else:
        made.fill.background()


def _lines(made: Any) -> None:
    """Three weights of line and no cages, as on the pages."""
    last = len(made.rows) - 1
    for number, row in enumerate(made.rows):
        for cell in row.cells:
            if number == 0:
                _edge(cell, "a:lnT", 2.25, "ink")
            _edge(cell, "a:lnB", 0.75 if number in (0, last) else 0.5, _colour(number, last))


def _colour(number: int, last: int) -> str:
    return "ink" if number in (0, last) else "line"


def _edge(cell: Any, name: str, weight: float, colour: str) -> None:
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # the library has no borders of its own
    edge = properties.makeelement(qn(name), {"w": str(int(Pt(weight)))})
    fill = properties.makeelement(qn("a:solidFill"), {})
    fill.append(properties.makeelement(qn("a:srgbClr"), {"val": str(rgb(colour))}))
    edge.append(fill)
    # Borders come before the fill in a cell's properties (ECMA-376 part 1, 21.1.3.17).
    properties.insert(len(properties.findall(qn("a:lnT"))), edge)
