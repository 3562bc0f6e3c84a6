"""A date is kept as precisely as somebody stated it, on every day that a calendar has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samklang.common.periods import StatedDate, months_after, months_between

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1900, 2199), st.integers(1, 12))
YEARS = st.integers(1900, 2199).map(str)


@pytest.mark.parametrize(
    ("stated", "first", "last", "precision"),
    [
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29), "day"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2023-02", (2023, 2, 1), (2023, 2, 28), "month"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "month"),
        ("2000-02", (2000, 2, 1), (2000, 2, 29), "month"),
        ("2025-04", (2025, 4, 1), (2025, 4, 30), "month"),
        ("2025-12", (2025, 12, 1), (2025, 12, 31), "month"),
        ("2025-12-31", (2025, 12, 31), (2025, 12, 31), "day"),
        ("2024", (2024, 1, 1), (2024, 12, 31), "year"),
        ("1900", (1900, 1, 1), (1900, 12, 31), "year"),
        ("2199", (2199, 1, 1), (2199, 12, 31), "year"),
        ("  2021-07-01\t", (2021, 7, 1), (2021, 7, 1), "day"),
    ],
)
def test_a_statement_means_all_the_days_that_it_may_mean(
    stated: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: str
) -> None:
    read = StatedDate.parse(stated)

    assert (read.first, read.last) == (date(*first), date(*last))
    assert read.precision == precision
    assert str(read) == stated.strip()


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "i maj",
        "2023-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-00",
        "2025-13",
        "2025-00-10",
        "2025-01-00",
        "2025-1-1",
        "25-01-01",
        "20250101",
        "2025/01/01",
        "2025-01-01T00:00",
        "1899-12-31",
        "2200-01-01",
        "9999",
        "0000",
        "2024/2025",
        "-2025",
        "٢٠٢٥",
        "２０２５-０１-０１",
    ],
)
def test_what_is_no_date_that_agreements_have_is_refused_and_not_guessed(stated: str) -> None:
    with pytest.raises(ValueError, match=r"is not|must be|out of range"):
        StatedDate.parse(stated)


@given(st.one_of(DAYS.map(date.isoformat), MONTHS, YEARS))
def test_what_is_read_is_said_again_with_the_same_signs(stated: str) -> None:
    assert str(StatedDate.parse(stated)) == stated


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2025, 6, 10), (2025, 6, 30), "2025-06-10/2025-06-30"),
        ((2025, 6, 1), (2025, 6, 29), "2025-06-01/2025-06-29"),
        ((2025, 6, 1), (2025, 7, 31), "2025-06-01/2025-07-31"),
        ((2025, 1, 2), (2025, 12, 31), "2025-01-02/2025-12-31"),
        ((2025, 1, 1), (2026, 12, 31), "2025-01-01/2026-12-31"),
        ((2024, 2, 1), (2024, 2, 28), "2024-02-01/2024-02-28"),
        ((2024, 2, 1), (2024, 2, 29), "2024-02"),
        ((2025, 6, 30), (2025, 6, 30), "2025-06-30"),
    ],
)
def test_only_a_whole_month_or_year_is_said_as_one(
    first: tuple[int, int, int], last: tuple[int, int, int], said: str
) -> None:
    assert str(StatedDate(date(*first), date(*last))) == said


@given(DAYS, DAYS)
def test_a_span_is_never_said_more_precisely_than_it_is(one: date, other: date) -> None:
    span = StatedDate(min(one, other), max(one, other))

    said = str(span)

    first, _slash, last = said.partition("/")
    read = StatedDate.parse(first)
    assert read.first == span.first
    assert (StatedDate.parse(last) if last else read).last == span.last


@given(DAYS, DAYS)
def test_the_middle_lies_within_and_as_far_from_both_ends(one: date, other: date) -> None:
    span = StatedDate(min(one, other), max(one, other))

    before, after = span.middle - span.first, span.last - span.middle

    assert timedelta(0) <= before <= after <= before + timedelta(days=1)


@pytest.mark.parametrize(
    ("stated", "middle"),
    [
        ("2021", (2021, 7, 2)),  # the 183rd of 365 days
        ("2024", (2024, 7, 1)),  # the 183rd of 366
        ("2023-02", (2023, 2, 14)),
        ("2025-01", (2025, 1, 16)),
        ("2025-06-30", (2025, 6, 30)),
    ],
)
def test_a_year_or_a_month_is_counted_from_its_middle(
    stated: str, middle: tuple[int, int, int]
) -> None:
    assert StatedDate.parse(stated).middle == date(*middle)


def test_dates_stand_in_order_of_their_first_day() -> None:
    found = [StatedDate.parse(one) for one in ("2025-06", "2025", "2024-12-31", "2025-01-01")]

    assert [str(one) for one in sorted(found)] == ["2024-12-31", "2025-01-01", "2025", "2025-06"]


# How long it takes, in months.


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ((2021, 7, 1), (2023, 7, 1), 24),
        ((2021, 7, 1), (2021, 7, 1), 0),
        ((2021, 12, 31), (2022, 1, 31), 1),
        ((2024, 2, 29), (2025, 2, 28), 11.967),
        ((2021, 7, 1), (2021, 6, 30), -0.047),
        ((2021, 7, 1), (2020, 7, 1), -12),
        ((2025, 1, 1), (2025, 1, 16), 0.493),
    ],
)
def test_months_are_counted_by_the_calendar_and_their_parts_by_days(
    start: tuple[int, int, int], end: tuple[int, int, int], months: float
) -> None:
    assert months_between(date(*start), date(*end)) == pytest.approx(months, abs=0.001)


@given(DAYS, DAYS)
def test_the_way_back_is_as_long(one: date, other: date) -> None:
    assert months_between(one, other) == pytest.approx(-months_between(other, one))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 2, 29), 48, (2028, 2, 29)),
        ((2025, 12, 31), 6, (2026, 6, 30)),
        ((2025, 12, 31), 2, (2026, 2, 28)),
        ((2025, 8, 31), 6, (2026, 2, 28)),
        ((2023, 8, 31), 6, (2024, 2, 29)),
        ((2025, 3, 30), 6, (2025, 9, 30)),
        ((2025, 1, 15), -1, (2024, 12, 15)),
        ((2025, 3, 31), -1, (2025, 2, 28)),
        ((2025, 6, 30), 0, (2025, 6, 30)),
    ],
)
def test_so_many_months_later_is_the_same_day_or_the_months_last(
    day: tuple[int, int, int], months: int, after: tuple[int, int, int]
) -> None:
    assert months_after(date(*day), months) == date(*after)


@given(DAYS, st.integers(0, 120))
def test_a_day_months_later_is_in_the_month_counted_to(day: date, months: int) -> None:
    after = months_after(day, months)

    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day <= day.day
    assert after.day == day.day or (after + timedelta(days=1)).day == 1
