"""Every status for any day, from events and adoptions alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from samklang.agreements.lean_rows import AgreementRow, EditionRow
from samklang.agreements.models import EventKind as Kind
from samklang.agreements.standing import Standing, standings
from samklang.agreements.validity import Event, Status
from tests.agreements.test_validity import event

# Somebody has stated that it holds, though nobody knows who adopted it.
HOLDS = event(Kind.KNOWN_TO_HOLD)
REGIONAL = AgreementRow(1, "Ramavtal", "regional", 1, None, 1, frozenset({1, 2}))
LOCAL = AgreementRow(2, "Lokalavtal", "local", 1, 1, 2, frozenset({1, 2}))


def edition(
    pk: int = 20, *, begun: str = "", stage: str = "", adopted: Iterable[str] = (), of: int = 2
) -> tuple[EditionRow, tuple[date, ...]]:
    """An edition of two parties, and the days on which they adopted it."""
    row = EditionRow(
        pk=pk,
        agreement_id=of,
        number=pk % 10 + 1,
        begun_date=date.fromisoformat(begun) if begun else None,
        stage=stage,
        required_count=2,
        adopted_count=0,
        adopted_date=None,
    )
    return row, tuple(date.fromisoformat(day) for day in adopted)


Made = tuple[EditionRow, tuple[date, ...]]


def stand(on: str | date, made: list[Made], events: dict[int, list[Event]]) -> Standing | None:
    """Return how the local agreement stands on the day, adoptions counted as the query does."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    rows: dict[int, list[EditionRow]] = {}
    for row, adopted in made:
        by_then = [d for d in adopted if d <= day]
        counted = EditionRow(
            row.pk,
            row.agreement_id,
            row.number,
            row.begun_date,
            row.stage,
            row.required_count,
            len(by_then),
            max(by_then, default=None),
            len(adopted),
        )
        rows.setdefault(row.agreement_id, []).append(counted)
    return standings([LOCAL, REGIONAL], rows, events, on=day).get(2)


def status(on: str, made: list[Made], events: dict[int, list[Event]]) -> Status | None:
    found = stand(on, made, events)
    return found.status if found else None


def test_from_work_through_adoption_to_the_end() -> None:
    made = [edition(begun="2022-01-10", adopted=["2023-02-01", "2023-03-01"])]
    events = {20: [event(Kind.STARTS, "2023-04-01"), event(Kind.ENDS, "2025-12-31")]}

    assert status("2022-01-09", made, events) is None
    assert status("2022-01-10", made, events) is Status.UNDER_WAY
    assert status("2023-03-31", made, events) is Status.UNDER_WAY
    assert status("2023-04-01", made, events) is Status.IN_FORCE
    assert status("2025-06-30", made, events) is Status.IN_FORCE
    assert status("2025-07-01", made, events) is Status.EXPIRING
    assert status("2025-12-31", made, events) is Status.EXPIRING
    assert status("2026-01-01", made, events) is Status.EXPIRED


def test_a_start_without_the_last_partys_yes_is_not_in_force() -> None:
    made = [edition(adopted=["2023-02-01", "2023-06-01"])]
    events = {20: [event(Kind.STARTS, "2023-04-01")]}

    assert status("2023-05-31", made, events) is Status.UNDER_WAY
    assert status("2023-06-01", made, events) is Status.UNTIL_FURTHER_NOTICE


def test_a_start_before_any_yes_is_not_in_force_when_the_yeses_are_recorded() -> None:
    made = [edition(adopted=["2023-06-01", "2023-06-01"])]
    events = {20: [event(Kind.STARTS, "2023-04-01")]}

    assert status("2023-05-01", made, events) is Status.UNDER_WAY


def test_partly_adopted_is_under_way_however_old() -> None:
    made = [edition(adopted=["2021-02-01"])]
    events = {20: [event(Kind.STARTS, "2021-04-01")]}

    assert status("2026-11-24", made, events) is Status.UNDER_WAY


def test_silence_about_adoption_is_no_adoption() -> None:
    """Seen red: with nothing recorded counted as adopted, a confirmed draft was in force."""
    made = [edition()]

    found = stand("2026-11-24", made, {20: [event(Kind.STARTS, "2021-07-01")]})

    assert found is not None
    assert found.status is Status.UNDER_WAY
    assert found.edition is not None
    assert not found.edition.is_open


def test_an_old_text_holds_when_somebody_states_that_it_does() -> None:
    events = {20: [HOLDS, event(Kind.STARTS, "2021-07-01")]}

    found = stand("2026-11-24", [edition()], events)

    assert found is not None
    assert found.status is Status.UNTIL_FURTHER_NOTICE
    assert found.edition is not None
    assert found.edition.adoption_not_shown
    assert status("2021-06-30", [edition()], events) is None


