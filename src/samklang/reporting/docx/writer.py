"""Writes a paper as DOCX: templates into a zip, real styles, header rows and alternative texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from samklang.common.pictures.palette import COLOURS
from samklang.common.pictures.png import png
from samklang.common.pictures.shades import SHADES, hexadecimal
from samklang.documents.api import Node, Paper, Picture, Table
from samklang.reporting.docx.fonts import FAMILIES, SANS, SERIF, embedded

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
STYLES = {
    "lead": "Lead",
    "kicker": "Kicker",
    "about_picture": "PictureNote",
    "note": "Note",
    "decides": "Decides",
    "clause": "Clause",
    "body": "Normal",
}
# Width of the text in twentieths of a point, and in English Metric Units.
TEXT_WIDTH, EMU_PER_TWIP = 9638, 635
# How many letters of a column count for its width, and how many a cell's edges take.
MOST_OF_SEVERAL, MOST_OF_TWO, NARROW_TABLE, ROOM = 30, 70, 60, 4
PAIR = 2
# The first moment that a zip can name, so that the same paper gives the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# XML 1.0 has no way to say these at all.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/_rels/fontTable.xml.rels": "fontTable.rels.xml",
    "word/footer1.xml": "footer1.xml",
}


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture with its number in the file and its size on the page."""

    number: int
    name: str
    alt: str
    width: int
    height: int


def written(paper: Paper) -> bytes:
    """Return the DOCX; each picture is set by a process of its own."""
    return packed(paper, [png(node.drawing) for node in paper.nodes if isinstance(node, Picture)])


def packed(paper: Paper, pictures: list[bytes]) -> bytes:
    fonts = embedded()
    context = {
        "paper": paper,
        "language": LANGUAGES.get(paper.language, paper.language),
        "nodes": [(type(node).__name__, node) for node in _placed(paper.nodes)],
        "picture_count": len(pictures),
        "fonts": fonts,
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, template in PARTS.items():
            archive.writestr(_entry(name, ZIP_DEFLATED), _template(template).render(context))
        for number, picture in enumerate(pictures, start=1):
            archive.writestr(_entry(f"word/media/picture{number}.png", ZIP_STORED), picture)
        for font in fonts:
            archive.writestr(_entry(f"word/fonts/{font.part}", ZIP_STORED), font.content)
    return made.getvalue()


def _entry(name: str, compression: int) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type = compression
    return entry


def _placed(nodes: Iterable[Node]) -> Iterator[Node | PlacedPicture]:
    number = 0
    for node in nodes:
        if not isinstance(node, Picture):
            yield node
            continue
        number += 1
        drawing, width = node.drawing, TEXT_WIDTH * EMU_PER_TWIP
        yield PlacedPicture(
            number=number,
            name=f"Picture {number}",
            alt=drawing.label,
            width=width,
            height=width * drawing.height // drawing.width,
        )


def widths_of(table: Table) -> list[int]:
    """Share the page among the columns by their longest texts; the first column is bold."""
    if table.shares:
        return [TEXT_WIDTH * one // sum(table.shares) for one in table.shares]
    rows = (table.head, *table.rows, *([table.foot] if table.foot else []))
    most = MOST_OF_TWO if len(table.head) == PAIR else MOST_OF_SEVERAL
    wanted = [
        min(max(len(row[number].text) for row in rows) + ROOM, most)
        for number in range(len(table.head))
    ]
    wanted[0] += ROOM
    whole = TEXT_WIDTH if sum(wanted) > NARROW_TABLE else TEXT_WIDTH * 2 // 3
    return [whole * one // sum(wanted) for one in wanted]


def _said(value: object) -> object:
    """Leave out of a text what XML cannot say; what a macro wrote has been seen to already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSAYABLE.sub("", value)
    return value


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("samklang.reporting.docx", "parts"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_said,
    )
    made.globals.update(
        families=FAMILIES,
        sans=SANS,
        serif=SERIF,
        ink=hexadecimal(COLOURS["ink"]),
        ink_2=hexadecimal(COLOURS["ink-2"]),
        line=hexadecimal(COLOURS["line"]),
        line_2=hexadecimal(COLOURS["line-2"]),
        shades={mark: hexadecimal(colour) for mark, colour in SHADES.items()},
        styles=STYLES,
        widths_of=widths_of,
    )
    return made


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)
