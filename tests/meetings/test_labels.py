"""Attachments are numbered as people number them, and two that collide are noticed.

Seen red: with every two letters of a number colliding, and with “A-D” read as A and D.
"""

from __future__ import annotations

import pytest

from samklang.meetings.labels import Label, colliding, is_numbered, parsed

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("written", "number", "letters"),
    [
        ("2", "2", ""),
        ("2 A-B", "2", "AB"),
        ("5 A–D", "5", "ABCD"),
        ("4 A+B", "4", "AB"),
        ("3A", "3", "A"),
        ("A", "A", ""),
        ("RR_minnes_", "rr_minnes_", ""),
    ],
)
def test_a_label_is_a_number_and_its_letters(written: str, number: str, letters: str) -> None:
    assert parsed(written) == Label(number, frozenset(letters))


def test_labels_collide_when_one_paper_could_be_the_other() -> None:
    labels = ["2", "2 A-B", "5 A", "5 B-C", "5 C", "6"]

    assert list(colliding(labels)) == [(0, 1), (3, 4)]
    assert [one for one in labels if not is_numbered(one)] == []
    assert not is_numbered("RR_minnes_")
