"""Places are data: every county and municipality is known, and none stands in the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samklang.inventories import reading
from samklang.inventories.reading.vocabulary import Vocabulary


def test_all_counties_and_municipalities_are_known(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.counties) == 21
    assert len(vocabulary.municipalities) == 290


@pytest.mark.parametrize(
    ("written", "authority"),
    [
        ("Leksand kommun", "Leksands kommun"),
        ("Falu kommun", "Falu kommun"),
        ("Mora kommun", "Mora kommun"),
        ("Malmö stad", "Malmö stad"),
        ("VÄXJÖ KOMMUN", "Växjö kommun"),
        ("Malung-Sälens kommun", "Malung-Sälens kommun"),
    ],
)
def test_an_authority_is_known_however_it_is_written(
    vocabulary: Vocabulary, written: str, authority: str
) -> None:
    found = vocabulary.municipality_pattern.search(f"mellan {written} och")

    assert found
    assert vocabulary.authority(found["name"]) == authority


def test_former_county_councils_belong_to_todays_county(vocabulary: Vocabulary) -> None:
    assert vocabulary.county_words["Landstinget i Kalmar län"].region == "Region Kalmar län"
    assert vocabulary.county_words["Örebro läns landsting"].region == "Region Örebro län"


def test_no_county_stands_in_the_code(vocabulary: Vocabulary) -> None:
    names = "|".join(re.escape(county.region) for county in vocabulary.counties)
    folder = Path(reading.__file__).parent

    named = [path.name for path in folder.glob("*.py") if re.search(names, path.read_text("utf-8"))]

    assert named == []
