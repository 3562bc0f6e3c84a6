"""How plain text is decoded and divided."""

from __future__ import annotations

import pytest

from samklang.documents.extraction.headings import heading_level, is_list_item
from samklang.documents.extraction.language import language_of
from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.text import BlockKind
from tests.documents.extraction.samples import SWEDISH

TEXT = "Överenskommelse på länsnivå: Åsa är här"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "cp850",
        "mac_roman",
    ],
)
def test_swedish_letters_survive_every_encoding(encoding: str) -> None:
    assert extract("fil", TEXT.encode(encoding)).text == TEXT


def test_lines_end_in_three_ways_and_blank_ones_stay() -> None:
    extracted = extract("fil", b"Ett\r\nTva\rTre\n\n  Fyra  \n")

    assert extracted.text == "Ett\nTva\nTre\n\nFyra\n"
    assert [(block.text, block.start) for block in extracted.blocks] == [
        ("Ett", 0),
        ("Tva", 4),
        ("Tre", 8),
        ("Fyra", 13),
    ]
    assert extracted.page_count is None


def test_form_feeds_divide_pages() -> None:
    extracted = extract("fil", b"Ett\n\fTva\fTre")

    assert [(block.text, block.page) for block in extracted.blocks] == [
        ("Ett", 1),
        ("Tva", 2),
        ("Tre", 3),
    ]
    assert extracted.page_count == 3


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1 Bakgrund", 1),
        ("1.2 Syfte och mål", 2),
        ("3.2.1. Ansvar", 3),
        ("## Syfte", 2),
        ("BAKGRUND OCH SYFTE", 1),
        ("Bilaga 2", 1),
        ("1 januari 2026", 0),
        ("12 Januari", 0),
        ("1.2 Syfte .......... 4", 0),
        ("1.2 Syfte 4", 0),
        ("1 Regionen ska samverka med kommunen.", 0),
        ("3 personer deltog", 0),
        ("SVERIGE", 0),
        ("Bakgrund", 0),
        ("1 Denna rad har så många ord att den måste vara ett stycke och inte rubrik", 0),
        ("2026-01-01", 0),
    ],
)
def test_headings_are_guessed_with_care(line: str, level: int) -> None:
    assert heading_level(line) == level


@pytest.mark.parametrize(
    "line", ["- punkt", "• punkt", "a) först", "2) sedan", "(3) sist", "4. därefter"]
)
def test_list_items_are_known_by_their_mark(line: str) -> None:
    assert is_list_item(line)
    assert extract("fil", line.encode()).blocks[0].kind == BlockKind.LIST_ITEM


@pytest.mark.parametrize("line", ["-5 grader", "att-sats", "och sedan", "2 kommuner"])
def test_other_lines_are_not_list_items(line: str) -> None:
    assert not is_list_item(line)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SWEDISH, "sv"),
        (
            "Partene skal samarbeide om tjenester til barn og unge, og kommunen har ansvar for "
            * 4,
            "no",
        ),
        (
            "Parterne skal samarbejde om tilbud til børn og unge efter aftalen, og kommunen har "
            "ansvar for at borgeren får hjælp af regionen, også når det ikke er planlagt. " * 3,
            "da",
        ),
        (
            "The parties shall work together for children and the region is responsible for it. "
            * 4,
            "en",
        ),
        (
            "Osapuolet vastaavat siitä, että palvelut ja tuki ovat saatavilla kunnan kanssa. " * 5,
            "fi",
        ),
        ("Kort text", None),
        ("1 2 3 " * 100, None),
        ("kommun region avtal " * 30, None),
    ],
)
def test_languages_are_told_by_their_small_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_few_words_more_in_another_language_do_not_tip_the_balance() -> None:
    title = "The name of the programme is as it is in the agreement and by the law of the land."
    rest = "It is for the county and the region."

    assert language_of(f"{title} {title} {rest} {SWEDISH}") == "sv"


def test_another_language_is_a_warning_and_the_text_is_read() -> None:
    english = "The parties shall work together for children and the region is responsible for it. "

    assert extract("fil", (english * 4).encode()).warnings == ("language:en",)
    assert extract("fil", SWEDISH.encode()).warnings == ()
