"""Sentences with numbers. Seen red: with the past ends left in the present tense."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from samklang.common.periods import StatedDate
from samklang.common.words import Words, words
from samklang.portal.wording import headline, lead, regional_end, soon
from tests import cast


@pytest.fixture
def known() -> Words:
    with override("sv"):
        return words(cast.partnership())


@pytest.mark.django_db
@override("sv")
@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((22, 9, 14), "22 av 45 lokalavtal finns. I 9 fall saknas en som gäller, i 14 fall har"),
        ((3, 0, 0), "3 av 3 lokalavtal finns."),
        ((1, 0, 2), "1 av 3 lokalavtal finns. I 2 fall har"),
    ],
)
def test_the_lead_says_only_what_there_is(
    known: Words, counts: tuple[int, int, int], said: str
) -> None:
    assert lead(counts, known).startswith(said)


@pytest.mark.django_db
@override("sv")
def test_the_end_of_the_regional_ones_is_told_together_or_the_first_of_them(known: Words) -> None:
    june, july = StatedDate.parse("2027-06-30"), StatedDate.parse("2027-07-31")
    on = date(2026, 11, 24)

    together = regional_end({"Skog": june, "Sjö": june}, on=on, known=known)
    apart = regional_end({"Skog": july, "Sjö": june}, on=on, known=known)
    passed = regional_end({"Skog": june}, on=date(2027, 7, 1), known=known)

    assert together.endswith("slutar gälla om 7 månader, den 30\xa0juni\xa02027.")
    assert "Sjö" in apart
    assert "slutade gälla den 30\xa0juni\xa02027." in passed
    assert regional_end({}, on=on, known=known) == ""


@override("sv")
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-24", "i dag"),
        ("2026-11-25", "om 1 dag"),
        ("2027-01-23", "om 60 dagar"),
        ("2027-01-24", "om 2 månader"),
    ],
)
def test_how_far_off_a_day_is(day: str, said: str) -> None:
    assert soon(date.fromisoformat(day), date(2026, 11, 24)) == said


@override("sv")
def test_the_headline_is_a_finding() -> None:
    assert headline((22, 9, 14)) == "Ungefär hälften finns."
    assert headline((0, 0, 0)) == "Ingen finns ännu."
