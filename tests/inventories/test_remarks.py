"""What is said beside the facts is said once."""

from __future__ import annotations

import pytest

from samklang.inventories.pages import ConfirmPage
from tests import cast
from tests.inventories import bad_files, desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_that_the_text_is_in_another_language_is_said_once_and_names_it() -> None:
    (reading,) = desk.desk().read(desk.text_file(lines=bad_files.ENGLISH))

    remarks = ConfirmPage(reading, today=cast.TODAY).remarks

    assert [one.text for one in remarks.cautions] == []
    assert remarks.warnings == [
        "Texten verkar vara på engelska. Titta igenom varje uppgift: läsaren kan svenska."
    ]


def test_many_personal_numbers_are_one_remark_with_all_their_places() -> None:
    number = bad_files.TEST_NUMBER
    lines = (*desk.LINES, f"Om {number}.", "Mer om annat.", f"Och {number}.")
    (reading,) = desk.desk().read(desk.text_file(lines=lines))

    remarks = ConfirmPage(reading, today=cast.TODAY).remarks

    (said,) = remarks.cautions
    assert said.text.startswith("Det verkar finnas ett personnummer i filen.")
    assert len(said.numbers) == 2
