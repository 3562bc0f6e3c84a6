"""What dated events say about one edition on one day."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements.models import EventKind as Kind
from samklang.agreements.validity import Event, Validity, validity
from samklang.common.periods import StatedDate

TODAY = date(2026, 11, 24)


def event(kind: Kind, stated: str = "", *, decided: str = "", quote: str = "") -> Event:
    when = StatedDate.parse(stated) if stated else None
    return Event(
        kind=kind,
        first_date=when.first if when else None,
        last_date=when.last if when else None,
        years=None,
        decided_date=StatedDate.parse(decided).last if decided else None,
        quote=quote,
    )


def end_on(day: date, *events: Event) -> str:
    return str(validity(events, on=day).end or "")


def test_an_extension_moves_the_end_from_the_day_it_was_decided_and_not_before() -> None:
    first = event(Kind.ENDS, "2023-12-31")
    by_network = event(Kind.EXTENDED, "2026-06-30", decided="2024-06")
    by_steering_group = event(Kind.EXTENDED, "2027-06-30", decided="2025-12-11")
    events = (by_steering_group, by_network, first)

    assert end_on(date(2024, 6, 29), *events) == "2023-12-31"
    assert end_on(date(2024, 6, 30), *events) == "2026-06-30"
    assert end_on(date(2025, 12, 10), *events) == "2026-06-30"
    assert end_on(date(2025, 12, 11), *events) == "2027-06-30"


def test_twice_extended_still_remembers_its_first_end() -> None:
    known = validity(
        [
            event(Kind.ENDS, "2023-12-31"),
            event(Kind.EXTENDED, "2026-06-30", decided="2024-06"),
            event(Kind.EXTENDED, "2027-06-30", decided="2025-12-11"),
        ],
        on=TODAY,
    )

    assert known.extended_from == StatedDate.parse("2023-12-31")


def test_an_extension_decided_at_an_unknown_day_still_comes_after_the_end_it_moves() -> None:
    events = (event(Kind.EXTENDED, "2026-06-30"), event(Kind.ENDS, "2023-12-31"))

    assert end_on(TODAY, *events) == "2026-06-30"


def test_a_termination_cuts_short_and_is_no_extension() -> None:
    known = validity(
        [
            event(Kind.ENDS, "2027-06-30"),
            event(Kind.TERMINATED, "2025-12-31", decided="2025-06-01"),
        ],
        on=TODAY,
    )

    assert str(known.end) == "2025-12-31"
    assert known.extended_from is None


@pytest.mark.parametrize("kind", [Kind.TERMINATED, Kind.REPLACED])
def test_a_cut_ends_what_had_no_end_and_never_lengthens(kind: Kind) -> None:
    cut = event(kind, "2026-01-31", decided="2025-06-01")

    assert end_on(TODAY, event(Kind.UNTIL_FURTHER_NOTICE), cut) == "2026-01-31"
    assert end_on(TODAY, event(Kind.ENDS, "2025-12-31"), cut) == "2025-12-31"


def test_a_cut_without_decision_date_holds_against_an_earlier_extension() -> None:
    extended = event(Kind.EXTENDED, "2027-06-30", decided="2024-06")

    assert end_on(TODAY, event(Kind.TERMINATED, "2025-12-31"), extended) == "2025-12-31"


def test_an_extension_decided_after_a_termination_revives() -> None:
    events = (
        event(Kind.ENDS, "2027-06-30"),
        event(Kind.TERMINATED, "2025-12-31", decided="2025-02-01"),
        event(Kind.EXTENDED, "2026-12-31", decided="2025-11-01"),
    )

    assert end_on(TODAY, *events) == "2026-12-31"


def test_a_cut_known_only_as_a_year_is_compared_by_its_last_day() -> None:
    cut = event(Kind.TERMINATED, "2025", decided="2024-12-01")

    assert end_on(TODAY, event(Kind.ENDS, "2025-06-30"), cut) == "2025-06-30"


def test_until_further_notice_decided_later_lifts_the_end() -> None:
    first = event(Kind.ENDS, "2023-12-31")
    lifted = event(Kind.UNTIL_FURTHER_NOTICE, decided="2023-11-15")

    before = validity([first, lifted], on=date(2023, 11, 14))
    after = validity([first, lifted], on=date(2023, 11, 15))

    assert (str(before.end), before.until_further_notice) == ("2023-12-31", False)
    assert (after.end, after.until_further_notice) == (None, True)


def test_a_fixed_end_in_the_same_text_is_firmer_than_until_further_notice() -> None:
    events = (event(Kind.ENDS, "2023-12-31"), event(Kind.UNTIL_FURTHER_NOTICE))

    assert end_on(TODAY, *events) == "2023-12-31"


def test_an_end_known_only_as_a_month_has_passed_when_the_month_is_over() -> None:
    known = validity([event(Kind.ENDS, "2026-06")], on=TODAY)

    assert not known.has_ended(date(2026, 6, 30))
    assert known.has_ended(date(2026, 7, 1))


def test_a_start_left_blank_is_no_start() -> None:
    assert validity([event(Kind.STARTS)], on=TODAY).start is None


def test_a_statement_that_it_holds_may_say_from_when() -> None:
    known = validity([event(Kind.KNOWN_TO_HOLD, "2023")], on=TODAY)

    assert (known.known_to_hold, str(known.known_from)) == (True, "2023")
    assert not validity([event(Kind.STARTS, "2023")], on=TODAY).known_to_hold


def test_six_months_are_counted_by_the_calendar() -> None:
    known = validity([event(Kind.ENDS, "2027-06-30")], on=TODAY)

    assert not known.ends_within_six_months(date(2026, 12, 29))
    assert known.ends_within_six_months(date(2026, 12, 30))


def test_the_review_day_that_was_decided_last_holds_and_is_the_one_quoted() -> None:
    known = validity(
        [
            event(Kind.REVIEW_YEARLY, quote="Följs upp varje år."),
            event(Kind.REVISE_BY, "2027-01-31", decided="2025-12-11", quote="Senast 2027."),
            event(Kind.REVISE_BY, "2026-01-31", quote="Senast 2026."),
        ],
        on=TODAY,
    )

    assert (known.review_due, known.review_quote) == (date(2027, 1, 31), "Senast 2027.")


def test_a_yearly_review_is_a_clause_and_never_overdue() -> None:
    known = validity([event(Kind.REVIEW_YEARLY, quote="Följs upp varje år.")], on=TODAY)

    assert known.review_quote == "Följs upp varje år."
    assert not known.review_is_overdue(date(2099, 1, 1))


def test_a_revision_is_overdue_the_day_after_its_day() -> None:
    known = validity([event(Kind.REVISE_BY, "2026-01-31")], on=TODAY)

    assert not known.review_is_overdue(date(2026, 1, 31))
    assert known.review_is_overdue(date(2026, 2, 1))


@pytest.mark.parametrize(
    ("own", "regional", "longer"),
    [
        ("2028-12-31", "2027-06-30", True),
        ("2027-06-30", "2027-06-30", False),
        ("2027-07-01", "2027-06-30", True),
        # Known only as a year, it may end before the regional one does: not certain, not said.
        ("2027", "2027-06-30", False),
        ("", "2027-06-30", False),
        ("2028-12-31", "", False),
    ],
)
def test_outliving_needs_two_known_ends(own: str, regional: str, longer: bool) -> None:
    def with_end(day: str) -> Validity:
        return validity([event(Kind.ENDS, day)] if day else [], on=TODAY)

    assert with_end(own).outlives(with_end(regional)) is longer
    assert not with_end(own).outlives(None)
