"""A text is set as a document that a screen reader can follow: headings, lists, tables, language.

Seen red: with the lists set as paragraphs, and with the line of edition and state left out.
"""

from __future__ import annotations

import pypdfium2
import pytest
from django.urls import reverse

from samklang.texts.page import TextView
from samklang.texts.paper import paper
from samklang.texts.queries import text_page
from tests.texts.desk import client, draft, section, writer

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BODY = (
    "<p>Vi gör det <strong>tillsammans</strong>.</p>"
    "<ul><li>Ring<ul><li>samma dag</li></ul></li><li>Boka</li></ul><ol><li>Ett</li></ol>"
    "<table><tr><th>När</th><th>Vem</th></tr><tr><td>Vecka ett</td><td>Enheten</td></tr></table>"
)


def test_the_pdf_is_tagged_and_says_its_language_its_title_and_its_state() -> None:
    edition = draft()
    section(edition, body=BODY)

    answer = client().get(reverse("texts:as_paper", args=[edition.pk]))
    made = b"".join(answer) if answer.streaming else answer.content
    pdf = pypdfium2.PdfDocument(made)
    said = " ".join(page.get_textpage().get_text_range() for page in pdf)

    assert answer.headers["Content-Type"] == "application/pdf"
    assert b"/StructTreeRoot" in made
    assert b"/Lang(sv)" in made
    assert pdf.get_metadata_dict()["Title"] == "Lokalavtal om mossar"
    assert "1 Syfte" in said
    assert "Utkast" in said
    assert "samma dag" in said


def test_lists_and_tables_are_lists_and_tables() -> None:
    edition = draft()
    section(edition, body=BODY)

    made = paper(TextView(text_page(writer(), edition.pk), writer()), writer())

    kinds = [type(node).__name__ for node in made.nodes]
    # Whom to ask and when it is reviewed stand before the sections.
    assert kinds[:5] == ["Paragraph", "Heading", "Heading", "Item", "Item"]
    assert kinds[5:] == ["Heading", "Words", *["Item"] * 4, "Table"]
    assert "Utkast" in getattr(made.nodes[0], "text", "")
    table = made.nodes[-1]
    assert [cell.text for cell in getattr(table, "head", ())] == ["När", "Vem"]


def test_a_long_text_with_every_sign_is_set_all_the_same() -> None:
    edition = draft()
    for number in range(30):
        section(
            edition, f"#panic() *{number}*", "<p>@ref $x$ \\ \N{CJK UNIFIED IDEOGRAPH-4E00}</p>"
        )

    answer = client().get(reverse("texts:as_paper", args=[edition.pk]))

    assert answer.status_code == 200
