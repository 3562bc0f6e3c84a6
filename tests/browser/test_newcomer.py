"""Where nothing has been written yet, and for whoever has no seat, each page serves everybody.

Seen red: with an inline style on an empty page, and without the sentence of whom to ask.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import PASSWORD, SEATED, SEATLESS
from tests.browser.looking import look_in_passing, look_over, pages_of
from tests.browser.touring import INSIDE, tour
from tests.browser.visitor import Visitor


@pytest.mark.parametrize("widths", [(390,), pytest.param((1280,), marks=pytest.mark.evidence)])
def test_an_installation_with_nothing_in_it_serves_everybody(
    newcomer: Visitor, widths: tuple[int, ...]
) -> None:
    newcomer.sign_in_with(SEATED, PASSWORD)
    faults = []

    for name, address in pages_of(tour(newcomer, *INSIDE, files=set())):
        newcomer.go(address)
        if name.startswith("agreements:") and newcomer.forms():
            continue  # An entry's form is the same wherever it is.
        label = f"empty-{name.replace(':', '-')}"
        faults += look_in_passing(newcomer, name, label, widths)

    assert faults == []
    assert newcomer.complaints == []


def test_somebody_without_a_seat_is_told_whom_to_ask(newcomer: Visitor) -> None:
    newcomer.sign_in_with(SEATLESS, PASSWORD)

    faults = look_over(newcomer, "no seat", "empty-no-seat")

    assert "Be administratören" in newcomer.page.locator("main").inner_text()
    assert faults == []
