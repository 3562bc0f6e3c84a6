"""What is kept of a page saved from the web."""

from __future__ import annotations

import pytest

from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault
from tests.documents.extraction.samples import SWEDISH


def read(body: str, head: str = "") -> ExtractedText:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return extract("sida.html", page.encode())


def texts(extracted: ExtractedText) -> list[str]:
    return [block.text for block in extracted.blocks]


def test_headings_paragraphs_lists_and_tables_are_kept() -> None:
    extracted = read(
        "<h2>Syfte</h2><p>Text\n med <b>fet</b> stil.</p><ul><li>Ett<ol><li>Två</li></ol></li></ul>"
        "<table><tr><th>Part</th><td>Kommun\n A</td></tr></table>"
    )

    assert [(block.kind, block.text, block.level) for block in extracted.blocks] == [
        (BlockKind.HEADING, "Syfte", 2),
        (BlockKind.PARAGRAPH, "Text med fet stil.", 0),
        (BlockKind.LIST_ITEM, "Ett", 0),
        (BlockKind.LIST_ITEM, "Två", 1),
        (BlockKind.TABLE_ROW, "Part\tKommun A", 0),
    ]
    assert extracted.blocks[-1].cells == ("Part", "Kommun A")


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Meny</nav>",
        "<script>let meny</script>",
        "<style>p {}</style>",
        "<footer>Kontakt</footer>",
        "<div role='navigation'>Meny</div>",
        "<div class='c-cookie-banner cookie'>Kakor</div>",
        "<div id='site-menu'>Meny</div>",
        "<p hidden>Dolt</p>",
        "<form>Sök</form>",
        "<!-- Kommentar -->",
    ],
)
def test_the_sites_own_words_are_left_out(around: str) -> None:
    assert texts(read(f"{around}<p>Innehåll</p>{around}")) == ["Innehåll"]


def test_the_text_after_what_is_left_out_stays() -> None:
    assert texts(read("<p>Före <script>x</script>efter</p>")) == ["Före efter"]


def test_main_content_is_chosen_where_the_page_marks_it() -> None:
    page = f"<div>Senaste nytt</div><main><p>{SWEDISH}</p></main>"

    assert texts(read(page)) == [SWEDISH]


def test_an_empty_frame_for_a_script_is_not_main_content() -> None:
    assert texts(read("<main></main><p>Innehåll</p>")) == ["Innehåll"]


def test_line_breaks_divide_blocks_and_layout_tables_do_not_join_them() -> None:
    extracted = read("<table><tr><td><p>Ett<br>Två</p><p>Tre</p></td></tr></table>")

    assert texts(extracted) == ["Ett", "Två", "Tre"]


def test_the_title_is_a_property() -> None:
    extracted = read("<p>Text</p>", head="<title> Vår\n sida </title>")

    assert extracted.properties == (("title", "Vår sida"),)


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset='utf-8'>"),
        ("iso-8859-1", "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"),
        ("cp1252", ""),
        ("cp1252", "<meta charset='utf-8'>"),
        ("cp1252", "<meta charset='x-unknown'>"),
        ("utf-16", ""),
    ],
)
def test_the_encoding_is_found_even_when_it_is_told_wrong(encoding: str, declaration: str) -> None:
    page = f"<html><head>{declaration}</head><body><p>Överenskommelse på ås</p></body></html>"

    assert extract("sida", page.encode(encoding)).text == "Överenskommelse på ås"


def test_declared_entities_stay_unread_and_harmless() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>Text &a;</p></html>'

    assert "root:" not in extract("sida", page).text


def test_a_page_nested_beyond_reason_is_a_bomb() -> None:
    with pytest.raises(FileFault, match="bomb"):
        read("<div>" * 5_000 + "djupt")
