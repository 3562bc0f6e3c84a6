"""The small line under a word, and the sentences about the county, written out.

Seen red with an overdue revision told last, and with months counted without their days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from samklang.agreements.api import county_standings
from samklang.agreements.models import Edition, EventKind, Level, ValidityEvent
from samklang.common.periods import StatedDate
from samklang.common.words import Words, words
from samklang.organizations.models import OrganizationKind
from samklang.portal.wording import (
    Remarks,
    capital,
    headline,
    lead,
    listed,
    long_date,
    regional_end,
    soon,
    stated,
)
from tests import cast
from tests.portal.county import municipality, statutory

TODAY = date(2026, 11, 24)
P = StatedDate.parse


def starts(edition: Edition, day: str = "2024-01-01") -> ValidityEvent:
    return cast.event(edition, EventKind.STARTS, day)


def known() -> Words:
    return words(cast.partnership())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("write", "remark", "day"),
    [
        (
            lambda e: (starts(e), cast.event(e, EventKind.ENDS, "2028-12-31")),
            "t.o.m.",
            "2028-12-31",
        ),
        (lambda e: (starts(e), cast.event(e, EventKind.ENDS, "2028")), "t.o.m.", "2028"),
        (lambda e: (starts(e), cast.event(e, EventKind.ENDS, "2025-12-31")), "sedan", "2025-12-31"),
        (lambda e: (starts(e), cast.event(e, EventKind.UNTIL_FURTHER_NOTICE)), "", ""),
        (
            lambda e: (
                starts(e),
                cast.event(e, EventKind.UNTIL_FURTHER_NOTICE),
                cast.event(e, EventKind.REVISE_BY, "2027-12-31"),
            ),
            "ska revideras senast",
            "2027-12-31",
        ),
        (
            lambda e: (
                starts(e),
                cast.event(e, EventKind.UNTIL_FURTHER_NOTICE),
                cast.event(e, EventKind.REVISE_BY, "2026-01-31"),
            ),
            "skulle reviderats",
            "2026-01-31",
        ),
        # Told first also where there is a last day.
        (
            lambda e: (
                starts(e),
                cast.event(e, EventKind.ENDS, "2028-12-31"),
                cast.event(e, EventKind.REVISE_BY, "2026-01-31"),
            ),
            "skulle reviderats",
            "2026-01-31",
        ),
        (
            lambda e: (
                starts(e),
                cast.event(e, EventKind.UNTIL_FURTHER_NOTICE),
                cast.event(e, EventKind.REVISE_WITH_REGIONAL, quote="När ramen ändras."),
            ),
            "ska ses över",
            "",
        ),
    ],
)
def test_a_remark_says_until_since_or_what_is_overdue(
    write: Callable[[Edition], object], remark: str, day: str
) -> None:
    made = cast.agreement(keeper=municipality(1), about=statutory("forest"))
    edition = cast.edition(made)
    write(edition)
    cast.vouched(edition)
    standing = county_standings(made.partnership_id, on=TODAY)[made.pk]

    assert Remarks().of(standing) == (remark, day)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begun", "stage", "remark"),
    [
        (date(2026, 9, 1), "", ("påbörjat", "2026-09-01")),
        (date(2026, 9, 1), "remiss", ("remiss", "")),
    ],
)
def test_work_under_way_says_its_stage_or_since_when(
    begun: date | None, stage: str, remark: tuple[str, str]
) -> None:
    made = cast.agreement(keeper=municipality(1), about=statutory("forest"))
    cast.edition(made, begun=begun, stage=stage)
    standing = county_standings(made.partnership_id, on=TODAY)[made.pk]

    assert Remarks().of(standing) == remark


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((3, 0, 0), "3 av 3 lokalavtal finns."),
        ((0, 0, 0), "0 av 0 lokalavtal finns."),
        ((2, 1, 0), "2 av 3 lokalavtal finns. I 1 fall saknas en som gäller."),
        ((1, 2, 0), "1 av 3 lokalavtal finns. I 2 fall saknas en som gäller."),
        ((1, 0, 1), "1 av 2 lokalavtal finns. I 1 fall har kommun inte svarat."),
        (
            (0, 2, 1),
            (
                "0 av 3 lokalavtal finns. "
                "I 2 fall saknas en som gäller, i 1 fall har kommun inte svarat."
            ),
        ),
    ],
)
def test_the_lead_gives_every_number_that_is_not_nought(
    counts: tuple[int, int, int], sentence: str
) -> None:
    assert lead(counts, known()) == sentence


@pytest.mark.parametrize(
    ("has", "of", "said"),
    [
        (10, 10, "Alla finns."),
        (9, 10, "Nästan alla finns."),
        (89, 100, "De flesta finns."),
        (6, 10, "De flesta finns."),
        (59, 100, "Ungefär hälften finns."),
        (4, 10, "Ungefär hälften finns."),
        (39, 100, "Färre än hälften finns."),
        (1, 1000, "Färre än hälften finns."),
        (0, 10, "Ingen finns ännu."),
        (0, 0, "Ingen finns ännu."),
    ],
)
def test_the_headline_says_no_more_than_the_share(has: int, of: int, said: str) -> None:
    assert headline((has, of - has, 0)) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-24", "i dag"),
        ("2026-11-25", "om 1 dag"),
        ("2026-12-24", "om 30 dagar"),
        ("2027-01-23", "om 60 dagar"),
        ("2027-01-24", "om 2 månader"),
        ("2027-02-23", "om 2 månader"),
        ("2027-02-24", "om 3 månader"),
        ("2027-06-30", "om 7 månader"),
        ("2028-11-24", "om 24 månader"),
    ],
)
def test_how_far_off_a_day_is_counts_whole_months(day: str, said: str) -> None:
    assert soon(date.fromisoformat(day), TODAY) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ({}, ""),
        ({"Skog": "2027-06-30"}, "Ramavtal slutar gälla om 7 månader, den 30 juni 2027."),
        ({"Skog": "2026-06-30"}, "Ramavtal slutade gälla den 30 juni 2026."),
        ({"Skog": "2026-11-24"}, "Ramavtal slutar gälla i dag, den 24 november 2026."),
        (
            {"Skog": "2027-06-30", "Sjö": "2027-06-30"},
            "Ramavtal slutar gälla om 7 månader, den 30 juni 2027.",
        ),
        (
            {"Skog": "2028-06-30", "Sjö": "2027-06-30"},
            "Först slutar ramavtal för Sjö, om 7 månader, den 30 juni 2027.",
        ),
        (
            {"Skog": "2028-06-30", "Sjö": "2026-06-30"},
            "Ramavtal för Sjö slutade gälla den 30 juni 2026.",
        ),
        ({"Skog": "2027"}, "Ramavtal slutar gälla om 13 månader, den 31 december 2027."),
    ],
)
def test_the_regional_ones_end_together_or_one_of_them_first(
    ends: dict[str, str], said: str
) -> None:
    stated_ends = {name: P(end) for name, end in ends.items()}

    found = regional_end(stated_ends, on=TODAY, known=known())

    assert found.replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("text", "begun"), [("län", "Län"), ("åmål är", "Åmål är"), ("", ""), ("x", "X"), ("ÅÄ", "ÅÄ")]
)
def test_a_sentence_begins_with_a_capital_and_is_else_left_alone(text: str, begun: str) -> None:
    assert capital(text) == begun


def test_a_date_is_never_broken_over_lines_and_an_unknown_one_says_so() -> None:
    assert long_date(date(2027, 6, 30)) == "30\xa0juni\xa02027"
    assert stated(None) == "inte känt"
    assert stated(P("2021-07")) == "2021-07"
    assert listed(["Mora", "Orsa"]) == "Mora, Orsa"


@pytest.mark.django_db
def test_a_regional_agreement_has_its_own_standing() -> None:
    region = cast.organization("region", kind=OrganizationKind.REGION)
    made = cast.agreement(level=Level.REGIONAL, keeper=region, about=statutory("forest"))
    cast.in_force(made, "2021-07-01", "2027-06-30")

    standing = county_standings(made.partnership_id, on=TODAY)[made.pk]

    assert Remarks().of(standing) == ("t.o.m.", "2027-06-30")
