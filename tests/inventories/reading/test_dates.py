"""Dates are found in every form that the field's documents use, as precise as they are written."""

from __future__ import annotations

import pytest

from samklang.inventories.reading.dates import find_dates


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021-07-01", "2021-07-01"),
        ("2013.11.01", "2013-11-01"),
        ("2013 – 11 - 01", "2013-11-01"),
        ("2021/07/01", "2021-07-01"),
        ("220905", "2022-09-05"),
        ("20220905", "2022-09-05"),
        ("den 1 april 2017", "2017-04-01"),
        ("den 30e juni 2026", "2026-06-30"),
        ("den 30:e juni 2027", "2027-06-30"),
        ("Den 1 oktober, 2021", "2021-10-01"),
        ("1/7 2021", "2021-07-01"),
        ("31/12-24", "2024-12-31"),
        ("juni 2024", "2024-06"),
        ("dec-20", "2020-12"),
        ("3 sep-21", "2021-09-03"),
        ("21-07-01", "2021-07-01"),
        ("1.7.2021", "2021-07-01"),
        ("den första juli 2021", "2021-07-01"),
        ("sista juni 2024", "2024-06-30"),
        ("2021-07", "2021-07"),
        ("hösten 2024", "2024"),
        ("Våren 2022", "2022"),
        ("2021-", "2021"),
        ("år 2019", "2019"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: str, iso: str) -> None:
    found = find_dates(f"gäller {written} enligt beslut")

    assert [date.iso for date in found] == [iso]


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("2018–2022", ["2018", "2022"]),
        ("241001-241231", ["2024-10-01", "2024-12-31"]),
        ("2013-11-01--2016-12-31", ["2013-11-01", "2016-12-31"]),
        ("2017-01-01 till 2018-06-30", ["2017-01-01", "2018-06-30"]),
        ("1 januari – 31 december 2023", ["2023-01-01", "2023-12-31"]),
        ("1 mars till och med den 30:e juni 2023", ["2023-03-01", "2023-06-30"]),
    ],
)
def test_a_period_gives_two_dates(written: str, both: list[str]) -> None:
    assert [date.iso for date in find_dates(written)] == both


def test_a_date_without_a_year_needs_one_from_elsewhere() -> None:
    assert find_dates("den 1 oktober i år") == []
    assert find_dates("den 1 oktober i år", year_hint=2021)[0].iso == "2021-10-01"


@pytest.mark.parametrize(
    "number",
    ["212000-2247", "bg 5599-3331", "08-123 45 67", "SOU 2021:93", "lag (2017:30)", "2021-02-30"],
)
def test_other_numbers_are_no_dates_of_a_day(number: str) -> None:
    assert all(len(date.iso) < len("2021-01-01") for date in find_dates(number))


def _spelled(year: int, month: int, day: int) -> list[str]:
    names = "januari februari mars april maj juni juli augusti september oktober november december"
    name = names.split()[month - 1]
    return [
        f"{year}-{month:02d}-{day:02d}",
        f"{year} – {month:02d} - {day:02d}",
        f"{year}.{month:02d}.{day:02d}",
        f"{year}/{month:02d}/{day:02d}",
        f"{year}{month:02d}{day:02d}",
        f"{year % 100:02d}{month:02d}{day:02d}",
        f"{year % 100:02d}-{month:02d}-{day:02d}",
        f"{day}.{month}.{year}",
        f"{day}/{month} {year}",
        f"{day}/{month}-{year % 100:02d}",
        f"den {day} {name} {year}",
        f"{day} {name}, {year}",
        f"den {day}:e {name} {year}",
        f"{day} {name[:3]} {year}",
        f"{day} {name[:3]}-{year % 100:02d}",
    ]


@pytest.mark.parametrize(("year", "month", "day"), [(2021, 1, 1), (2024, 2, 29), (2019, 12, 31)])
def test_every_way_to_write_a_day_is_the_same_day(year: int, month: int, day: int) -> None:
    expected = f"{year}-{month:02d}-{day:02d}"

    found = {form: [date.iso for date in find_dates(form)] for form in _spelled(year, month, day)}

    assert found == {key: [expected] for key in found}


@pytest.mark.parametrize("before", ["tiden ", "gäller från ", "t.o.m. ", "(", ": "])
def test_a_date_takes_nothing_of_the_word_before_it(before: str) -> None:
    for form in _spelled(2021, 7, 14):
        text = f"{before}{form}."
        (date,) = find_dates(text)

        assert text[date.start : date.end] == form


@pytest.mark.parametrize("written", ["den 31 februari 2021", "2021-02-30", "31/2 2021"])
def test_a_day_that_does_not_exist_is_no_month_either(written: str) -> None:
    assert find_dates(f"gäller från {written} och framåt") == []
