"""A personal number is hidden as the file is opened: in the text, in every block and property."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from samklang.documents.extraction.hiding import hide_personal_numbers
from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import Block, BlockKind, ExtractedText, source_of
from tests.documents.extraction import samples

# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
DAY, LAST = "811218", "9876"


def told(extracted: ExtractedText) -> str:
    return json.dumps(asdict(extracted))


def cell(text: str) -> str:
    return f"<w:tc>{samples.p(text)}</w:tc>"


def test_a_document_without_any_is_left_as_it_is() -> None:
    plain = ExtractedText("Avtal", (Block(BlockKind.PARAGRAPH, "Avtal", 0),), "text")

    assert hide_personal_numbers(plain) == plain


@pytest.mark.parametrize(
    "content",
    [
        samples.docx(samples.p(f"Om {DAY}-{LAST}.") + samples.p(samples.SWEDISH)),
        samples.docx(samples.p(f"Om {DAY}-") + samples.p(f"{LAST} i dag")),
        samples.odt(f"<text:p>Om {DAY}-{LAST}.</text:p><text:p>Mer</text:p>"),
        samples.pdf(f"Om {DAY}-{LAST}. {samples.SWEDISH}"),
        f"Rad ett\nOm {DAY}-{LAST}.\nRad tre".encode(),
        f"<html><body><p>Om {DAY}-{LAST}.</p>{samples.SWEDISH}".encode(),
    ],
    ids=["docx", "docx-divided", "odt", "pdf", "text", "html"],
)
def test_it_is_hidden_in_every_format_and_its_place_is_known(content: bytes) -> None:
    extracted = extract("fil", content)

    assert DAY not in told(extracted)
    assert LAST not in told(extracted)
    ((start, end),) = extracted.hidden
    assert extracted.text[start:end].replace("\n", "") == "••••••-••••"
    assert all(source_of(extracted.text, block) for block in extracted.blocks)


def test_a_number_in_two_cells_is_hidden_in_both() -> None:
    row = f"<w:tr>{cell(DAY)}{cell(LAST)}{cell('Mora')}</w:tr>"

    extracted = extract("fil", samples.docx(f"<w:tbl>{row}</w:tbl>"))

    assert extracted.blocks[0].cells == ("••••••", "••••", "Mora")
    assert extracted.blocks[0].text == "••••••\t••••\tMora"


def test_where_lines_were_joined_the_number_is_hidden_all_the_same() -> None:
    source = f"Telefon {DAY}-\n{LAST} kr"
    joined = Block(BlockKind.PARAGRAPH, f"Telefon {DAY}{LAST} kr", 0, page=1)

    extracted = hide_personal_numbers(ExtractedText(source, (joined,), "pdf"))

    assert extracted.blocks[0].text == "Telefon •••••••••• kr"
    assert source_of(extracted.text, extracted.blocks[0]) == "Telefon ••••••-\n•••• kr"


def test_what_the_file_says_of_itself_is_hidden_too() -> None:
    named = ExtractedText("Avtal", (), "docx", properties=(("title", f"Om {DAY}-{LAST}"),))

    assert hide_personal_numbers(named).properties == (("title", "Om ••••••-••••"),)
