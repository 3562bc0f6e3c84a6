"""Which lines are the document's own: a long title in the contents, a chapter at the top of pages.

Seen red: with `begins` empty the first half of the title was kept; with `_CHAPTER` not asked the
chapters that stand at the top of their pages were taken for a page header.
"""

from __future__ import annotations

import pytest

from samklang.documents.extraction.lines import keep

pytestmark = pytest.mark.one_database

CONTENTS = """\
1. Allmänt ............... 2
2. Så arbetar parterna när någon flyttar till
ett annat boende ......... 3
3. Uppföljning ........... 4
Här börjar texten.
"""


def test_a_title_over_two_lines_is_one_title_in_the_contents() -> None:
    kept = keep(CONTENTS)

    assert [line.text for line in kept.lines] == ["Här börjar texten."]
    assert kept.contents == (
        "1. Allmänt",
        "2. Så arbetar parterna när någon flyttar till ett annat boende",
        "3. Uppföljning",
    )


def test_a_chapter_at_the_top_of_a_page_is_no_page_header() -> None:
    words = ("ett", "två", "tre", "fyra")
    pages = [
        f"{n} (4)\nAvtal om hälsa\n{n}. Uppföljning\nText {word}."
        for n, word in enumerate(words, 1)
    ]

    kept = [line.text for line in keep("\n".join(pages)).lines]

    assert "3. Uppföljning" in kept
    assert "Avtal om hälsa" not in kept
