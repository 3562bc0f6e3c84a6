"""Days of rest that are not written as such are refused when the pack is loaded, and how is said.

Seen red with each of the checks left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from samklang.setup import pack_holidays
from samklang.setup.tables import PackError
from tests.architecture.tree import ROOT

NAMES = 'name.sv = "Grandagen", name.en = "Spruce Day"'


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('day = "02-30"', "write a day of every year as MM-DD"),
        ('day = "02-29"', "write a day of every year as MM-DD"),
        ("day = 15", "write a text in quotes"),
        ("easter = 400", "how many days from Easter Sunday"),
        ('weekday = 8, from = "06-19"', "write 1 for Monday to 7 for Sunday"),
        ('weekday = 5, from = "19/6"', "write a day of every year as MM-DD"),
        ("weekday = 5", "write a day of every year as MM-DD"),
        ('day = "02-15", easter = 1', "one of day, easter and weekday, and only one"),
        ("", "one of day, easter and weekday, and only one"),
        ('day = "02-15", until = "03-01"', "until"),
    ],
)
def test_the_operator_is_told_which_day_is_wrong(said: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "holidays.toml"
    rows = ", ".join(filter(None, (said, NAMES)))
    path.write_text(f"holidays = [{{ {rows} }}]", encoding="utf-8")
    with pytest.raises(PackError, match=told) as refused:
        pack_holidays.check(path, ("sv", "en"))
    assert "holidays.toml: holidays 1" in str(refused.value)


def test_a_day_of_rest_has_a_name_in_each_language(tmp_path: Path) -> None:
    path = tmp_path / "holidays.toml"
    path.write_text('holidays = [{ easter = 1, name.sv = "Dagen" }]', encoding="utf-8")
    with pytest.raises(PackError, match="en is missing"):
        pack_holidays.check(path, ("sv", "en"))


def test_a_country_need_have_no_days_of_rest_and_ours_are_as_they_should(tmp_path: Path) -> None:
    pack_holidays.check(tmp_path / "holidays.toml", ("sv", "en"))
    for country, languages in (("se", ("sv", "en")), ("xx", ("sv",))):
        pack_holidays.check(ROOT / "packs" / country / "holidays.toml", languages)
