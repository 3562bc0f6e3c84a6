"""A section written without scripts is the section that the editor writes.

Seen red: with the blank line between two kinds of passages left out, and with marks not read back.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samklang.documents.api import clean_markup
from samklang.texts.plain_text import from_plain, to_plain

pytestmark = pytest.mark.one_database

WRITTEN = (
    "<h3>Vem gör vad</h3><p>Den som <strong>först</strong> träffar <em>personen</em> ringer.</p>"
    "<ul><li>Boka<ul><li>ett samtal</li></ul></li><li>Skriv</li></ul><ol><li>Läs</li></ol>"
    '<p>Se <a href="https://kommunen.example/">sidan</a>.</p>'
    "<table><tbody><tr><td>När</td><td>Vem</td></tr>"
    "<tr><td>Vecka ett</td><td>Enheten</td></tr></tbody></table>"
)
WORDS = st.text("abc åäö.,", min_size=1, max_size=12).map(str.strip).filter(bool)


def test_every_kind_of_passage_comes_back_as_it_was() -> None:
    markup = clean_markup(WRITTEN)

    assert from_plain(to_plain(markup)) == markup


@given(st.lists(WORDS.map(lambda text: f"<p>{text}</p>"), max_size=5).map("".join))
def test_paragraphs_come_back_as_they_were(markup: str) -> None:
    assert from_plain(to_plain(markup)) == clean_markup(markup)


@given(st.text(max_size=60))
def test_whatever_is_written_holds_nothing_but_the_allow_list(text: str) -> None:
    made = from_plain(text)

    assert made == clean_markup(made)


def test_lines_that_stand_together_are_one_paragraph() -> None:
    assert from_plain("Ett\noch två\n\nTre") == "<p>Ett och två</p><p>Tre</p>"
