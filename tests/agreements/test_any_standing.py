"""Whatever is recorded, the status is one of the words, and turns only when something says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.agreements.models import EventKind as Kind
from samklang.agreements.validity import HAS, LACKS, Event
from tests.agreements.test_standing import Made, edition, stand

DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    first = draw(st.none() | DAYS)
    span = timedelta(days=draw(st.sampled_from([0, 0, 29, 364])))
    return Event(
        kind=draw(st.sampled_from(list(Kind))),
        first_date=first,
        last_date=first + span if first else None,
        years=None,
        decided_date=draw(st.none() | DAYS),
        quote="",
    )


@st.composite
def any_edition(draw: st.DrawFn, pk: int) -> Made:
    begun = draw(st.none() | DAYS)
    stage = draw(st.sampled_from(["", "", "Remiss"]))
    adopted = draw(st.lists(DAYS, max_size=2))
    return edition(
        pk,
        begun=begun.isoformat() if begun else "",
        stage=stage,
        adopted=[day.isoformat() for day in adopted],
        of=pk // 10,
    )


EDITIONS = st.tuples(any_edition(10), any_edition(20), any_edition(21))
EVENTS = st.fixed_dictionaries({pk: st.lists(any_event(), max_size=4) for pk in (10, 20, 21)})


def turning_days(made: Iterable[Made], events: dict[int, list[Event]]) -> set[date]:
    """Every day on which something begins, ends, is decided or comes within six months."""
    days: set[date] = set()
    for row, adopted in made:
        days |= {*adopted} | ({row.begun_date} if row.begun_date else set())
    for one in (e for held in events.values() for e in held):
        days |= {one.decided_date} if one.decided_date else set()
        if one.last_date:
            days |= {one.last_date, one.last_date + timedelta(days=1)}
            # Six months before is 181 to 184 days before.
            days |= {one.last_date - timedelta(days=n) for n in range(180, 186)}
    return days


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(EDITIONS, EVENTS, DAYS)
def test_the_status_is_total_and_turns_only_on_days_that_something_says(
    made: tuple[Made, ...], events: dict[int, list[Event]], day: date
) -> None:
    before = stand(day - timedelta(days=1), list(made), events)
    found = stand(day, list(made), events)

    assert found is None or found.status in HAS | LACKS
    if day not in turning_days(made, events):
        assert (found and found.status) == (before and before.status)


@settings(max_examples=60, deadline=None)
@given(EDITIONS, EVENTS, DAYS)
def test_what_is_decided_later_does_not_change_an_earlier_day(
    made: tuple[Made, ...], events: dict[int, list[Event]], day: date
) -> None:
    until_then = {
        pk: [e for e in held if e.decided_date is None or e.decided_date <= day]
        for pk, held in events.items()
    }

    assert stand(day, list(made), events) == stand(day, list(made), until_then)
