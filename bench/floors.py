"""Twelve-page documents, and the least that anybody would have to do with them."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import Any

import docx
import jinja2
import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECTIONS = 24
SENTENCE = (
    "Parterna är överens om att gemensamt planera, genomföra och följa upp de insatser som den "
    "enskilde behöver, så att ingen faller mellan stolarna. "
)
ROWS = [(f"Steg {n}", "Den som ansvarar", "Senast den sista i månaden") for n in range(6)]


def headings() -> list[str]:
    return [f"{n + 1} Så arbetar vi tillsammans, del {n + 1}" for n in range(SECTIONS)]


def agreement_docx() -> bytes:
    """A generated agreement of about twelve pages: headings, lists and tables."""
    document = docx.Document()
    for heading in headings():
        document.add_heading(heading, level=1)
        for _turn in range(3):
            document.add_paragraph(SENTENCE * 4)
        for item in range(4):
            document.add_paragraph(f"Punkt {item}: {SENTENCE}", style="List Bullet")
        table = document.add_table(rows=0, cols=3)
        for row in ROWS:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lxml_floor(content: bytes) -> list[tuple[str, str]]:
    """Zip and lxml, keeping headings, lists and tables: the yardstick for reading DOCX."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = []
    for element in root[0]:
        if element.tag == f"{W}p":
            style = element.find(f"{W}pPr/{W}pStyle")
            kind = style.get(f"{W}val") if style is not None else "p"
            found.append((str(kind), "".join(t.text or "" for t in element.iter(f"{W}t"))))
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                cells = [
                    "".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")
                ]
                found.append(("row", "\t".join(cells)))
    return found


def python_docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    parts = []
    for one in document.iter_inner_content():
        if hasattr(one, "rows"):
            parts += [cell.text for row in one.rows for cell in row.cells]
        else:
            parts.append(one.text)
    return "\n".join(parts)


def pdfium_floor(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


_BODY = jinja2.Template(
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>{% for node in nodes %}{% if node.rows %}<w:tbl>'
    "{% for row in [node.head] + node.rows|list %}<w:tr>{% for cell in row %}<w:tc><w:p><w:r><w:t>"
    "{{ escape(cell.text) }}</w:t></w:r></w:p></w:tc>{% endfor %}</w:tr>{% endfor %}</w:tbl>"
    '{% else %}<w:p><w:pPr><w:pStyle w:val="{{ node.kind }}"/></w:pPr><w:r><w:t>'
    "{{ escape(node.text) }}</w:t></w:r></w:p>{% endif %}{% endfor %}</w:body></w:document>"
)


def zip_floor(nodes: list[dict[str, Any]], template: bytes) -> bytes:
    """Jinja2 into a zip that has all the other parts already."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in source.infolist():
            content: bytes | str = source.read(entry)
            if entry.filename == "word/document.xml":
                content = _BODY.render(nodes=nodes, escape=escape)
            archive.writestr(entry.filename, content)
    return out.getvalue()
