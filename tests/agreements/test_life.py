"""The life of an agreement, as its picture and its table show it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from samklang.agreements import queries
from samklang.agreements.life import Kind, lives
from samklang.agreements.models import Agreement, EventKind
from samklang.agreements.page import AgreementPage
from samklang.common.pictures.drawing import Text, text_width
from samklang.common.words import words
from tests import cast

pytestmark = pytest.mark.django_db
Line = list[tuple[Kind, str, str]]


def life(agreement: Agreement, on: date = cast.TODAY) -> Line:
    siri = cast.acting_for(cast.person("siri"), today=on)
    found = lives(queries.dossier(siri, agreement.pk, on=on))
    return [
        (one.kind, one.first.isoformat(), one.last.isoformat() if one.last else "")
        for line in found
        for one in line.stretches
    ]


def twice_extended() -> Agreement:
    agreement = cast.agreement()
    edition = cast.edition(agreement, begun=date(2020, 3, 1))
    cast.vouched(edition)
    cast.event(edition, EventKind.STARTS, "2021-07-01")
    cast.event(edition, EventKind.ENDS, "2023")
    cast.event(edition, EventKind.EXTENDED, "2026-06-30", decided="2024-06")
    cast.event(edition, EventKind.EXTENDED, "2027-06-30", decided="2025-12-11")
    return agreement


def test_work_the_first_time_a_gap_and_two_extensions() -> None:
    assert life(twice_extended()) == [
        (Kind.WORK, "2020-03-01", "2021-06-30"),
        (Kind.HELD, "2021-07-01", "2023-12-31"),
        (Kind.GAP, "2024-01-01", "2024-06-14"),
        (Kind.EXTENDED, "2024-06-15", "2026-06-30"),
        (Kind.EXTENDED, "2026-07-01", "2027-06-30"),
    ]


def test_what_was_decided_later_is_not_drawn() -> None:
    assert life(twice_extended(), date(2024, 1, 1))[-1] == (Kind.HELD, "2021-07-01", "2023-12-31")


def test_an_end_that_nobody_has_found_is_unknown_until_somebody_decided() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.vouched(edition)
    cast.event(edition, EventKind.STARTS, "2021")
    cast.event(edition, EventKind.ENDS)
    cast.event(edition, EventKind.EXTENDED, "2026-06-30", decided="2024-06-13")

    assert life(agreement) == [
        (Kind.UNKNOWN, "2021-01-01", "2024-06-13"),
        (Kind.EXTENDED, "2024-06-13", "2026-06-30"),
    ]


def test_until_further_notice_goes_on_until_it_is_terminated() -> None:
    agreement = cast.agreement()
    edition = cast.in_force(agreement, "2023-01-01")
    assert life(agreement) == [(Kind.HELD, "2023-01-01", "")]

    cast.event(edition, EventKind.TERMINATED, "2025-12-31", decided="2025-06-01")

    assert life(agreement) == [(Kind.HELD, "2023-01-01", "2025-12-31")]


def test_lifted_until_further_notice_goes_on_after_its_end() -> None:
    agreement = cast.agreement()
    edition = cast.in_force(agreement, "2021-01-01", "2023-12-31")
    cast.event(edition, EventKind.UNTIL_FURTHER_NOTICE, decided="2023-11-01")

    assert life(agreement)[-1] == (Kind.EXTENDED, "2024-01-01", "")


def test_a_start_that_nobody_knows_is_drawn_from_when_it_surely_held_with_dots_before_it() -> None:
    """Seen red: with an edge as if it were the first day."""
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.event(edition, EventKind.ENDS, "2027-12-31")
    cast.vouched(edition, "2022-10-01")
    siri = cast.acting_for(cast.person("siri"))
    found = queries.dossier(siri, agreement.pk, on=cast.TODAY)

    page = AgreementPage(found, words(agreement.partnership))

    assert life(agreement) == [(Kind.HELD, "2022-10-01", "2027-12-31")]
    assert 'class="gap"' in page.life.picture
    assert 'f-blue"' not in page.life.picture


def test_a_draft_is_work_until_today_and_a_text_without_dates_has_no_line() -> None:
    draft = cast.agreement()
    cast.edition(draft, begun=date(2026, 1, 1), stage="Utkast")
    blank = cast.agreement("Tom")
    cast.edition(blank)

    assert life(draft) == [(Kind.WORK, "2026-01-01", cast.TODAY.isoformat())]
    assert life(blank) == []


def test_the_picture_says_what_the_table_says_in_three_widths() -> None:
    agreement = twice_extended()
    siri = cast.acting_for(cast.person("siri"))
    page = AgreementPage(
        queries.dossier(siri, agreement.pk, on=cast.TODAY), words(agreement.partnership)
    )

    assert page.life.picture.count("<svg") == 3
    assert [row.text for row in page.life.rows][1:3] == ["gällde", "inget beslut hittat"]
    for row in page.life.rows:
        assert page.life.picture.count(f"{row.first}–{row.last} {row.text}") == 3
    assert "Inget beslut hittat" in page.life.picture
    assert "30 juni 2027" in page.life.picture


def test_labels_never_stand_on_each_other() -> None:
    agreement = twice_extended()
    edition = agreement.editions.get()
    for month in range(1, 12):
        cast.event(edition, EventKind.EXTENDED, "2027-12-31", decided=f"2026-{month:02}")
    siri = cast.acting_for(cast.person("siri"))
    page = AgreementPage(
        queries.dossier(siri, agreement.pk, on=cast.TODAY), words(agreement.partnership)
    )
    drawing = page.life.wide_drawing
    assert drawing is not None

    texts = [one for one in drawing.shapes if isinstance(one, Text)]
    placed = sorted((one.y, one.x, one.x + text_width(one.text, 13)) for one in texts)

    for (y, _left, right), (other_y, left, _right) in pairwise(placed):
        assert y != other_y or left >= right
    assert all(left >= 0 for _y, left, _right in placed)
