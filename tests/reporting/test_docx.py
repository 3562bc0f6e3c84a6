"""The Word file: parsed back, with real headings, header rows, language and texts for pictures."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from samklang.documents.paper import Paper, Paragraph
from samklang.reporting.docx import fonts, writer
from samklang.reporting.paper import paper
from samklang.reporting.presentation import shown
from tests.reporting import county
from tests.reporting.files import NASTY, full_extract

pytestmark = pytest.mark.django_db


def made(language: str = "sv") -> tuple[Paper, Any]:
    with county.in_language(language):
        written = paper(full_extract())
    return written, docx.Document(BytesIO(writer.packed(written, [b"PNG"] * 2)))


def test_the_headings_are_headings_and_nest() -> None:
    _paper, document = made()

    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Vilka lokala överenskommelser finns?"),
        ("Heading 2", "Så svarade kommuner"),
        ("Heading 2", "Forest"),
        ("Heading 2", "Varje kommun"),
        ("Heading 2", "Vad händer nu"),
        ("Heading 2", "Om uttaget"),
    ]


def test_the_response_table_has_the_figures_and_a_header_row() -> None:
    _paper, document = made()

    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Antal kommuner av 5", "Ja", "Nej", "Svar saknas"],
        ["Forest", "3", "1", "1"],
    ]
    for one in document.tables:
        first = one.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        assert one.style.name == "Lined"


def test_language_title_and_foot_are_said() -> None:
    extract = full_extract()
    with county.in_language("sv"):
        written = paper(extract)

    document = docx.Document(BytesIO(writer.packed(written, [b"", b""])))

    core = document.core_properties
    assert core.title == "Vilka lokala överenskommelser finns? 2025-02-07"
    assert core.language == "sv-SE"
    said = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert said.get(qn("w:val")) == "sv-SE"
    foot = document.sections[0].footer.paragraphs[0].text
    assert "2025-02-07" in foot
    assert extract.sha256[:12] in foot
    assert "godkänd 2025-02-08 av Kim Koord" in foot


def test_english_is_english() -> None:
    _paper, document = made("en")

    assert document.core_properties.language == "en-GB"
    assert "What happens next" in [paragraph.text for paragraph in document.paragraphs]


def test_every_picture_has_its_sentence() -> None:
    _paper, document = made()

    texts = [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]
    assert len(texts) == 2
    with county.in_language("sv"):
        again = shown(county.figures())
    assert texts == [again.units.label, again.areas[0].timeline.label]


def test_what_somebody_wrote_stays_text() -> None:
    _paper, document = made()

    everything = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    # XML has no word for the one control character in it.
    expected = NASTY.replace("\x0b", "")
    assert f"* ”{expected}”" in everything
    assert expected in cells


def test_the_same_paper_gives_the_same_bytes() -> None:
    with county.in_language("sv"):
        written = paper(full_extract())

    assert writer.packed(written, []) == writer.packed(written, [])


def test_the_fonts_come_along_mixed_with_their_keys(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path
    folder = tmp_path / "document-fonts"
    folder.mkdir()
    original = bytes(range(64))
    (folder / "SourceSans3-Regular.ttf").write_bytes(original)

    with county.in_language("sv"):
        packed = writer.packed(paper(full_extract()), [])

    archive = ZipFile(BytesIO(packed))
    mixed = archive.read("word/fonts/font1.odttf")
    key = bytes.fromhex(fonts.embedded()[0].key.strip("{}").replace("-", ""))[::-1]
    assert bytes(byte ^ key[i % 16] for i, byte in enumerate(mixed[:32])) == original[:32]
    assert mixed[32:] == original[32:]
    assert b"embedRegular" in archive.read("word/fontTable.xml")


def test_without_the_fonts_the_file_names_what_to_take_instead(
    settings: Any, tmp_path: Path
) -> None:
    settings.STATE_DIR = tmp_path

    with county.in_language("sv"):
        packed = writer.packed(paper(full_extract()), [])

    archive = ZipFile(BytesIO(packed))
    assert not [name for name in archive.namelist() if "fonts/" in name]
    assert b"Calibri" in archive.read("word/fontTable.xml")
    assert b"embedTrueTypeFonts" not in archive.read("word/settings.xml")


def test_a_long_paper_keeps_every_paragraph() -> None:
    with county.in_language("sv"):
        written = paper(full_extract())
    many = tuple(Paragraph(f"Stycke {number}.") for number in range(2000))

    document = docx.Document(BytesIO(writer.packed(replace(written, nodes=many), [])))

    assert [one.text for one in document.paragraphs] == [one.text for one in many]
