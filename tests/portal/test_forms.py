"""A search form never refuses. Seen red: without the bounds, year 9999 overflowed."""

from __future__ import annotations

import pytest

from samklang.portal.forms import Measure, Order, Show, terms
from tests.cast import TODAY


@pytest.mark.parametrize(
    "typed", ["x", "2025-02-30", "20250207", "0001-01-01", "9999-12-31", "2025-2-7", "²025-01-01"]
)
def test_a_day_that_is_none_shows_today_and_says_so(typed: str) -> None:
    asked = terms({"on": typed}, today=TODAY)

    assert (asked.on, asked.wrong_day, asked.typed) == (TODAY, True, typed)


def test_no_day_is_today_without_a_word() -> None:
    asked = terms({"on": " "}, today=TODAY)

    assert (asked.on, asked.wrong_day, asked.query) == (TODAY, False, "")


def test_unknown_choices_fall_back() -> None:
    asked = terms({"show": "x", "order": "x", "measure": "x"}, today=TODAY)

    assert (asked.show, asked.order, asked.measure) == (Show.ALL, Order.NAME, Measure.HAS)


def test_links_keep_the_day_and_downloads_keep_everything() -> None:
    asked = terms({"on": "2025-02-07", "show": "action", "order": "end"}, today=TODAY)

    assert asked.query == "?on=2025-02-07"
    assert asked.whole_query == "?on=2025-02-07&show=action&order=end"
    assert asked.projector_query.endswith("&view=projector")
