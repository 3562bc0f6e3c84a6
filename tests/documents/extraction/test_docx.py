"""What is kept of a Word document, and what is left out."""

from __future__ import annotations

import pytest

from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind, ExtractedText
from tests.documents.extraction import samples
from tests.documents.extraction.samples import p, word_part

HEADING, PARAGRAPH, ITEM, ROW = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_ROW,
)


def read(body: str, parts: samples.Parts | None = None) -> ExtractedText:
    return extract("fil.docx", samples.docx(body, parts))


def texts(extracted: ExtractedText) -> list[str]:
    return [block.text for block in extracted.blocks]


def style(key: str, name: str, rest: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{rest}</w:style>'


STYLES = {
    "word/styles.xml": word_part(
        "styles",
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="heading 3"/></w:style>'
        + style("Rubrik1", "heading 1")
        + style("Egen", "Vår rubrik", '<w:basedOn w:val="Egen2"/>')
        + style("Egen2", "Vår andra", '<w:basedOn w:val="Rubrik1"/>')
        + style("Ring", "Ring", '<w:basedOn w:val="Ring"/>')
        + style("Niva", "Nivå", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Punkt", "Punkt", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
        + style("Titel", "Title"),
    )
}


def test_every_block_stands_where_it_says() -> None:
    extracted = read(p("Ett") + p("Två åäö") + p("Tre"))

    assert extracted.format == "docx"
    assert extracted.text == "Ett\nTvå åäö\nTre"
    assert [(block.text, block.start) for block in extracted.blocks] == [
        ("Ett", 0),
        ("Två åäö", 4),
        ("Tre", 12),
    ]


def test_an_empty_paragraph_is_an_empty_line_between_two() -> None:
    extracted = read(p("Rubrik") + p("") + p("Text"))

    assert extracted.text == "Rubrik\n\nText"
    assert [(block.text, block.start) for block in extracted.blocks] == [("Rubrik", 0), ("Text", 8)]


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ('<w:pStyle w:val="Rubrik1"/>', HEADING, 1),
        ('<w:pStyle w:val="Egen"/>', HEADING, 1),
        ('<w:pStyle w:val="Niva"/>', HEADING, 3),
        ('<w:pStyle w:val="Titel"/>', HEADING, 1),
        ('<w:outlineLvl w:val="1"/>', HEADING, 2),
        ('<w:pStyle w:val="Ring"/>', PARAGRAPH, 0),
        ('<w:pStyle w:val="Strong"/>', PARAGRAPH, 0),
        ('<w:pStyle w:val="Punkt"/>', ITEM, 0),
        ('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', ITEM, 2),
        ('<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>', PARAGRAPH, 0),
    ],
)
def test_styles_tell_headings_and_lists(properties: str, kind: BlockKind, level: int) -> None:
    block = read(p("En rad text", properties) + p("x", '<w:outlineLvl w:val="0"/>'), STYLES).blocks[
        0
    ]

    assert (block.kind, block.level) == (kind, level)


def test_runs_tabs_breaks_and_hyphens_are_typed_out() -> None:
    run = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr><w:r><w:t>A</w:t>"
        "<w:tab/><w:t>b</w:t></w:r><w:r><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
    )

    assert read(run).text == "A\tb\nC-d"


def test_deleted_and_moved_text_is_out_and_inserted_text_is_in() -> None:
    changed = (
        "<w:p><w:r><w:t>Gäller </w:t></w:r><w:del><w:r><w:delText>2024</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2027</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> härifrån</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> hit</w:t></w:r></w:moveTo></w:p>"
    )

    assert read(changed).text == "Gäller 2027 hit"


def test_field_codes_are_out_and_their_results_are_in() -> None:
    field = (
        "<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:hyperlink><w:r><w:t>i dag</w:t></w:r>"
        "</w:hyperlink></w:p>"
    )

    assert read(field).text == "i dag"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(p, paragraphs))}</w:tc>"


