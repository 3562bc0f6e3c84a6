"""Small counties written out in full, with the figures that somebody counted on paper.

Each county is a line per municipality; the report and the county page must both come to what
stands beside it. The days are counted from the regional agreement that starts 2021-07-01 and
ends 2026-06-30, seen on 2025-02-07. Seen red: months rounded down, an agreement under way
counted as a yes, and the mean taken over all instead of over those with a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from samklang.agreements.models import Agreement, Edition, EventKind, Level
from samklang.common.words import words
from samklang.library.models import Area
from samklang.organizations.models import Organization
from samklang.portal.addresses import addresses
from samklang.portal.matrix import cells_of, counted
from samklang.portal.queries import county as county_on
from samklang.reporting import queries
from samklang.reporting.figures import Inventory
from tests import cast
from tests.reporting import county

pytestmark = pytest.mark.django_db
DAY = date(2025, 2, 7)


@dataclass(frozen=True)
class Counted:
    """What stands on the paper."""

    yes: int = 0
    no: int = 0
    no_answer: int = 0
    months: tuple[tuple[str, float], ...] = ()
    mean: float | None = None
    outliving: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


COUNTIES = {
    "nobody has answered": (
        """
        alm:
        ek:
        """,
        Counted(no_answer=2),
    ),
    "all have answered that there is none": (
        """
        alm: none
        ek: none
        """,
        Counted(no=2),
    ),
    "one of each": (
        """
        alm: 2023-01-01 to 2026-06-30, adopted 2023-07-01
        ek: none
        gran:
        """,
        Counted(yes=1, no=1, no_answer=1, months=(("Alm", 24.0),), mean=24.0),
    ),
    "the end of the regional one is not outlived by its own day": (
        """
        alm: 2023-01-01 to 2026-06-30
        ek: 2023-01-01 to 2026-07-01
        gran: 2023-01-01 to 2025-12-31
        hassel: 2023-01-01 to open
        """,
        Counted(
            yes=4,
            outliving=("Ek",),
            left_out=(
                ("Alm", "no_adoption"),
                ("Ek", "no_adoption"),
                ("Gran", "no_adoption"),
                ("Hassel", "no_adoption"),
            ),
        ),
    ),
    "the last day counts and the day after does not": (
        """
        alm: 2023-01-01 to 2025-02-07, adopted 2022-07-01
        ek: 2023-01-01 to 2025-02-06, adopted 2022-07-01
        """,
        Counted(yes=1, no=1, months=(("Alm", 12.0),), mean=12.0),
    ),
    "what starts tomorrow is not in force today": (
        """
        alm: 2025-02-07 to 2026-06-30, adopted 2024-12-01
        ek: 2025-02-08 to 2026-06-30, adopted 2024-12-01
        """,
        Counted(yes=1, no=1, months=(("Alm", 41.0),), mean=41.0),
    ),
    "a mean is rounded to a tenth, and only of those with a day": (
        """
        alm: 2023-01-01 to 2026-06-30, adopted 2021-08-01
        björk: 2023-01-01 to 2026-06-30, adopted 2021-09-01
        ek: 2023-01-01 to 2026-06-30, adopted 2021-12-01
        gran: 2023-01-01 to 2026-06-30
        """,
        Counted(
            yes=4,
            months=(("Alm", 1.0), ("Björk", 2.0), ("Ek", 5.0)),
            mean=2.7,
            left_out=(("Gran", "no_adoption"),),
        ),
    ),
    "one adopted before the regional one says nothing of the time": (
        """
        alm: 2020-01-01 to 2026-06-30, adopted 2019-12-15
        ek: 2023-01-01 to 2026-06-30, adopted 2021-07-01
        """,
        Counted(
            yes=2,
            months=(("Ek", 0.0),),
            mean=0.0,
            left_out=(("Alm", "earlier"),),
        ),
    ),
    "a part of a month is counted by days": (
        """
        alm: 2023-01-01 to 2026-06-30, adopted 2021-07-16
        ek: 2023-01-01 to 2026-06-30, adopted 2024-02-29
        """,
        Counted(yes=2, months=(("Alm", 0.5), ("Ek", 31.9)), mean=16.2),
    ),
    "work that has begun is a no, also where somebody said none before": (
        """
        alm: under way
        ek: under way, none
        """,
        Counted(no=2),
    ),
    "an agreement is a yes although somebody said none before": (
        """
        alm: 2023-01-01 to open, none
        ek: none
        """,
        Counted(yes=1, no=1, left_out=(("Alm", "no_adoption"),)),
    ),
    "a year is counted from its middle, and outlives nothing for certain": (
        """
        alm: 2022 to 2026, adopted 2023-01-01
        """,
        Counted(yes=1, months=(("Alm", 18.0),), mean=18.0),
    ),
}


def made(written: str) -> Area:
    """Put the county in the register as it is written."""
    forest = cast.area()
    Area.objects.update(statutory=True)
    parent = county.regional(forest)
    for line in filter(None, (one.strip() for one in written.split("\n"))):
        name, _colon, said = line.partition(":")
        home = cast.organization(name)
        for part in filter(None, (one.strip() for one in said.split(", "))):
            put(home, parent, part.split())
    return forest


def put(home: Organization, parent: Agreement, part: list[str]) -> None:
    """Put one part of a line in the register."""
    forest = parent.area
    match part:
        case ["none"]:
            county.says_none(home.code, about=forest)
        case ["under", "way"]:
            draft = cast.agreement(f"Avtal {home}", keeper=home, about=forest)
            cast.edition(draft, begun=date(2024, 9, 1))
        case [start, "to", end]:
            found = cast.agreement(f"Avtal {home}", keeper=home, about=forest, parent=parent)
            cast.in_force(found, start, "" if end == "open" else end)
        case ["adopted", day]:
            edition = Edition.objects.get(agreement__keeper=home)
            cast.adopted(edition, date.fromisoformat(day))


def drafted(forest: Area) -> Inventory:
    return queries.draft(cast.partnership(), on=DAY, about=[forest])


@pytest.mark.parametrize("name", COUNTIES)
def test_the_report_comes_to_what_was_counted_on_paper(name: str) -> None:
    written, paper = COUNTIES[name]

    area = drafted(made(written)).areas[0]

    assert (area.answers.yes, area.answers.no, area.answers.no_answer) == (
        paper.yes,
        paper.no,
        paper.no_answer,
    )
    assert tuple(sorted((one.name, one.months) for one in area.measured)) == paper.months
    assert area.mean_months == paper.mean
    assert tuple(one.name for one in area.outliving) == paper.outliving
    left_out = sorted((one.name, one.left_out) for one in area.locals if one.left_out)
    assert tuple(left_out) == paper.left_out


@pytest.mark.parametrize("name", COUNTIES)
def test_the_county_page_comes_to_the_same(name: str) -> None:
    written, paper = COUNTIES[name]
    made(written)

    found = county_on(cast.partnership(), on=DAY)
    cells = cells_of(found, words(cast.partnership()), addresses(""))
    counts = counted(cells.cell(one, found.areas[0]).status for one in found.municipalities)

    assert counts.triple == (paper.yes, paper.no, paper.no_answer)


# Day by day


@pytest.mark.parametrize(
    ("day", "answers", "outliving"),
    [
        ("2021-06-30", (0, 0, 2), 0),
        ("2022-12-31", (0, 1, 1), 0),
        ("2023-01-01", (1, 0, 1), 0),
        ("2024-11-30", (1, 0, 1), 0),
        ("2024-12-01", (1, 1, 0), 0),
        ("2026-06-30", (1, 1, 0), 0),
        ("2026-07-01", (0, 2, 0), 0),
    ],
)
def test_what_was_known_changes_on_its_day_and_not_before(
    day: str, answers: tuple[int, int, int], outliving: int
) -> None:
    """One agreement adopted 2022-12-01, in force from new year; one answer of 2024-12-01."""
    forest = made("alm: 2023-01-01 to 2026-06-30, adopted 2022-12-01\nek: none")

    found = queries.draft(cast.partnership(), on=date.fromisoformat(day), about=[forest])

    counts = found.areas[0].answers
    assert (counts.yes, counts.no, counts.no_answer) == answers
    assert found.outliving_count == outliving


@pytest.mark.parametrize(
    ("decided", "on", "outlives"),
    [
        ("2025-02-07", "2025-02-06", True),
        ("2025-02-07", "2025-02-07", False),
        # Decided in a month or a year: known when its last day has come.
        ("2025-02", "2025-02-27", True),
        ("2025-02", "2025-02-28", False),
        ("2024", "2024-12-30", True),
        ("2024", "2024-12-31", False),
    ],
)
def test_an_extension_is_known_when_it_has_been_decided_for_certain(
    decided: str, on: str, outlives: bool
) -> None:
    forest = made("alm: 2023-01-01 to 2026-12-31")
    parent = Agreement.objects.get(level=Level.REGIONAL)
    cast.event(parent.editions.get(), EventKind.EXTENDED, "2027-06-30", decided=decided)

    found = queries.draft(cast.partnership(), on=date.fromisoformat(on), about=[forest])

    assert bool(found.areas[0].outliving) is outlives


def test_two_areas_are_added_and_each_stands_for_itself() -> None:
    forest = made(
        """
        alm: 2023-01-01 to 2026-06-30, adopted 2023-07-01
        ek: none
        gran: 2023-01-01 to 2026-06-30, adopted 2024-01-01
        """
    )
    water = cast.area("water")
    frame = county.regional(water, start="2022-01-01")
    county.local("ek", frame, adopted=date(2022, 5, 1), end="2027-01-01")

    found = queries.draft(cast.partnership(), on=DAY, about=[forest, water])

    assert [one.answers.yes for one in found.areas] == [2, 1]
    assert [one.answers.no for one in found.areas] == [1, 0]
    assert [one.answers.no_answer for one in found.areas] == [0, 2]
    assert (found.answers.yes, found.answers.no, found.answers.no_answer) == (3, 1, 2)
    assert [one.mean_months for one in found.areas] == [27.0, 4.0]
    assert found.mean_months == 19.3, "each agreement weighs alike"
    assert found.outliving_count == 1
