"""A personal identity number is warned of, and never repeated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]


def luhn_digit(nine: str) -> str:
    total = sum(sum(map(int, str(int(d) * (2 - i % 2)))) for i, d in enumerate(nine))
    return str(-total % 10)


def codes(reading: Reading) -> list[str]:
    return [warning.code for warning in reading.warnings]


# Serials from 980 are only used in tests. Day 78 makes it a coordination number.
@pytest.mark.parametrize("day", ["18", "78"])
@pytest.mark.parametrize("written", ["19{}-{}", "{}-{}", "{}+{}", "19{}{}"])
def test_a_number_that_counts_right_is_warned_of(reading: Read, day: str, written: str) -> None:
    birth, serial = f"9001{day}", "981"
    number = written.format(birth, serial + luhn_digit(birth + serial))

    found = reading(f"Rutin för samverkan. Anteckning om {number} i marginalen på sidan.")

    assert codes(found) == ["personal_identity_number"]
    assert all(number not in (w.quote + w.hint) for w in found.warnings)


@pytest.mark.parametrize("number", ["212000-2247", "900118-9810", "991332-1234", "5599-3331"])
def test_other_numbers_pass(reading: Read, number: str) -> None:
    assert codes(reading(f"Rutin för samverkan i länet, med org.nr {number} och telefon.")) == []


def test_bare_digits_need_a_label(reading: Read) -> None:
    digits = "900118981" + luhn_digit("900118981")

    assert codes(reading(f"Rutin för samverkan med ärende {digits} i registret.")) == []
    assert codes(reading(f"Rutin för samverkan. Personnummer: {digits} i registret."))