def test_tables_come_row_by_row() -> None:
    table = (
        f"<w:tbl><w:tr>{cell('Giltigt från')}{cell('2026-01-01')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell('Parter')}{cell('Region', 'Kommun')}</w:tr>"
        "</w:sdtContent></w:sdt></w:tbl>"
    )

    extracted = read(table)

    assert [block.kind for block in extracted.blocks] == [ROW, ROW]
    assert extracted.blocks[0].cells == ("Giltigt från", "2026-01-01")
    assert extracted.blocks[1].cells == ("Parter", "Region\nKommun")
    assert extracted.text == "Giltigt från\t2026-01-01\nParter\tRegion\nKommun"


def test_a_table_of_one_cell_is_a_frame_round_its_text() -> None:
    extracted = read(f"<w:tbl><w:tr>{cell('Första', 'Andra')}</w:tr></w:tbl>")

    assert [(block.kind, block.text) for block in extracted.blocks] == [
        (PARAGRAPH, "Första"),
        (PARAGRAPH, "Andra"),
    ]


def test_text_boxes_come_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('I rutan')}{p('Andra raden')}</w:txbxContent>"
    anchor = (
        f"<w:p><w:r><w:t>Före</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert texts(read(anchor + p("Efter"))) == ["Före", "I rutan", "Andra raden", "Efter"]


def test_content_controls_and_insertions_are_looked_into() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{p('I fältet')}</w:sdtContent></w:sdt><w:ins>{p('Ny')}</w:ins>"

    assert texts(read(wrapped)) == ["I fältet", "Ny"]


def test_notes_come_last_and_headers_once() -> None:
    sections = (
        '<w:sectPr><w:headerReference r:id="h1"/><w:headerReference r:id="h2"/>'
        '<w:footerReference r:id="f1"/></w:sectPr>'
    )
    links = "".join(
        f'<Relationship Id="{key}" Target="{part}.xml"/>'
        for key, part in (("h1", "header1"), ("h2", "header2"), ("f1", "footer1"))
    )
    line = '<w:footnote w:type="separator"><w:p><w:r><w:t>Streck</w:t></w:r></w:p></w:footnote>'
    notes = f"{line}<w:footnote>{p('En not')}</w:footnote>"
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/header1.xml": word_part("hdr", p("Dnr 1")),
        "word/header2.xml": word_part("hdr", p("Dnr 1")),
        "word/header3.xml": word_part("hdr", p("Mallens rest")),
        "word/footer1.xml": word_part("ftr", p("Sidfot")),
        "word/footnotes.xml": word_part("footnotes", notes),
    }

    extracted = read(p("Brödtext") + sections, parts)

    assert texts(extracted) == ["Dnr 1", "Brödtext", "En not", "Sidfot"]


def test_what_the_file_says_of_itself_is_kept_apart() -> None:
    core = "<c><title>Avtal</title><creator>Ada Exempel</creator><revision>3</revision></c>"

    extracted = read(p("Text"), {"docProps/core.xml": core})

    assert extracted.properties == (("title", "Avtal"), ("author", "Ada Exempel"))


def test_a_numbered_main_part_and_the_strict_dialect_are_read() -> None:
    strict = (
        f'<w:document xmlns:w="{samples.W}"><w:body>{p("Strikt")}</w:body></w:document>'.replace(
            samples.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
    )

    content = samples.zipped({"[Content_Types].xml": "<x/>", "word/document2.xml": strict})

    assert extract("fil", content).text == "Strikt"


def test_decomposed_letters_are_composed_and_invisible_ones_removed() -> None:
    assert read(p("O\u0308verens\u00adkommelse\u200b")).text == "Överenskommelse"


def test_headings_are_guessed_only_where_the_document_marks_none() -> None:
    marked = read(p("Rubrik", '<w:outlineLvl w:val="0"/>') + p("1.2 Ansvar för vård"))
    unmarked = read(p("1.2 Ansvar för vård") + p("Regionen ansvarar för vården."))

    assert [block.kind for block in marked.blocks] == [HEADING, PARAGRAPH]
    assert [(block.kind, block.level) for block in unmarked.blocks] == [
        (HEADING, 2),
        (PARAGRAPH, 0),
    ]
