"""What is not firm is left for a person to say.

Each test was seen red against the rules before it: every first line a title, every agreement on
"other" where no area was settled, every word about counties the level of the text.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]
BODY = (
    "\n\nKommunens chefer träffas varje månad och går igenom hur arbetet går. De ser över lokaler, "
    "bemanning och ekonomi, och berättar för sina medarbetare vad de kommit fram till.\n\n"
    "Den som vill veta mer vänder sig till kansliet.\n"
)


def value(fact: object) -> object:
    return getattr(fact, "value", None)


@pytest.mark.parametrize(
    "line",
    [
        "Tillbaka till startsidan för besökare",
        "svarta rader och tomma rutor",
        "Här kan man läsa om det som händer nu.",
    ],
)
def test_a_line_that_the_text_never_comes_back_to_is_no_title(reading: Read, line: str) -> None:
    assert reading(line + BODY).title is None


@pytest.mark.parametrize("line", ["Chefernas träffar", "Protokoll 2031-02-03"])
def test_a_line_that_the_text_is_about_or_that_names_it_is_the_title(
    reading: Read, line: str
) -> None:
    assert value(reading(line + BODY).title) == line


def test_an_agreement_that_names_an_area_in_passing_is_not_said_to_be_on_another(
    reading: Read,
) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Uppsala och Heby kommun\n\nParter\nRegion "
        "Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar. Hemsjukvården berörs.\n\n"
        "Giltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
    )
    assert found.kind.value == "local_agreement"
    assert found.areas == ()


def test_an_agreement_that_names_no_area_is_on_another(reading: Read) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Uppsala och Heby kommun\n\nParter\nRegion "
        "Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar om kulturen.\n\n"
        "Giltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
    )
    assert [area.value for area in found.areas] == ["other"]


def test_a_text_that_names_no_county_is_not_said_to_be_a_countys(reading: Read) -> None:
    found = reading(
        "Rapport om samverkan\n\nDenna rapport beskriver hur länets och regionernas grupper "
        "arbetar i hela landet. Regionala avtal är vanliga."
    )
    assert found.level is None


def test_of_counties_named_alike_none_is_the_texts(reading: Read) -> None:
    found = reading(
        "Rapport om samverkan\n\nDenna rapport jämför Uppsala län och Hallands län. Den är gjord "
        "av forskare."
    )
    assert found.county is None
