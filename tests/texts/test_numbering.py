"""Sections are numbered by their order, and keep the number that their own document gave them.

Seen red: with the deeper counts not begun anew.
"""

from __future__ import annotations

import pytest

from samklang.texts.models import Section
from samklang.texts.numbering import numbered

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([1, 1, 1], ["1", "2", "3"]),
        ([1, 2, 2, 1, 2, 3], ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]),
        ([2, 1], ["1.1", "1"]),
    ],
)
def test_a_number_says_where_the_section_stands(levels: list[int], numbers: list[str]) -> None:
    sections = [Section(level=level) for level in levels]

    assert [number for number, _one in numbered(sections)] == numbers


def test_the_numbers_of_the_document_stand_and_no_others_are_made() -> None:
    sections = [Section(level=1), Section(level=1, number="4"), Section(level=2)]

    assert [number for number, _one in numbered(sections)] == ["", "4", ""]