def test_one_found_decision_does_not_put_a_vouched_text_out_of_force() -> None:
    made = [edition(adopted=["2021-02-01"])]

    assert status("2026-11-24", made, {20: [HOLDS, event(Kind.STARTS, "2021-07-01")]}) is (
        Status.UNTIL_FURTHER_NOTICE
    )


def test_a_text_at_a_stage_of_its_making_holds_for_no_statement() -> None:
    made = [edition(begun="2025-01-01", stage="Remiss")]

    assert status("2026-11-24", made, {20: [HOLDS, event(Kind.STARTS, "2026-01-01")]}) is (
        Status.UNDER_WAY
    )


def test_a_text_that_nobody_adopted_has_not_expired_when_its_days_are_over() -> None:
    events = {20: [event(Kind.STARTS, "2019-01-01"), event(Kind.ENDS, "2023-12-31")]}

    assert status("2026-11-24", [edition()], events) is Status.UNDER_WAY
    assert status("2026-11-24", [edition()], {20: [HOLDS, *events[20]]}) is Status.EXPIRED


def test_a_start_known_only_as_a_year_counts_when_the_year_is_over() -> None:
    events = {20: [HOLDS, event(Kind.STARTS, "2021")]}

    assert status("2021-12-30", [edition()], events) is None
    assert status("2021-12-31", [edition()], events) is Status.UNTIL_FURTHER_NOTICE


def test_a_draft_at_a_stage_does_not_come_into_force_by_its_planned_start() -> None:
    made = [edition(begun="2025-01-01", stage="Remiss")]
    events = {20: [event(Kind.STARTS, "2026-01-01")]}

    assert status("2026-11-24", made, events) is Status.UNDER_WAY


def test_a_drafts_proposed_clauses_do_not_bring_it_into_force() -> None:
    made = [edition(begun="2025-01-01")]

    assert status("2026-11-24", made, {20: [event(Kind.UNTIL_FURTHER_NOTICE)]}) is Status.UNDER_WAY


