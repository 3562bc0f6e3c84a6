"""A personal number is known however it is written, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from samklang.common.residents import personal_numbers, without_personal_numbers
from samklang.documents.api import safe_name
from tests.common import numbers

# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
DAY, LAST = "811218", "9876"
MANY = 500
SIGNS = (
    "", "-", "+", " ", " - ", "-\n", "\r\n-", "\t", "_", "\N{EN DASH}", "\N{EM DASH}",
    "\N{MINUS SIGN}", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}-",
)  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("century", ["", "19"])
def test_every_way_of_writing_it_is_hidden(century: str, sign: str) -> None:
    hidden = without_personal_numbers(f"Om {century}{DAY}{sign}{LAST}, 2024")

    assert hidden == f"Om {'•' * len(century)}••••••{sign}••••, 2024"


def test_of_500_numbers_at_least_99_percent_are_found() -> None:
    missed = [text for text in numbers.positives(MANY) if not any(personal_numbers(text))]

    assert len(missed) <= MANY // 100, missed


def test_of_500_other_numbers_at_most_one_percent_are_taken_for_one() -> None:
    taken = [text for text in numbers.negatives(MANY) if any(personal_numbers(text))]

    assert len(taken) <= MANY // 100, taken


def test_a_co_ordination_number_is_one_too() -> None:
    nine = "811278" + "987"

    assert any(personal_numbers(f"{nine[:6]}-{nine[6:]}{numbers.check_digit(nine)}"))


@pytest.mark.parametrize(
    "text",
    [
        f"{DAY}-9875",
        "212000-2254",
        "RD21/00517",
        "241001-241231",
        f"12-{DAY}-{LAST}",
        f"{DAY}-{LAST}-1",
        f"{DAY}{LAST} kr",
        f"Telefon {DAY}{LAST}",
        f"OCR-nummer: {DAY}{LAST}",
    ],
)
def test_what_is_no_such_number_is_left_as_it_is(text: str) -> None:
    assert not list(personal_numbers(text))
    assert without_personal_numbers(text) == text


@pytest.mark.parametrize("written", [f"19{DAY}{LAST} kr", "Personnr 81 12 18 9876"])
def test_what_it_is_called_decides_when_it_could_be_either(written: str) -> None:
    assert not list(personal_numbers("1981 12 18 9876"))
    assert list(personal_numbers(f"Personnummer, telefon: {written}"))


def test_a_day_with_its_parts_divided_is_the_same_number() -> None:
    assert without_personal_numbers(f"1981-12-18-{LAST}") == "••••-••-••-••••"


def test_a_day_in_one_column_and_a_year_in_the_next_are_two_things() -> None:
    nine = "200101201"
    year = nine[6:] + numbers.check_digit(nine)

    assert year == "2018"
    assert not list(personal_numbers(f"20{nine[:6]}\t{year}"))
    assert list(personal_numbers(f"20{nine[:6]}-{year}"))


def test_a_files_name_tells_nobodys_number() -> None:
    assert safe_name(f"Avtal {DAY}-{LAST}.pdf") == "Avtal ••••••-••••.pdf"
    assert safe_name(f"{DAY}\N{EN DASH}{LAST}_LÖK.pdf") == "••••••–••••_LÖK.pdf"
