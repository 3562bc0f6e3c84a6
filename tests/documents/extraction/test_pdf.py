"""What is kept of a PDF: pages, paragraphs, headings, and margins once."""

from __future__ import annotations

import pytest

from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind, ExtractedText, source_of
from tests.documents.extraction import samples
from tests.documents.extraction.samples import SWEDISH

NUMBERS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde")


def read(markup: str, **page: str) -> ExtractedText:
    return extract("fil.pdf", samples.pdf(markup, **page))


def texts(extracted: ExtractedText) -> list[str]:
    return [block.text for block in extracted.blocks]


def test_a_paragraph_of_several_lines_is_one_block() -> None:
    extracted = read(f"{SWEDISH}\n\nEtt kort stycke.\n\nEtt till.")

    assert texts(extracted) == [SWEDISH, "Ett kort stycke.", "Ett till."]
    assert extracted.text.count("\n") > 4


def test_a_block_and_its_source_differ_only_in_line_breaks() -> None:
    extracted = read(f"Först.\n\n{SWEDISH}")

    block = extracted.blocks[1]
    source = source_of(extracted.text, block)

    assert source.replace("\n", " ") == block.text
    assert source in extracted.text


def test_divided_words_are_whole_in_blocks_and_as_printed_in_the_text() -> None:
    extracted = read(
        "#set par(justify: true)\n#set text(hyphenate: true)\n"
        + "samverkansöverenskommelsens uppföljningsansvariga " * 8,
        width="9cm",
    )

    assert "-\n" in extracted.text
    assert "-" not in extracted.blocks[0].text
    assert "samverkansöverenskommelsens" in extracted.blocks[0].text


def test_the_source_of_a_part_of_a_block_keeps_its_hyphen() -> None:
    extracted = read(
        "#set par(justify: true)\n#set text(hyphenate: true)\n"
        + "ansvarsfördelningsplanering " * 9,
        width="9cm",
    )
    block = extracted.blocks[0]
    words = block.text.split()
    divided = next(
        index
        for index in range(len(words))
        if "-\n" in source_of(extracted.text, block, index * 28, index * 28 + 27)
    )

    source = source_of(extracted.text, block, divided * 28, divided * 28 + 27)

    assert source.replace("-\n", "") == "ansvarsfördelningsplanering"


def test_hyphens_that_belong_to_the_word_stay() -> None:
    extracted = read(
        "#set text(hyphenate: false)\n" + "vård- och RÖK-revideringen " * 12, width="9cm"
    )

    assert set(extracted.blocks[0].text.split()) == {"vård-", "och", "RÖK-revideringen"}


def test_headers_and_page_numbers_come_once_and_cut_no_paragraph() -> None:
    header = "Länets samverkan #h(1fr) Sida #context counter(page).display()"

    body = " ".join(f"I {number} ledet: {SWEDISH}" for number in NUMBERS)

    extracted = read(body, header=header, height="9cm")

    assert extracted.page_count is not None
    assert extracted.page_count > 2
    assert extracted.text.count("Länets samverkan") == 1
    assert " ".join(texts(extracted)[1:]) == body
    assert all(text.endswith(".") for text in texts(extracted)[1:])


@pytest.mark.parametrize("height", ["8.6cm", "9cm"])
def test_text_that_repeats_within_the_body_stays_where_it_is(height: str) -> None:
    extracted = read(f"{SWEDISH} " * 10, header="Länets samverkan", height=height)

    assert texts(extracted)[0] == "Länets samverkan"
    assert " ".join(texts(extracted)[1:]) == " ".join([SWEDISH] * 10)


def test_rows_of_a_table_are_not_joined() -> None:
    extracted = read(
        "#set par(justify: false)\n"
        f"{SWEDISH}\n#table(columns: (1fr, 1fr), stroke: none, inset: 0pt, row-gutter: 4pt,"
        "[Giltigt från], [2026-01-01], [Ansvarig], [Länschefsnätverket], [Dokumenthistorik], [Ny])"
    )

    assert texts(extracted)[-3:] == [
        "Giltigt från 2026-01-01",
        "Ansvarig Länschefsnätverket",
        "Dokumenthistorik Ny",
    ]


def test_numbers_that_do_not_follow_the_pages_are_not_margins() -> None:
    amounts = (700, 30, 1500)
    pages = "#pagebreak()".join(
        f"Belopp {amount} kr\n#v(1cm)\nI {number} ledet: {SWEDISH}"
        for amount, number in zip(amounts, NUMBERS, strict=False)
    )

    assert texts(read(pages))[::2] == [f"Belopp {amount} kr" for amount in amounts]


def test_headings_are_known_by_their_size() -> None:
    extracted = read(f"= Överenskommelse\n\n{SWEDISH}\n\n== Syfte\n\n{SWEDISH}")

    headings = [block for block in extracted.blocks if block.kind == BlockKind.HEADING]

    assert [(block.text, block.level) for block in headings] == [
        ("Överenskommelse", 1),
        ("Syfte", 2),
    ]


def test_bold_lines_are_headings_and_list_items_are_items() -> None:
    extracted = read(f"*Ansvar*\n\n{SWEDISH}\n\n- punkt ett\n- punkt två")

    assert [block.kind for block in extracted.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]


def test_blocks_know_their_page() -> None:
    extracted = read(f"{SWEDISH}\n#pagebreak()\nSida två har text.")

    assert [block.page for block in extracted.blocks] == [1, 2]
    assert extracted.page_count == 2


def test_a_page_without_text_among_others_is_told_of() -> None:
    extracted = read(f"{SWEDISH}\n#pagebreak()\n#rect()\n#pagebreak()\n{SWEDISH}")

    assert extracted.warnings == ("pages_without_text",)


def test_letters_outside_the_basic_plane_do_not_move_the_others() -> None:
    extracted = read(f"𝒜𝒷𝒸 {SWEDISH}")

    assert len(extracted.blocks) == 1


def test_what_the_file_says_of_itself_is_kept_apart() -> None:
    extracted = read(f'#set document(title: "Avtal", author: "Ada Exempel", date: none)\n{SWEDISH}')

    assert extracted.properties[:2] == (("title", "Avtal"), ("author", "Ada Exempel"))
