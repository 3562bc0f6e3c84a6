"""The county can be looked at on any day; today is Stockholm's, and what is no day is said so.

The clock is the machine's: it stands still here at moments where Stockholm and Greenwich have
different days. Seen red with UTC as the time zone, and with the day read without its limits.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from urllib.parse import parse_qsl

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from samklang.agreements.models import Agreement
from samklang.common.words import words
from samklang.organizations.models import Membership, Role
from samklang.portal.addresses import addresses
from samklang.portal.forms import Measure, Order, Show, terms
from samklang.portal.matrix import cells_of, counted
from samklang.portal.queries import county
from samklang.reporting import queries as reporting
from tests import cast
from tests.portal.county import local, municipality, regional, says_none, statutory

TODAY = date(2026, 11, 24)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


# What is asked


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-02-07", (2025, 2, 7)),
        (" 2025-02-07 ", (2025, 2, 7)),
        ("2024-02-29", (2024, 2, 29)),
        ("2000-02-29", (2000, 2, 29)),
        ("1970-01-01", (1970, 1, 1)),
        ("2100-12-31", (2100, 12, 31)),
        ("2025-03-30", (2025, 3, 30)),  # one hour short
        ("2025-10-26", (2025, 10, 26)),  # one hour long
        ("2025-12-31", (2025, 12, 31)),
    ],
)
def test_a_day_is_the_day_that_was_written(typed: str, day: tuple[int, int, int]) -> None:
    asked = terms({"on": typed}, today=TODAY)

    assert (asked.on, asked.wrong_day) == (date(*day), False)
    assert asked.typed == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "2025-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-01",
        "2025-01-00",
        "1969-12-31",
        "2101-01-01",
        "0001-01-01",
        "9999-12-31",
        "2025-1-1",
        "25-01-01",
        "2025",
        "2025-02",
        "20250207",
        "2025-W06-5",
        "2025-02-07T12:00",
        "2025-02-07 x",
        "igår",
        "31/12-2025",
        "-2025-02-07",
        "2025-02-07\x00",
        "٢٠٢٥-٠٢-٠٧",
        "２０２５-０２-０７",
        "\N{RIGHT-TO-LEFT OVERRIDE}2025-02-07",
        "2025\N{NON-BREAKING HYPHEN}02\N{NON-BREAKING HYPHEN}07",
    ],
)
def test_what_is_no_day_shows_today_and_keeps_what_was_written(typed: str) -> None:
    asked = terms({"on": typed}, today=TODAY)

    assert (asked.on, asked.wrong_day, asked.typed) == (TODAY, True, typed)
    assert asked.query == ""


@given(st.dates(date(1970, 1, 1), date(2100, 12, 31)))
def test_a_day_is_carried_by_every_link_as_it_was_written(day: date) -> None:
    asked = terms({"on": day.isoformat()}, today=TODAY)

    assert asked.on == day
    assert terms(dict(parse_qsl(asked.query.removeprefix("?"))), today=TODAY).on == day


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_nothing_that_can_be_asked_is_an_error(on: str, show: str, order: str, kind: str) -> None:
    asked = terms({"on": on, "show": show, "order": order, "measure": kind}, today=TODAY)

    assert isinstance(asked.show, Show)
    assert isinstance(asked.order, Order)
    assert isinstance(asked.measure, Measure)
    assert asked.on == TODAY or asked.on.isoformat() == on.strip()


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ({}, ""),
        ({"on": "2026-11-24"}, ""),
        ({"on": "2025-02-07"}, "?on=2025-02-07"),
        ({"show": "all", "order": "name", "measure": "has"}, ""),
        ({"show": "own", "order": "end"}, "?show=own&order=end"),
        ({"on": "2025-02-07", "measure": "action"}, "?on=2025-02-07&measure=action"),
        ({"show": "everything", "order": "x", "measure": ""}, ""),
        ({"on": "x", "show": "action"}, "?show=action"),
    ],
)
def test_a_question_is_told_again_without_what_is_usual(asked: dict[str, str], whole: str) -> None:
    found = terms(asked, today=TODAY)

    assert found.whole_query == whole
    view = f"{whole}&view=projector" if whole else "?view=projector"
    assert found.projector_query == view
    assert terms({**asked, "view": "projector"}, today=TODAY).projector


# Whose day it is


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "today"),
    [
        # Summer: Stockholm is two hours ahead of Greenwich.
        (datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC), "2026-06-30"),
        (datetime(2026, 6, 30, 22, 0, 0, tzinfo=UTC), "2026-07-01"),
        # Winter: one hour.
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), "2026-12-31"),
        (datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC), "2027-01-01"),
        # The nights when the clocks are changed.
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), "2026-03-28"),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "2026-03-30"),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "2026-10-26"),
        # Leap day.
        (datetime(2028, 2, 28, 23, 0, tzinfo=UTC), "2028-02-29"),
        (datetime(2028, 2, 29, 23, 0, tzinfo=UTC), "2028-03-01"),
    ],
)
def test_today_is_stockholms(
    monkeypatch: pytest.MonkeyPatch, client: Client, moment: datetime, today: str
) -> None:
    statutory("forest")
    at(monkeypatch, moment)
    client.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))

    page = client.get("/lanet/").content.decode()

    assert f'value="{today}"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "sees"),
    [
        (datetime(2026, 6, 29, 21, 59, tzinfo=UTC), False),
        (datetime(2026, 6, 29, 22, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), False),
    ],
)
def test_a_seat_begins_and_ends_at_midnight_in_stockholm(
    monkeypatch: pytest.MonkeyPatch, client: Client, moment: datetime, sees: bool
) -> None:
    siri = cast.person("siri", Role.READER, of=municipality(1))
    Membership.objects.update(from_date=date(2026, 6, 30), until_date=date(2026, 12, 31))
    at(monkeypatch, moment)
    client.force_login(siri)

    assert (client.get("/lanet/matris.xlsx").status_code == 200) is sees


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2027, 6, 30, 21, 59, 59, tzinfo=UTC), True),
        (datetime(2027, 6, 30, 22, 0, 0, tzinfo=UTC), False),
    ],
)
def test_an_agreement_holds_to_the_last_second_of_its_last_day(
    monkeypatch: pytest.MonkeyPatch, client: Client, moment: datetime, holds: bool
) -> None:
    """Seen red with `today` taken from the clock in UTC."""
    made = cast.agreement(keeper=municipality(1), about=statutory("forest"))
    cast.in_force(made, "2023-01-01", "2027-06-30")
    at(monkeypatch, moment)
    client.force_login(cast.person("siri", Role.READER, of=municipality(1)))

    shown = client.get("/avtal/", {"status": "expired"}).content.decode()

    assert (made.title not in shown) is holds


# What is seen on a day


@pytest.fixture
def browser(client: Client) -> Client:
    client.force_login(cast.person("siri", Role.EDITOR, of=municipality(1)))
    return client


def word_on(browser: Client, day: str) -> str:
    """Return the status of the one cell on the day, as the list of the workbook says it."""
    book = load_workbook(BytesIO(browser.get(f"/lanet/matris.xlsx?on={day}").content))
    return str(book.worksheets[1]["D2"].value)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        # The first and the last day count, and the days around them do not.
        (
            "2024-02-29",
            "2028-02-29",
            {
                "2024-02-28": "Svar saknas",
                "2024-02-29": "Gäller",
                "2027-08-28": "Gäller",
                "2027-08-29": "Löper ut",
                "2028-02-29": "Löper ut",
                "2028-03-01": "Utgången",
            },
        ),
        # A year and a month are known to have begun, or ended, when the last of their days has.
        (
            "2023",
            "2025",
            {
                "2023-12-30": "Svar saknas",
                "2023-12-31": "Gäller",
                "2025-12-31": "Löper ut",
                "2026-01-01": "Utgången",
            },
        ),
        ("2023-05", "2026-02", {"2026-02-28": "Löper ut", "2026-03-01": "Utgången"}),
        # The days when the clocks are changed are days like others.
        (
            "2025-03-30",
            "2025-10-26",
            {
                "2025-03-30": "Gäller",
                "2025-10-26": "Löper ut",
                "2025-10-27": "Utgången",
            },
        ),
    ],
)
def test_a_cell_says_what_holds_on_each_day(
    browser: Client, start: str, end: str, days: dict[str, str]
) -> None:
    forest = statutory("forest")
    regional(forest, "2099-12-31")
    made = cast.agreement(keeper=municipality(1), about=forest)
    cast.in_force(made, start, end)

    said = {day: word_on(browser, day) for day in days}

    assert said == days


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/lanet/", "/lanet/forest/", "/lanet/ort-1/forest/", "/lanet/forest/tidslinje.svg"]
)
@pytest.mark.parametrize("day", ["1970-01-01", "2024-02-29", "2025-03-30", "2100-12-31", "x", ""])
def test_every_page_opens_on_every_day(browser: Client, address: str, day: str) -> None:
    forest = statutory("forest")
    regional(forest, "2027")
    pk = local(municipality(1), forest, "2028-02-29", editions=3)

    answer = browser.get(address, {"on": day})

    assert answer.status_code == 200
    assert Agreement.objects.filter(pk=pk).exists()


@pytest.mark.django_db
def test_the_county_page_and_the_report_count_alike_on_every_day() -> None:
    forest = statutory("forest")
    parent = regional(forest, "2026-06-30")
    for number, end in ((1, "2024-02-29"), (2, "2026-12-31"), (3, "2026-06-30")):
        made = Agreement.objects.get(pk=local(municipality(number), forest, end, editions=2))
        made.parent_id = parent
        made.save()
    says_none(municipality(4), forest, date(2025, 3, 30))
    municipality(5)
    days = ["2022-12-31", "2023-01-01", "2024-02-29", "2024-03-01", "2025-03-29", "2025-03-30"]
    days += ["2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"]

    for day in map(date.fromisoformat, days):
        found = county(cast.partnership(), on=day)
        cells = cells_of(found, words(cast.partnership()), addresses(""))
        seen = counted(cells.cell(one, found.areas[0]).status for one in found.municipalities)
        told = reporting.draft(cast.partnership(), on=day, about=[forest]).answers

        assert seen.triple == (told.yes, told.no, told.no_answer), day
        assert seen.total == 5, day
