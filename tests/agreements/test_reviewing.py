"""The next review is read from what is recorded of when the text holds.

Seen red: with the last to come chosen instead of the nearest, with an end that has passed not
noticed, and with what is not decided yet counted.
"""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements.models import EventKind, ValidityEvent
from samklang.agreements.reviewing import review_words
from samklang.common.periods import StatedDate
from samklang.common.words import words
from samklang.organizations.models import Partnership
from tests import cast

TODAY = cast.TODAY
KNOWN = words(Partnership(code="nordmark", words=cast.WORDS))


def event(
    kind: str, stated: str = "", *, decided: str = "", years: int | None = None
) -> ValidityEvent:
    when = StatedDate.parse(stated) if stated else None
    by = date.fromisoformat(decided) if decided else None
    return ValidityEvent(
        kind=kind,
        first_date=when.first if when else None,
        last_date=when.last if when else None,
        decided_first_date=by,
        decided_last_date=by,
        years=years,
    )


def said(*events: ValidityEvent) -> tuple[str, ...]:
    return review_words(events, KNOWN, on=TODAY)


REVISE, PERIOD, ENDS = EventKind.REVISE_BY, EventKind.FOLLOW_UP_PERIOD, EventKind.ENDS


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], ()),
        ([event(REVISE, "2028-06-30")], ("Ska revideras senast 30 juni 2028",)),
        ([event(REVISE, "2025-06-30")], ("Den skulle ha reviderats senast 30 juni 2025.",)),
        ([event(PERIOD, "2026")], ("Följs upp 2026",)),
        ([event(PERIOD, "2025")], ()),
        ([event(REVISE, "2028-06-30"), event(PERIOD, "2027")], ("Följs upp 2027",)),
        ([event(EventKind.REVIEW_YEARLY)], ("Ses över varje år",)),
        (
            [event(EventKind.REVIEW_YEARLY), event(REVISE, "2028")],
            ("Ska revideras senast 2028", "Ses över varje år"),
        ),
        ([event(EventKind.REVIEW_EVERY, years=3)], ("Ses över vart 3:e år",)),
        ([event(ENDS, "2028")], ("Ingen översyn är angiven. Den gäller till och med 2028.",)),
        (
            [event(ENDS, "2025"), event(EventKind.REVIEW_YEARLY)],
            ("Den gällde till och med 2025.",),
        ),
        (
            [event(REVISE, "2027"), event(REVISE, "2029", decided="2026-05-01")],
            ("Ska revideras senast 2029",),
        ),
        (
            [event(REVISE, "2027"), event(REVISE, "2029", decided="2026-12-24")],
            ("Ska revideras senast 2027",),
        ),
    ],
)
def test_the_nearest_review_is_said_first(
    events: list[ValidityEvent], expected: tuple[str, ...]
) -> None:
    assert said(*events) == expected
