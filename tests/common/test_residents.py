"""A personal number is known however it is written, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from samklang.common.residents import personal_numbers, without_personal_numbers
from samklang.documents.api import safe_name

# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
DAY, LAST = "811218", "9876"


@pytest.mark.parametrize("sign", ["", "-", "+", " ", " - ", "\N{EN DASH}", "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("century", ["", "19"])
def test_every_way_of_writing_it_is_hidden(century: str, sign: str) -> None:
    hidden = without_personal_numbers(f"Om {century}{DAY}{sign}{LAST}, 2024")

    assert hidden == f"Om {'•' * len(century)}••••••{sign}••••, 2024"


@pytest.mark.parametrize("text", [f"{DAY}-9875", "212000-2254", "RD21/00517", "241001-241231"])
def test_what_is_no_such_number_is_left_as_it_is(text: str) -> None:
    assert not list(personal_numbers(text))
    assert without_personal_numbers(text) == text


def test_a_files_name_tells_nobodys_number() -> None:
    assert safe_name(f"Avtal {DAY}-{LAST}.pdf") == "Avtal ••••••-••••.pdf"
