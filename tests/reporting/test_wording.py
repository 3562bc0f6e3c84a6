"""The report's sentences, in both languages and in the county's own words."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements.api import Status
from samklang.common.periods import StatedDate
from samklang.common.words import words
from samklang.reporting import wording
from samklang.reporting.presentation import shown
from tests.reporting import county

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("months", "swedish", "english"),
    [
        (24.0, "2 år", "2 years"),
        (28.0, "2,3 år", "2.3 years"),
        (12.0, "1 år", "1 year"),
        (6.0, "0,5 år", "0.5 years"),
    ],
)
def test_months_are_said_as_years(months: float, swedish: str, english: str) -> None:
    with county.in_language("sv"):
        assert wording.years(months) == swedish
    with county.in_language("en"):
        assert wording.years(months) == english


def test_the_lead_says_the_conclusion_and_then_the_numbers() -> None:
    county.full()

    with county.in_language("sv"):
        swedish = wording.lead(county.figures())
    with county.in_language("en"):
        english = wording.lead(county.figures())

    assert swedish == (
        "Ungefär hälften. Av 5 möjliga finns 2. I 1 fall är svaret nej och i 2 fall saknas svar. "
        "Det tar i snitt 2,2 år från ramavtal till lokalavtal."
    )
    assert english == (
        "About half. There are 2 of 5 possible. The answer is no in 1 and missing in 2. "
        "It takes 2.2 years on average from frame agreement to local agreement."
    )


def test_a_county_without_answers_says_so() -> None:
    county.municipalities()

    with county.in_language("en"):
        assert wording.lead(county.figures()).startswith("None yet. There are 0 of 5 possible.")


def test_what_the_mean_rests_on_is_said_with_what_was_left_out() -> None:
    county.municipalities()
    parent = county.regional(start="2021")
    county.local("alm", parent, adopted=date(2023, 7, 2))
    county.local("ek", parent)
    found = county.figures()

    with county.in_language("en"):
        said = wording.mean_basis(found.areas[0], words(found))

    assert said == (
        "24 months, from 1 of 2 local agreements.",
        "Ek: no date of adoption, left out.",
        "The start of frame agreement is known only as 2021 and is counted from the middle of it.",
    )


def test_outliving_names_the_regional_end_once() -> None:
    county.municipalities()
    parent = county.regional()
    county.local("alm", parent, end="2028-01-31")
    county.local("ek", parent, end="2027-12-31")
    found = county.figures()

    with county.in_language("sv"):
        said = wording.both_ends(found.areas[0], words(found))

    assert said == (
        "ramavtal: t.o.m. 2026-06-30",
        "Ek: t.o.m. 2027-12-31",
        "Alm: t.o.m. 2028-01-31",
    )


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_its_words_in_both_languages(status: Status) -> None:
    known = words(None)
    end = StatedDate.parse("2026-06-30")

    with county.in_language("sv"):
        swedish = wording.status(status, end, known), wording.status(status, None, known)
    with county.in_language("en"):
        english = wording.status(status, end, known), wording.status(status, None, known)

    assert all((*swedish, *english))
    assert swedish[1] != english[1]


def test_the_picture_says_what_it_shows_to_those_who_do_not_see_it() -> None:
    county.full()

    with county.in_language("en"):
        label = shown(county.figures()).areas[0].timeline.label

    assert label == (
        "Forest: 2 local agreements against frame agreement, which holds until 2026-06-30. "
        "Alm 2023-01-01–2026-06-30; Ek 2023-01-01–2027-12-31"
    )


def test_the_table_beside_a_picture_has_the_same_agreements_as_the_picture() -> None:
    county.full()

    area = shown(county.figures()).areas[0]

    assert [row[0] for row in area.table.rows] == [bar.label for bar in area.timeline.local]
    assert [row[2] for row in area.table.rows] == [str(bar.end) for bar in area.timeline.local]