CLAUSES = [
    event(Kind.STARTS),
    event(Kind.UNTIL_FURTHER_NOTICE),
    event(Kind.REVISE_BY, "2026-01-31"),
    event(Kind.REVIEW_YEARLY),
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_start_that_nobody_knows_counts_from_the_last_partys_yes(clause: Event) -> None:
    made = [edition(adopted=["2023-04-01", "2023-05-01"])]

    assert status("2023-03-31", made, {20: [clause]}) is None
    assert status("2023-04-30", made, {20: [clause]}) is Status.UNDER_WAY
    found = stand("2023-05-01", made, {20: [clause]})
    assert found is not None
    assert found.status is Status.UNTIL_FURTHER_NOTICE
    assert (found.start_unknown, found.holds_from) == (True, date(2023, 5, 1))


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_start_that_nobody_knows_counts_from_the_day_it_is_stated_to_hold(clause: Event) -> None:
    events = {20: [clause, event(Kind.KNOWN_TO_HOLD, "2022-02-01")]}

    assert status("2022-01-31", [edition()], events) is None
    assert status("2022-02-01", [edition()], events) is Status.UNTIL_FURTHER_NOTICE


def test_a_statement_without_a_day_about_a_text_without_a_start_says_nothing() -> None:
    assert status("2026-11-24", [edition()], {20: [HOLDS, event(Kind.STARTS)]}) is None


def test_a_known_start_is_not_unknown() -> None:
    found = stand("2026-11-24", [edition()], {20: [HOLDS, event(Kind.STARTS, "2021-07-01")]})

    assert found is not None
    assert not found.start_unknown


def test_a_start_that_nobody_knows_ends_when_the_text_says_so() -> None:
    statement = event(Kind.KNOWN_TO_HOLD, "2023-01-01")
    events = {20: [statement, event(Kind.STARTS), event(Kind.ENDS, "2025-12-31")]}

    assert status("2024-01-01", [edition()], events) is Status.IN_FORCE
    assert status("2026-01-01", [edition()], events) is Status.EXPIRED


def test_a_text_that_says_nothing_is_not_known_to_hold() -> None:
    assert status("2026-11-24", [edition()], {}) is None


def test_a_newer_text_under_way_does_not_hide_the_one_in_force() -> None:
    made = [edition(20), edition(21, begun="2026-01-01", stage="Remiss")]
    events = {20: [HOLDS, event(Kind.STARTS, "2021-07-01"), event(Kind.ENDS, "2028-06-30")]}

    found = stand("2026-11-24", made, events)

    assert found is not None
    assert found.status is Status.IN_FORCE
    assert found.edition is not None
    assert found.edition.pk == 20


def test_when_the_old_text_has_run_out_the_new_one_under_way_shows() -> None:
    made = [edition(20), edition(21, begun="2023-01-01")]
    events = {20: [HOLDS, event(Kind.STARTS, "2019-01-01"), event(Kind.ENDS, "2023-12-31")]}

    assert status("2023-12-31", made, events) is Status.EXPIRING
    assert status("2024-01-01", made, events) is Status.UNDER_WAY


def test_a_new_edition_in_force_takes_over_from_an_expired_one() -> None:
    made = [edition(20), edition(21)]
    events = {
        20: [HOLDS, event(Kind.STARTS, "2019-01-01"), event(Kind.ENDS, "2023-12-31")],
        21: [HOLDS, event(Kind.STARTS, "2024-03-01"), event(Kind.ENDS, "2030-12-31")],
    }

    assert status("2024-02-29", made, events) is Status.EXPIRED
    assert status("2024-03-01", made, events) is Status.IN_FORCE


def test_an_adopted_successor_without_gap_stops_the_warning() -> None:
    made = [edition(20), edition(21, adopted=["2026-09-01", "2026-10-01"])]
    events = {
        20: [HOLDS, event(Kind.STARTS, "2019-01-01"), event(Kind.ENDS, "2026-12-31")],
        21: [event(Kind.STARTS, "2027-01-01"), event(Kind.ENDS, "2030-12-31")],
    }

    assert status("2026-09-30", made, events) is Status.EXPIRING
    assert status("2026-10-01", made, events) is Status.IN_FORCE


def test_a_successor_after_a_gap_leaves_the_warning() -> None:
    made = [edition(20), edition(21, adopted=["2026-09-01", "2026-10-01"])]
    events = {
        20: [HOLDS, event(Kind.STARTS, "2019-01-01"), event(Kind.ENDS, "2026-12-31")],
        21: [event(Kind.STARTS, "2027-01-02")],
    }

    assert status("2026-11-24", made, events) is Status.EXPIRING


def test_an_extension_of_the_regional_one_takes_the_warning_away_on_its_day() -> None:
    made = [edition(10, of=1), edition(20)]
    events = {
        10: [
            HOLDS,
            event(Kind.STARTS, "2021-07-01"),
            event(Kind.ENDS, "2026-06-30"),
            event(Kind.EXTENDED, "2027-06-30", decided="2025-12-11"),
        ],
        20: [HOLDS, event(Kind.STARTS, "2023-01-01"), event(Kind.ENDS, "2026-12-31")],
    }

    assert status("2025-12-10", made, events) is Status.OUTLIVES
    assert status("2025-12-11", made, events) is Status.IN_FORCE


def test_a_regional_ones_adopted_successor_is_what_a_local_one_is_held_against() -> None:
    made = [edition(10, of=1), edition(11, of=1), edition(20)]
    events = {
        10: [HOLDS, event(Kind.STARTS, "2021-07-01"), event(Kind.ENDS, "2027-06-30")],
        11: [HOLDS, event(Kind.STARTS, "2027-07-01"), event(Kind.ENDS, "2030-12-31")],
        20: [HOLDS, event(Kind.STARTS, "2023-01-01"), event(Kind.ENDS, "2028-12-31")],
    }

    assert status("2026-11-24", made, events) is Status.IN_FORCE


def test_expiring_is_said_before_outliving_and_both_are_kept() -> None:
    made = [edition(10, of=1), edition(20)]
    events = {
        10: [HOLDS, event(Kind.STARTS, "2021-07-01"), event(Kind.ENDS, "2026-12-31")],
        20: [HOLDS, event(Kind.STARTS, "2023-01-01"), event(Kind.ENDS, "2027-06-30")],
    }

    found = stand("2026-11-24", made, events)

    assert found is not None
    assert (found.status, found.outlives) == (Status.OUTLIVES, True)
    later = stand("2027-01-01", made, events)
    assert later is not None
    assert (later.status, later.outlives) == (Status.EXPIRING, True)


def test_an_overdue_revision_is_a_line_beside_the_status() -> None:
    events = {20: [HOLDS, event(Kind.STARTS, "2021-01-01"), event(Kind.REVISE_BY, "2026-01-31")]}

    found = stand("2026-11-24", [edition()], events)

    assert found is not None
    assert (found.status, found.review_overdue) == (Status.UNTIL_FURTHER_NOTICE, True)
    assert found.needs_action


def test_terminated_is_expired_after_its_last_day() -> None:
    events = {
        20: [
            HOLDS,
            event(Kind.STARTS, "2021-01-01"),
            event(Kind.TERMINATED, "2025-12-31", decided="2025-06-01"),
        ]
    }

    assert status("2025-05-31", [edition()], events) is Status.UNTIL_FURTHER_NOTICE
    assert status("2025-06-01", [edition()], events) is Status.IN_FORCE
    assert status("2026-01-01", [edition()], events) is Status.EXPIRED
