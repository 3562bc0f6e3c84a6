"""From what was read to what a person is asked."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from samklang.agreements.models import Level
from samklang.inventories import proposal
from samklang.inventories.county import County, county
from samklang.inventories.questions import Question
from samklang.inventories.reading.facts import (
    Adoption,
    Certainty,
    Contradiction,
    Extension,
    Fact,
    Party,
    Place,
    Reading,
    Review,
)
from samklang.organizations.api import Partnership, reader_in
from samklang.organizations.models import Organization
from tests import cast
from tests.inventories import desk

pytestmark = pytest.mark.django_db
PLACE = Place(3, 9)


def fact(value: Any, certainty: Certainty = Certainty.STATED) -> Fact[Any]:
    return Fact(value, "som det står", PLACE, certainty)


def known(home: Partnership) -> County:
    return county(home, seen_by=reader_in(home.organizations.all()[0], today=cast.TODAY))


def asked(here: County, **facts: Any) -> dict[str, Question]:
    reading = Reading(**{"kind": fact("local_agreement"), **facts})
    return {one.name: one for one in proposal.questions(asdict(reading), here)}


def party(name: str, *, collective: bool = False) -> Fact[Any]:
    return fact(Party(name, collective))


def test_parties_are_found_by_older_names_and_other_genitives() -> None:
    lund = desk.desk()
    lund.region.other_names = [{"name": "Skåne läns landsting", "until": "1998-12-31"}]
    lund.region.save()

    found = asked(known(lund.home), parties=(party("Lunds kommun"), party("Skåne läns landsting")))

    assert set(found["parties"].value) == {lund.lund.pk, lund.region.pk}
    assert found["keeper"].value == lund.lund.pk


def test_a_party_that_nobody_here_is_called_is_named() -> None:
    lund = desk.desk()

    found = asked(known(lund.home), parties=(party("Vårdbolaget AB"),))

    assert found["parties"].value is None
    assert "Vårdbolaget AB" in found["parties"].remark


@pytest.mark.parametrize(
    ("words", "everybody"), [("kommunerna i Skåne län", True), ("kommunerna i Norrland", False)]
)
def test_the_municipalities_of_the_county_are_all_of_them(words: str, *, everybody: bool) -> None:
    lund = desk.desk()
    lund.home.name = "Skåne län"
    lund.home.words = {}
    lund.home.save()
    cast.organization("eslöv", of=lund.home)

    found = asked(known(lund.home), parties=(party(words, collective=True),))

    municipalities = Organization.objects.local().values_list("pk", flat=True)
    expected = set(municipalities) if everybody else set()
    assert set(found["parties"].value or ()) == expected


def test_several_areas_are_a_choice() -> None:
    lund = desk.desk()
    cast.area("children_young", of=lund.home)

    found = asked(known(lund.home), areas=(fact("substance_use"), fact("children_young")))

    assert found["area"].value is None
    assert [one.value for one in found["area"].alternatives] == [
        one.pk for one in known(lund.home).areas
    ]


def test_an_area_that_is_not_in_the_register_is_mentioned() -> None:
    lund = desk.desk()

    found = asked(known(lund.home), areas=(fact("substance_use"), fact("dementia")))

    assert found["area"].value == lund.area.pk
    assert found["area"].remark


def test_an_end_and_until_further_notice_are_two_answers_to_one_question() -> None:
    here = known(desk.desk().home)

    found = asked(here, valid_until=fact("2026-01-31"), until_further_notice=fact(value=True))

    values = [one.value for one in found["valid_until"].alternatives]
    assert values == ["2026-01-31", "until_further_notice"]


def test_an_end_that_clashes_with_until_further_notice_is_shown_in_words() -> None:
    lund = desk.desk()
    clash = Contradiction(
        "valid_until",
        ("2025-04-30", "until_further_notice"),
        ("till 2025-04-30", "gäller tills vidare"),
        (PLACE, Place(40, 59)),
    )

    question = asked(known(lund.home), contradictions=(clash,))["valid_until"]

    assert question.value is None
    assert [one.value for one in question.alternatives] == ["2025-04-30", "until_further_notice"]
    assert "until_further_notice" not in [one.shown for one in question.alternatives]


def test_until_further_notice_alone_is_a_fact() -> None:
    found = asked(known(desk.desk().home), until_further_notice=fact(value=True))

    assert found["valid_until"].value == "until_further_notice"
    assert not found["valid_until"].alternatives


def test_other_contradictions_are_shown_without_touching_the_register() -> None:
    clash = Contradiction("number of målgrupper", ("tre", "fyra"), ("a", "b"), (PLACE, PLACE))

    found = asked(known(desk.desk().home), contradictions=(clash,))

    assert [one.value for one in found["note-0"].alternatives] == ["tre", "fyra"]
    assert "målgrupper" in found["note-0"].label


def test_the_regional_agreement_of_the_area_is_proposed_as_a_guess() -> None:
    lund = desk.desk()
    regional = cast.agreement("Ramavtal", level=Level.REGIONAL, keeper=lund.region, about=lund.area)
    cast.in_force(regional)

    found = asked(known(lund.home), areas=(fact("substance_use"),))

    assert (found["parent"].value, found["parent"].certainty) == (regional.pk, "guessed")


def test_a_regional_agreement_builds_on_none() -> None:
    lund = desk.desk()
    cast.agreement("Ramavtal", level=Level.REGIONAL, keeper=lund.region, about=lund.area)

    found = asked(known(lund.home), kind=fact("regional_agreement"))

    assert "parent" not in found


def test_what_the_register_has_no_day_or_kind_for_is_not_asked() -> None:
    found = asked(
        known(desk.desk().home),
        signed=fact(Adoption("board_decision")),
        review=(fact(Review("other", "vid behov")), fact(Review("every_n_years", 2))),
        extension=fact(Extension("2027-06-30")),
    )

    assert found["adoption"].value is None
    assert found["review-0"].value["kind"] == "every_n_years"
    assert found["extension"].value == "2027-06-30"
