"""What is kept of an OpenDocument text, and what is left out."""

from __future__ import annotations

from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind, ExtractedText
from tests.documents.extraction import samples


def read(body: str, parts: samples.Parts | None = None) -> ExtractedText:
    return extract("fil.odt", samples.odt(body, parts))


def texts(extracted: ExtractedText) -> list[str]:
    return [block.text for block in extracted.blocks]


def test_headings_paragraphs_and_nested_lists_are_kept() -> None:
    extracted = read(
        '<text:h text:outline-level="2">Syfte</text:h><text:p>Text</text:p>'
        "<text:list><text:list-item><text:p>Ett</text:p><text:list><text:list-item>"
        "<text:p>Två</text:p></text:list-item></text:list></text:list-item></text:list>"
    )

    assert [(block.kind, block.text, block.level) for block in extracted.blocks] == [
        (BlockKind.HEADING, "Syfte", 2),
        (BlockKind.PARAGRAPH, "Text", 0),
        (BlockKind.LIST_ITEM, "Ett", 0),
        (BlockKind.LIST_ITEM, "Två", 1),
    ]
    assert all(
        extracted.text[block.start : block.start + len(block.text)] == block.text
        for block in extracted.blocks
    )


def test_an_empty_paragraph_is_an_empty_line_between_two() -> None:
    extracted = read("<text:p>Rubrik</text:p><text:p/><text:p>Text</text:p>")

    assert extracted.text == "Rubrik\n\nText"
    assert texts(extracted) == ["Rubrik", "Text"]


def test_a_paragraph_in_the_style_of_titles_is_a_heading() -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = '<text:p text:style-name="P1">Avtal</text:p><text:p text:style-name="P2">Text</text:p>'

    assert [block.kind for block in read(styles + body).blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_spaces_tabs_and_breaks_are_typed_out() -> None:
    paragraph = (
        '<text:p>A<text:s text:c="2"/>b<text:tab/>c<text:line-break/><text:span>d</text:span>e'
        "</text:p>"
    )

    assert read(paragraph).text == "A  b\tc\nde"


def test_deleted_text_and_comments_are_out_and_the_text_after_them_stays() -> None:
    body = (
        "<text:tracked-changes><text:p>Struket</text:p></text:tracked-changes><text:p>Före"
        "<office:annotation><text:p>Kommentar</text:p></office:annotation> och efter</text:p>"
    )

    assert texts(read(body)) == ["Före och efter"]


def test_notes_come_last() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noten"
        "</text:p></text:note-body></text:note>"
    )

    assert texts(read(f"<text:p>Lag{note} gäller.</text:p>")) == ["Lag gäller.", "Noten"]


def test_tables_come_row_by_row() -> None:
    row = (
        "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>"
        "<table:table-cell><text:p>{}</text:p><text:p>{}</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row>"
    )

    extracted = read(
        f"<table:table><table:table-header-rows>{row.format('Part', 'Beslut', '')}"
        f"</table:table-header-rows>{row.format('Kommun', 'Ja', '§ 5')}</table:table>"
    )

    assert [block.cells for block in extracted.blocks] == [
        ("Part", "Beslut", ""),
        ("Kommun", "Ja\n§ 5", ""),
    ]


def test_text_boxes_come_after_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>I rutan</text:p></draw:text-box></draw:frame>"

    extracted = read(f"<text:p>Före{box} mer</text:p><text:p>Efter</text:p>")

    assert texts(extracted) == ["Före mer", "I rutan", "Efter"]


def test_headers_and_footers_come_once() -> None:
    styles = samples.odt_part(
        "<style:header><text:p>Dnr 1</text:p></style:header>"
        "<style:header-first><text:p>Dnr 1</text:p></style:header-first>"
        "<style:footer><text:p>Sidfot</text:p></style:footer>"
    )

    extracted = read("<text:p>Brödtext</text:p>", {"styles.xml": styles})

    assert texts(extracted) == ["Dnr 1", "Brödtext", "Sidfot"]


def test_sections_and_tables_of_contents_are_looked_into() -> None:
    body = (
        "<text:section><text:p>I avsnittet</text:p></text:section><text:table-of-content>"
        "<text:index-body><text:p>Syfte 3</text:p></text:index-body></text:table-of-content>"
    )

    assert texts(read(body)) == ["I avsnittet", "Syfte 3"]


def test_what_the_file_says_of_itself_is_kept_apart() -> None:
    meta = "<m><title>Avtal</title><creator>Ada Exempel</creator><date>2026-01-02</date></m>"

    extracted = read("<text:p>Text</text:p>", {"meta.xml": meta})

    assert extracted.properties == (
        ("title", "Avtal"),
        ("author", "Ada Exempel"),
        ("modified", "2026-01-02"),
    )


def test_a_number_of_spaces_that_is_a_bomb_is_bounded() -> None:
    assert len(read('<text:p>A<text:s text:c="999999999"/>b</text:p>').text) < 2_000
