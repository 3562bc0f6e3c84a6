"""The demo county adds up to the county's own inventory, and changes when it was decided to.

Seen red: with meetings of a series that begin with nothing, and with no way home put there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from samklang.accounts.models import User
from samklang.agreements.api import Status
from samklang.decisions.models import HomeRequest, HomeState
from samklang.library.models import Area
from samklang.meetings.models import AgendaItem, Matter, Meeting, Series
from samklang.meetings.notes import hinders
from samklang.meetings.sealing import fingerprint
from samklang.organizations.acting import acting
from samklang.organizations.models import Partnership
from samklang.setup import demo, packs
from samklang.texts import queries
from samklang.texts.coverage import Mark, coverage
from samklang.texts.undertakings import groups
from tests.setup.county import REPORT_DAY, TODAY, County

CODE = "se-dalarna"
DECISION = date(2025, 12, 11)
DAY_BEFORE = date(2025, 12, 10)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load it once; what a test changes is undone after it, and the county after all of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load(packs.demo(f"{CODE}-demo"))
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo_county(_loaded: None, db: None) -> None:
    """Before the test’s own transaction, which then is one within the county’s."""


@pytest.mark.parametrize(
    ("area", "answers", "months", "outliving"),
    [
        ("substance_use", (8, 3, 4), 24.0, 3),
        ("mental_disability", (7, 4, 4), 28.0, 0),
        ("children_young", (7, 2, 6), 24.0, 1),
    ],
)
def test_the_inventory_of_2025_is_what_the_register_says(
    area: str, answers: tuple[int, int, int], months: float, outliving: int
) -> None:
    county = County(CODE, REPORT_DAY)

    assert county.answers(area) == answers
    assert round(county.mean_months(area), 1) == months
    assert len(county.outliving(area)) == outliving


def test_the_regional_ones_end_as_was_decided_by_then() -> None:
    known = {day: County(CODE, day) for day in (REPORT_DAY, DAY_BEFORE, DECISION)}

    ends = {
        day: {str(county.regional(area).validity.end) for area in list(county.areas)[:3]}
        for day, county in known.items()
    }

    assert ends[REPORT_DAY] == ends[DAY_BEFORE] == {"2026-06-30"}
    assert ends[DECISION] == {"2027-06-30"}


def test_the_extension_changes_the_warnings_on_its_day_and_not_before() -> None:
    before, after = County(CODE, DAY_BEFORE), County(CODE, DECISION)

    assert before.outliving("substance_use") == {"Borlänge", "Falun", "Rättvik"}
    assert after.outliving("substance_use") == {"Borlänge", "Falun"}
    assert before.outliving("children_young") == after.outliving("children_young") == {"Falun"}


def test_a_start_known_only_as_a_year_stays_a_year() -> None:
    start = County(CODE, TODAY).regional("children_young").validity.start

    assert str(start) == "2021"


def test_today_every_word_has_its_place() -> None:
    county = County(CODE, TODAY)

    seen = {county.status(area, name) for area in county.areas for name in county.municipalities}

    assert seen == set(Status)
    assert county.status("substance_use", "Mora") == Status.UNDER_WAY
    assert county.local("substance_use")["Ludvika"].review_overdue


def test_loading_again_changes_nothing() -> None:
    before = County(CODE, TODAY)

    demo.load(packs.demo(f"{CODE}-demo"))

    after = County(CODE, TODAY)
    assert after.standings == before.standings
    assert after.without == before.without


def test_the_invented_text_is_answered_as_its_pack_says() -> None:
    home = Partnership.objects.get(code=CODE)
    tove = acting(User.objects.get(username="tove"), today=TODAY)
    area = Area.objects.get(partnership=home, code="substance_use")
    found = queries.chain(home.pk, area.pk, on=TODAY)
    assert found is not None

    laid = coverage(
        found,
        [one for group in groups(found.text) for one in group.undertakings],
        queries.findings(tove, found),
    )

    assert [row.answered_count for row in laid.rows] == [7, 4, 5, 8, 4, 5, 7, 1, 6, 2]
    assert {row.held_count for row in laid.rows} == {8}
    assert [row.undertaking.number for row in laid.rows if row.is_perhaps_unclear] == ["6.2"]
    assert sum(row.marks.count(Mark.SUSPECT) for row in laid.rows) == 2
    assert all(Mark.NOT_JUDGED not in row.marks for row in laid.rows)


def test_its_meetings_have_been_held_and_have_led_to_decisions() -> None:
    held = Meeting.objects.filter(state="held").prefetch_related("items__clauses")
    adopted = [
        clause
        for meeting in held
        for item in meeting.items.all()
        for clause in item.clauses.all()
        if clause.wording
    ]

    assert list(Meeting.objects.order_by("date").values_list("body__code", "state")) == [
        ("lchnv-styrgrupp", "held"),
        ("lchnv", "held"),
        ("lchnv", "planned"),
        ("valfardsradet", "draft"),
        *[("lchnv", "draft")] * 3,
    ]
    series = Series.objects.get()
    assert series.standing_items.count() == 4
    ahead = Meeting.objects.filter(series=series, announced_at__isnull=False)
    assert [one.items.count() for one in ahead] == [4, 4, 4]
    states = [
        Counter(way.state(due=one.due_date, today=TODAY) for way in one.rows.all())
        for one in HomeRequest.objects.order_by("due_date")
    ]
    assert states == [
        {HomeState.LANDED: 1, HomeState.NOT_APPLICABLE: 1, HomeState.LATE: 14},
        {
            HomeState.LANDED: 1,
            HomeState.DECIDED: 1,
            HomeState.PLANNED: 2,
            HomeState.NOT_BEGUN: 12,
        },
    ]
    assert all(one.minutes.sha256 == fingerprint(one) for one in held)
    leading = AgendaItem.objects.filter(is_previous_notes=True, meeting__state="planned")
    assert [one.meeting.body.code for one in leading] == ["lchnv"]
    assert not list(hinders(item for one in held for item in one.items.all()))
    assert {str(clause.decision) for clause in adopted} == {one.wording for one in adopted}
    assert Matter.objects.get(title__startswith="Förlängning").items.count() == len(held)
