"""The PDF: tagged, with language and title, by the rules of PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import page
import pypdfium2
import pytest

from samklang.documents.pdf import writer
from samklang.library.models import Area
from samklang.reporting.paper import paper
from tests.reporting import county
from tests.reporting.files import full_extract

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def made(language: str = "sv", *, approved: bool = True) -> bytes:
    extract = full_extract(approved=approved)
    with county.in_language(language):
        return writer.written(paper(extract))


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(one.get_textpage().get_text_range() for one in document)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_file_follows_every_rule_of(profile: str) -> None:
    found = page.validate_pdf_bytes(made(), profile=profile)

    assert [(one.rule_id, one.message) for one in found.failures] == []
    assert found.is_compliant


def test_the_check_would_notice_a_missing_language() -> None:
    broken = made().replace(b"/Lang", b"/Lung")

    assert not page.is_pdf_compliant_bytes(broken, profile="ua1")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_language_is_that_of_the_reader(language: str) -> None:
    assert re.search(rf"/Lang ?\({language}\)".encode(), made(language))


def test_title_and_pages_are_said() -> None:
    content = made()

    document = pypdfium2.PdfDocument(content)
    title = document.get_metadata_value("Title")
    assert title == "Vilka lokala överenskommelser finns? 2025-02-07"
    assert f"Sida 1 av {len(document)}" in text_of(content)


def test_each_table_says_what_it_is_and_each_clause_whose_bar_it_stars() -> None:
    said = text_of(made())

    assert "Svar per område" in said
    assert "Forest: de lokala överenskommelserna" in said
    assert re.search(r"\* ”\w", said)


def test_every_page_has_the_day_the_state_and_the_hash() -> None:
    extract = full_extract()
    with county.in_language("sv"):
        content = writer.written(paper(extract))

    for one in pypdfium2.PdfDocument(content):
        said = one.get_textpage().get_text_range()
        assert "2025-02-07" in said
        assert "godkänd 2025-02-08 av Kim Koord" in said
        assert extract.sha256[:12] in said


def test_a_draft_says_that_it_is_one_on_every_page() -> None:
    for one in pypdfium2.PdfDocument(made(approved=False)):
        assert "utkast, inte godkänt" in one.get_textpage().get_text_range()


def test_what_somebody_wrote_is_not_read_as_markup() -> None:
    said = text_of(made())

    assert "#panic() *x* @ref" in said
    assert "{{ 7*7 }}" in said


UNKNOWN = "Avtal ＜om＞ 👩 سلام och Αθήνα, Москва Åmål"


@pytest.mark.parametrize(
    ("fonts", "title"),
    [(True, "Avtal ?om? ? ???? och Αθήνα, Москва Åmål"), (False, "Avtal ?om? ? ???? och ")],
)
def test_a_letter_that_no_font_has_is_a_question_mark_and_stops_nothing(
    settings: Any, tmp_path: Path, *, fonts: bool, title: str
) -> None:
    """Seen red: such a letter in any title stopped the whole file."""
    settings.STATE_DIR = settings.STATE_DIR if fonts else tmp_path
    county.full()
    Area.objects.update(name=UNKNOWN)
    with county.in_language("sv"):
        content = writer.written(paper(county.extract()))

    assert title in " ".join(text_of(content).split())
    assert page.is_pdf_compliant_bytes(content, profile="ua1")


def test_it_is_made_also_without_the_document_fonts(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path

    assert page.is_pdf_compliant_bytes(made(), profile="ua1")
