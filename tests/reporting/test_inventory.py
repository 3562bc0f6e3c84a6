"""The inventory's figures, each against a count made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements.models import EventKind
from samklang.common.periods import StatedDate
from samklang.library.api import areas
from samklang.reporting import queries
from samklang.reporting.figures import Answer, Counts, LeftOut
from samklang.setup import demo, packs
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db

DECEMBER = date(2025, 12, 11)


def test_yes_no_and_no_answer_are_counted_apart_and_add_up_to_all() -> None:
    county.full()

    found = county.figures()

    assert found.areas[0].answers == Counts(yes=2, no=1, no_answer=2)
    assert found.answers.total == len(county.NAMES)


def test_each_municipality_shows_what_it_was_counted_as() -> None:
    county.full()

    answers = {one.name: one.cells[0].answer for one in county.figures().municipalities}

    assert answers == {
        "Alm": Answer.YES,
        "Björk": Answer.NO_ANSWER,
        "Ek": Answer.YES,
        "Gran": Answer.NO,
        "Hassel": Answer.NO_ANSWER,
    }


def test_the_sum_is_that_of_the_chosen_areas() -> None:
    county.full()
    water = cast.area("water")
    county.says_none("ek", about=water)

    found = county.figures(cast.area(), water)

    assert [area.code for area in found.areas] == ["forest", "water"]
    assert found.answers == Counts(yes=2, no=2, no_answer=6)


def test_an_agreement_under_way_is_a_no_and_not_in_the_timeline() -> None:
    county.municipalities()
    draft = cast.agreement(keeper=cast.organization("alm"))
    cast.edition(draft, begun=date(2024, 9, 1))

    area = county.figures().areas[0]

    assert area.answers == Counts(no=1, no_answer=4)
    assert area.locals == ()


def test_an_expired_agreement_is_a_no() -> None:
    county.municipalities()
    county.local("alm", county.regional(), end="2024-12-31")

    found = county.figures()

    assert found.areas[0].answers == Counts(no=1, no_answer=4)
    assert str(found.municipalities[0].cells[0].end) == "2024-12-31"


def test_one_agreement_of_two_municipalities_is_two_yes_and_one_time() -> None:
    county.municipalities()
    alm, ek = cast.organization("alm"), cast.organization("ek")
    shared = cast.agreement(keeper=alm, parties=[alm, ek], parent=county.regional())
    cast.adopted(cast.in_force(shared, "2023-01-01", "2026-06-30"), date(2022, 7, 1))

    area = county.figures().areas[0]

    assert area.answers.yes == 2
    assert [local.name for local in area.locals] == ["Alm, Ek"]
    assert [local.months for local in area.measured] == [12.0]


def test_the_time_is_from_the_regional_start_to_the_last_required_adoption() -> None:
    county.municipalities()
    alm, region = cast.organization("alm"), cast.organization("region")
    made = cast.agreement(keeper=alm, parties=[alm, region], parent=county.regional())
    edition = cast.in_force(made, "2023-01-01", "2026-06-30")
    cast.adopted(edition, date(2022, 7, 1), by=alm)
    cast.adopted(edition, date(2023, 7, 1), by=region)

    assert county.figures().areas[0].mean_months == 24.0


def test_the_mean_is_over_the_agreements_that_have_a_time() -> None:
    county.full()

    found = county.figures()

    assert [local.months for local in found.areas[0].locals] == [24.0, 28.0]
    assert found.areas[0].mean_months == found.mean_months == 26.0


def test_the_mean_of_all_areas_weighs_every_agreement_alike() -> None:
    county.full()
    water = cast.area("water")
    county.local("alm", county.regional(water), adopted=date(2022, 7, 1), about=water)

    found = county.figures(cast.area(), water)

    assert found.mean_months == round((24 + 28 + 12) / 3, 1)


def test_a_start_known_only_as_a_year_counts_from_its_middle() -> None:
    county.municipalities()
    county.local("alm", county.regional(start="2021"), adopted=date(2023, 7, 2))

    area = county.figures().areas[0]

    assert area.mean_months == 24.0
    assert area.regional is not None
    assert str(area.regional.holding.start) == "2021"


@pytest.mark.parametrize(
    ("adopted", "start", "why"),
    [
        (None, "2021-07-01", LeftOut.NO_ADOPTION),
        (date(2023, 1, 1), "", LeftOut.NO_START),
        (date(2020, 1, 1), "2021-07-01", LeftOut.EARLIER),
    ],
)
def test_what_cannot_be_timed_is_left_out_and_said_why(
    adopted: date | None, start: str, why: str
) -> None:
    county.municipalities()
    parent = county.regional(start=start) if start else None
    county.local("alm", parent, adopted=adopted)

    area = county.figures().areas[0]

    assert area.mean_months is None
    assert [local.name for local in area.left_out(why)] == ["Alm"]
    assert area.answers.yes == 1


def test_what_outlives_the_regional_agreement_is_told_with_both_ends() -> None:
    county.full()

    outliving = county.figures().areas[0].outliving

    assert [local.name for local in outliving] == ["Ek"]
    assert outliving[0].holding.end == StatedDate.parse("2027-12-31")
    assert outliving[0].outlived_end == StatedDate.parse("2026-06-30")


def test_an_extension_counts_from_the_day_it_was_decided() -> None:
    county.municipalities()
    parent = county.regional()
    county.local("ek", parent, adopted=date(2023, 1, 1), end="2027-01-31")
    extended = parent.editions.get()
    cast.event(extended, EventKind.EXTENDED, "2027-06-30", decided=DECEMBER.isoformat())

    before = county.figures(on=date(2025, 12, 10)).areas[0]
    after = county.figures(on=DECEMBER).areas[0]

    assert len(before.outliving) == 1
    assert len(after.outliving) == 0
    assert after.regional is not None
    assert str(after.regional.holding.extended_from) == "2026-06-30"


def test_the_same_clause_is_quoted_once_with_all_whose_it_is() -> None:
    county.municipalities()
    parent = county.regional()
    for name in ("alm", "ek"):
        county.review_clause(county.local(name, parent), "Ses över varje år.")
    county.review_clause(county.local("gran", parent), "Ses över vid behov.")

    clauses = county.figures().areas[0].clauses

    assert [(one.quote, one.names) for one in clauses] == [
        ("Ses över varje år.", ("Alm", "Ek")),
        ("Ses över vid behov.", ("Gran",)),
    ]


def test_an_answer_given_after_the_day_is_not_known_on_it() -> None:
    county.municipalities()
    county.says_none("gran", on=date(2025, 2, 8))

    assert county.figures().answers.no == 0
    assert county.figures(on=date(2025, 2, 8)).answers.no == 1


def test_another_county_is_not_counted() -> None:
    county.full()
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.in_force(cast.agreement(keeper=fjord, about=cast.area(of=fjord.partnership)))

    assert county.figures().answers.total == len(county.NAMES)


def test_an_area_nobody_has_anything_in_is_empty_and_not_an_error() -> None:
    county.municipalities()

    area = county.figures().areas[0]

    assert area.regional is None
    assert area.mean_months is None
    assert area.answers == Counts(no_answer=len(county.NAMES))


@pytest.mark.slow
def test_the_demo_county_adds_up_to_the_countys_own_account() -> None:
    home = demo.load(packs.demo("se-dalarna-demo"))
    statutory = [area for area in areas(home.pk) if area.statutory]

    found = queries.draft(home, on=county.DAY, about=statutory)

    counts = [(one.answers.yes, one.answers.no, one.answers.no_answer) for one in found.areas]
    assert counts == [(8, 3, 4), (7, 4, 4), (7, 2, 6)]
    assert [one.mean_months for one in found.areas] == [24.0, 28.0, 24.0]
    assert [len(one.outliving) for one in found.areas] == [3, 0, 1]
