"""Lines are folded into running text, and every quote is the original's own words."""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Certainty
from samklang.inventories.reading.running_text import Document

Fold = Callable[[str], Document]


def test_a_word_broken_at_the_line_end_is_mended(document: Fold) -> None:
    folded = document("Parterna ska stämma av samverkans-\növerenskommelsen varje vår.")

    assert "samverkansöverenskommelsen varje vår" in folded.text


def test_a_shared_word_part_keeps_its_hyphen(document: Fold) -> None:
    folded = document("ansvaret för hälso-\noch sjukvården i länet")

    assert folded.text == "ansvaret för hälso- och sjukvården i länet"


def test_a_sentence_goes_on_over_blank_lines(document: Fold) -> None:
    folded = document("Nätverket gav gruppen i uppdrag att\n\nförankra förslaget.")

    assert folded.text == "Nätverket gav gruppen i uppdrag att förankra förslaget."


def test_headers_and_page_marks_are_left_out(document: Fold) -> None:
    pages = [
        f"Exempelköpings kommun\nSida {n} (4)\nText nummer {'abcd'[n - 1]}." for n in (1, 2, 3, 4)
    ]

    folded = document("\n".join(pages))

    assert folded.text == "Text nummer a.\nText nummer b.\nText nummer c.\nText nummer d."


def test_a_page_foots_date_does_not_cut_a_sentence_and_a_date_of_its_own_stays(
    document: Fold,
) -> None:
    folded = document("Parter är Mora, Orsa\n\n2031-05-21\n\noch Leksand.\n2031-05-22\nSlut.")

    assert folded.text == "Parter är Mora, Orsa och Leksand.\n2031-05-22\nSlut."


def test_a_drawn_line_stands_alone(document: Fold) -> None:
    drawn = "_" * 60
    folded = document(
        f"Fastställd av: Länets gemensamma råd för vård och omsorg\n{drawn}\nOBS! Kopia."
    )

    assert folded.text.split("\n")[1] == drawn


def test_a_table_of_contents_is_set_aside(document: Fold) -> None:
    folded = document("Avtal\n1 Parter ........ 3\n2 Tvist ………… 4\nDetta avtal gäller.")

    assert folded.contents == ("1 Parter", "2 Tvist")
    assert "Tvist" not in folded.text


def test_where_a_text_was_saved_from_is_no_part_of_it(document: Fold) -> None:
    folded = document(
        "SOURCE: https://example.org/a.pdf | TITLE: Något | EXTENT: full text\n\nAvtal"
    )

    assert folded.address == "https://example.org/a.pdf"
    assert folded.text == "Avtal"


def test_a_quote_is_the_original_with_its_breaks_and_marks(document: Fold) -> None:
    original = (
        "Rubrik\n\nÖverenskommelsen gäller till **2026-06-30** och ses\növer av läns-\nnätverket."
    )
    folded = document(original)
    start = folded.text.index("2026-06-30 och ses över av länsnätverket")

    fact = folded.fact(True, (start, len(folded.text)), Certainty.STATED, "")

    assert fact.quote in original
    assert fact.quote.startswith("2026-06-30** och ses\növer av läns-\nnätverket")
    assert original[fact.place.start : fact.place.end] == fact.quote
