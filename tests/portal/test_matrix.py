"""What stands in a cell, and how the cells add up.

Seen red: with `best` replaced by the first held, with the none-answers left out, and with the
sums taken over the rows shown.
"""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements.models import EventKind, Level
from samklang.common.words import words
from samklang.portal.addresses import addresses
from samklang.portal.forms import terms
from samklang.portal.matrix import Matrix, matrix
from samklang.portal.queries import County, county
from tests import cast
from tests.portal.county import local, municipality, regional, says_none, statutory

pytestmark = pytest.mark.django_db


def laid(**query: str) -> Matrix:
    asked = terms(query, today=cast.TODAY)
    return matrix(
        known_on(asked.on),
        asked,
        own=frozenset({municipality(1).pk}),
        known=words(cast.partnership()),
        to=addresses(asked.query),
    )


def known_on(day: date) -> County:
    return county(cast.partnership(), on=day)


def statuses(found: Matrix) -> list[list[str]]:
    return [[cell.status.value for cell in row.cells] for row in found.shown]


def test_no_is_not_no_answer() -> None:
    forest = statutory("forest")
    municipality(1)
    says_none(municipality(2), forest)

    found = laid()

    assert statuses(found) == [["no_answer"], ["missing"]]
    assert found.counts.triple == (0, 1, 1)


def test_a_cell_leads_to_its_agreement_and_an_empty_one_to_the_next_step() -> None:
    forest = statutory("forest")
    pk = local(municipality(1), forest)
    municipality(2)

    first, second = (row.cells[0].url for row in laid().rows)

    assert first == f"/avtal/{pk}/"
    assert second == "/lanet/ort-2/forest/"


def test_of_several_agreements_the_best_decides_and_the_cell_leads_to_all() -> None:
    forest = statutory("forest")
    local(municipality(1), forest, "2025-12-31")
    local(municipality(1), forest, "2028-12-31")

    cell = laid().rows[0].cells[0]

    assert (cell.status, cell.day) == ("in_force", "2028-12-31")
    assert cell.url == "/lanet/ort-1/forest/"


def test_an_area_without_statute_has_a_column_only_with_agreements_and_no_sum() -> None:
    statutory("forest")
    lake = cast.area("lake")
    municipality(1)

    assert [column.area.code for column in laid().columns] == ["forest"]

    local(municipality(1), lake)
    found = laid()

    assert [column.area.code for column in found.columns] == ["forest", "lake"]
    assert found.counts.triple == (0, 0, 1)


def test_the_sums_are_of_all_whatever_is_shown() -> None:
    forest = statutory("forest")
    local(municipality(1), forest)
    says_none(municipality(2), forest)

    found = laid(show="own")

    assert [row.municipality.code for row in found.shown] == ["ort-1"]
    assert found.columns[0].counts.triple == (1, 1, 0)


def test_what_needs_action_leaves_out_rows_where_all_is_well() -> None:
    forest = statutory("forest")
    local(municipality(1), forest)
    says_none(municipality(2), forest)

    assert statuses(laid(show="action")) == [["missing"]]


def test_the_nearest_end_comes_first_when_asked_for() -> None:
    forest = statutory("forest")
    local(municipality(1), forest, "2029-01-01")
    local(municipality(2), forest, "2028-01-01")

    found = laid(order="end")

    assert [row.municipality.code for row in found.shown] == ["ort-2", "ort-1"]


def test_an_overdue_revision_is_told_under_the_word() -> None:
    made = cast.agreement(keeper=municipality(1), about=statutory("forest"))
    edition = cast.in_force(made)
    cast.event(edition, EventKind.REVISE_BY, "2026-01-31", quote="Revideras senast 260131.")

    cell = laid().rows[0].cells[0]

    assert (cell.status, cell.remark, cell.day) == (
        "until_further_notice",
        "skulle reviderats",
        "2026-01-31",
    )
    assert cell.needs_action


def test_the_county_is_shown_as_it_was_known_on_the_day() -> None:
    forest = statutory("forest")
    ram = regional(forest, "2026-06-30")
    made = cast.agreement(keeper=municipality(1), about=forest)
    made.parent_id = ram
    made.save()
    cast.in_force(made, "2023-01-01", "2027-01-31")
    edition = known_on(cast.TODAY).standings[ram].edition
    assert edition is not None
    event = EventKind.EXTENDED
    cast.event(made.parent.editions.get(), event, "2027-06-30", decided="2025-12-11")  # type: ignore[union-attr]

    assert statuses(laid(on="2025-12-10")) == [["outlives"]]
    assert statuses(laid(on="2025-12-11")) == [["in_force"]]


def test_a_regional_agreement_fills_no_cell() -> None:
    forest = statutory("forest")
    cast.in_force(
        cast.agreement(level=Level.REGIONAL, keeper=municipality(1), about=forest), "2021-01-01"
    )

    assert statuses(laid()) == [["no_answer"]]
