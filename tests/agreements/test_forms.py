"""What people write is read as precisely as they wrote it, and explained when it cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from samklang.agreements.forms import EventForm, SearchForm
from samklang.agreements.models import Edition, EventKind
from samklang.agreements.queries import Terms
from samklang.agreements.validity import Validity
from samklang.common.forms import refuse_personal_numbers
from samklang.common.periods import StatedDate
from tests.cast import TODAY

EDITION = Edition(pk=7, number=1)
# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
DAY, LAST = "811218", "9876"


def event_form(**sent: str) -> EventForm:
    asked = {"version": "1", "edition": "7", "kind": EventKind.STARTS, **sent}
    known = {7: Validity(start=StatedDate.on(date(2026, 1, 1)))}
    return EventForm(asked, editions=[EDITION], bodies=[], known=known, today=TODAY)


def test_a_month_is_kept_as_a_month() -> None:
    form = event_form(kind=EventKind.EXTENDED, when="2026-06", decided="2024")

    assert form.is_valid(), form.errors
    entry = form.entry()
    assert (str(entry.stated), str(entry.decided)) == ("2026-06", "2024")


def test_a_start_may_stand_blank_as_it_does_in_the_document() -> None:
    form = event_form(when="")

    assert form.is_valid()
    assert form.entry().stated is None


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"kind": EventKind.EXTENDED, "decided": "2024"}, "when"),
        ({"kind": EventKind.EXTENDED, "when": "2026-06-30"}, "decided"),
        ({"kind": EventKind.TERMINATED, "when": "2026-06-30"}, "decided"),
        ({"kind": EventKind.REPLACED}, "when"),
        ({"kind": EventKind.REVISE_BY}, "when"),
        ({"kind": EventKind.REVIEW_EVERY}, "years"),
        ({"kind": EventKind.REVIEW_EVERY, "years": "0"}, "years"),
        ({"kind": EventKind.ENDS, "when": "2025-12-31"}, "when"),
        ({"kind": EventKind.ENDS, "when": "nu"}, "when"),
        ({"kind": ""}, "kind"),
        ({"edition": "8"}, "edition"),
        ({"quote": f"Gäller för 19{DAY}-{LAST}."}, "quote"),
    ],
)
def test_each_event_asks_for_what_it_needs(sent: dict[str, str], field: str) -> None:
    form = event_form(**sent)

    assert not form.is_valid()
    assert list(form.errors) == [field]


def test_a_clause_without_a_day_takes_none() -> None:
    form = event_form(kind=EventKind.REVIEW_YEARLY, when="2026", years="3")

    assert form.is_valid()
    assert (form.entry().stated, form.entry().years) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        *(f"19{DAY}{LAST}", f"{DAY}-{LAST}", f"19{DAY}-{LAST}", f"{DAY}+{LAST}"),
        *(f"{DAY} {LAST}", f"{DAY}\N{EN DASH}{LAST}", f"{DAY} - {LAST}"),
        *(f"{DAY}\N{NON-BREAKING HYPHEN}{LAST}", f"{DAY}\N{NO-BREAK SPACE}{LAST}"),
    ],
)
def test_a_personal_identity_number_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        refuse_personal_numbers(f"Ring {text} först.")

    assert text not in str(refused.value)


@pytest.mark.parametrize("text", [f"{DAY}-9875", "212000-2254", "RD21/00517", "241001-241231"])
def test_other_numbers_are_let_through(text: str) -> None:
    refuse_personal_numbers(text)


@pytest.mark.parametrize(
    "asked",
    [
        {"on": "i morgon"},
        {"area": "x"},
        {"area": "99999999999999999999"},
        {"on": "2025-02-30"},
        {"on": "9999-12-31"},
        {"on": "0001-01-01"},
        {"level": "galaxy"},
        {"status": "'; drop"},
        {"municipality": "-1"},
        {"text": "x" * 500},
    ],
)
def test_a_question_that_makes_no_sense_asks_nothing(asked: dict[str, str]) -> None:
    assert SearchForm(asked).terms() == Terms()


def test_a_question_that_makes_sense_is_kept_beside_one_that_does_not() -> None:
    asked = {
        "on": "2025-02-07",
        "area": "x",
        "text": " skog ",
        "status": "expired",
        "level": "local",
    }

    terms = SearchForm(asked).terms()

    assert terms == Terms(text="skog", on=date(2025, 2, 7), status="expired", level="local")
