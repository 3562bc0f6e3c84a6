"""What people write as a date says one thing as a whole, or is refused with a sentence.

Seen red: with a month offered where only a day will do.
"""

from __future__ import annotations

import pytest
from django import forms

from samklang.common.date_fields import DayField, StatedDateField
from samklang.common.written_dates import NotADate, written


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2027", "2027"),
        ("2027-06", "2027-06"),
        (" 2027-06-30 ", "2027-06-30"),
        ("2027.6.30", "2027-06-30"),
        ("2013 – 11 - 01", "2013-11-01"),
        ("270630", "2027-06-30"),
        ("20270630", "2027-06-30"),
        ("31 januari 2021", "2021-01-31"),
        ("den 30:e juni 2027", "2027-06-30"),
        ("Den 1 Oktober, 2021", "2021-10-01"),
        ("1 October 2021", "2021-10-01"),
        ("3 sep. 21", "2021-09-03"),
        ("juni 2024", "2024-06"),
        ("1/7 2021", "2021-07-01"),
        ("31/12-24", "2024-12-31"),
        ("241001-241231", "2024-10-01/2024-12-31"),
        ("20241001 – 20241231", "2024-10-01/2024-12-31"),
        ("2024-10-01/2024-12-31", "2024-10-01/2024-12-31"),
        ("2024-10-01--2024-12-31", "2024-10-01/2024-12-31"),
        ("2024-10/2024-11", "2024-10-01/2024-11-30"),
        ("2018–2022", "2018-01-01/2022-12-31"),
        ("2018-2022", "2018-01-01/2022-12-31"),
        ("1/7 2021 – 31/12 2021", "2021-07-01/2021-12-31"),
        ("september 2021 - november 2021", "2021-09-01/2021-11-30"),
        ("29 februari 2024", "2024-02-29"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, meant: str) -> None:
    assert str(written(text)) == meant


ANYTHING = "Skriv en dag som 2027-06-30"
NO_DAY = "Det finns ingen sådan dag"
NO_MONTH = "Det finns ingen månad"
YEAR = "Året måste vara mellan 1900 och 2199"
DIGITS = "Skriv året med fyra siffror"
BACKWARDS = "Sista dagen är före första dagen"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", ANYTHING),
        ("snart", ANYTHING),
        ("hösten 2021", ANYTHING),
        ("2024-01-01 eller 2025-01-01", ANYTHING),
        ("30 juni", ANYTHING),
        ("20215", ANYTHING),
        ("20215-01-01", ANYTHING),
        ("31 mar 2021 kl 12", ANYTHING),
        ("31 februari 2021", NO_DAY),
        ("februari 31 2021", ANYTHING),
        ("2021-02-31", NO_DAY),
        ("2021-02-30", NO_DAY),
        ("29 februari 2023", NO_DAY),
        ("270231", NO_DAY),
        ("0/7 2021", NO_DAY),
        ("2021-00-10", NO_MONTH),
        ("2024-13", NO_MONTH),
        ("202406", NO_MONTH),
        ("9999-12-31", YEAR),
        ("0001-01-01", YEAR),
        ("1899", YEAR),
        ("2027-06-30/9999-12-31", YEAR),
        ("980101", DIGITS),
        ("1/7 98", DIGITS),
        ("241231-241001", BACKWARDS),
        ("2024-12-31 – 2024-10-01", BACKWARDS),
        ("2022–2018", BACKWARDS),
    ],
)
def test_what_says_no_single_date_is_refused_with_a_sentence(text: str, why: str) -> None:
    """Seen red: with `search` for `fullmatch`, 31 February became February."""
    with pytest.raises(NotADate) as refused:
        written(text)

    assert str(refused.value.sentence).startswith(why)


def test_an_impossible_day_is_told_how_many_days_the_month_has() -> None:
    with pytest.raises(NotADate, match="februari 2024 har 29 dagar"):
        written("30 februari 2024")


@pytest.mark.parametrize("text", ["2026", "2026-05", "2026-05-18 – 2026-05-19", "igår"])
def test_a_whole_day_is_asked_for_where_one_is_needed(text: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        DayField().clean(text)

    assert refused.value.messages == ["Skriv hela dagen, till exempel 2026-05-18."]


def test_a_day_may_be_written_in_words() -> None:
    assert DayField().clean("18 maj 2026").isoformat() == "2026-05-18"


@pytest.mark.parametrize("field", [StatedDateField(), DayField()])
def test_every_field_for_days_says_why(field: forms.Field) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean("31 februari 2021")

    assert refused.value.messages == ["Det finns ingen sådan dag: februari 2021 har 28 dagar."]
