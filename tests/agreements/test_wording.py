"""The register says statuses, days and events as a person in the county would."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from samklang.agreements import queries
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    EventKind,
    Level,
    ValidityEvent,
)
from samklang.agreements.validity import Status
from samklang.agreements.wording import (
    STATUS_WORDS,
    adoption_words,
    deciding_body_url,
    decision_words,
    event_words,
    in_words,
    status_words,
)
from samklang.common.periods import StatedDate
from samklang.common.words import Words, words
from samklang.common.written_dates import written
from samklang.organizations.models import Body
from tests import cast


def county_words() -> Words:
    return words(cast.partnership())


def an_event(kind: str, stated: str = "", *, years: int | None = None) -> ValidityEvent:
    when = StatedDate.parse(stated) if stated else None
    return ValidityEvent(
        kind=kind,
        first_date=when.first if when else None,
        last_date=when.last if when else None,
        years=years,
    )


@pytest.mark.parametrize(
    ("stated", "swedish", "english"),
    [
        ("2027-06-30", "30 juni 2027", "30 June 2027"),
        ("2027-06", "juni 2027", "June 2027"),
        ("2027", "2027", "2027"),
        ("2024-10-01/2024-12-31", "1 oktober 2024 till 31 december 2024", "1 October 2024 to"),
        ("", "framgår inte", "not stated"),
    ],
)
def test_a_day_is_said_no_more_precisely_than_it_was_stated(
    stated: str, swedish: str, english: str
) -> None:
    when = written(stated) if stated else None

    assert in_words(when) == swedish
    with translation.override("en"):
        assert in_words(when).startswith(english)


SAYINGS = [
    (EventKind.STARTS, "2023-01-01", "Gäller från och med 1 januari 2023"),
    (EventKind.STARTS, "", "Startdatum är lämnat tomt"),
    (EventKind.ENDS, "2027-06", "Gäller till och med juni 2027"),
    (EventKind.ENDS, "", "Slutdatum framgår inte"),
    (EventKind.UNTIL_FURTHER_NOTICE, "", "Gäller tills vidare"),
    (EventKind.REVISE_BY, "2026-01-31", "Ska revideras senast 31 januari 2026"),
    (EventKind.REVIEW_YEARLY, "", "Ses över varje år"),
    (EventKind.REVISE_WITH_REGIONAL, "", "Revideras när ramavtal revideras"),
    (EventKind.FOLLOW_UP_PERIOD, "2025", "Följs upp 2025"),
    (EventKind.EXTENDED, "2027-06-30", "Förlängd till och med 30 juni 2027"),
    (EventKind.TERMINATED, "2025-12-31", "Uppsagd, gäller till och med 31 december 2025"),
    (EventKind.REPLACED, "2025-12-31", "Ersatt, gäller till och med 31 december 2025"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "stated", "sentence"), SAYINGS)
def test_each_event_is_said_in_a_sentence(kind: str, stated: str, sentence: str) -> None:
    assert event_words(an_event(kind, stated), county_words()) == sentence


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("years", "sentence"),
    [(1, "Ses över varje år"), (2, "Ses över vart 2:e år"), (4, "Ses över vart 4:e år")],
)
def test_a_review_every_so_many_years_says_how_many(years: int, sentence: str) -> None:
    event = an_event(EventKind.REVIEW_EVERY, years=years)

    assert event_words(event, county_words()) == sentence


@pytest.mark.django_db
@pytest.mark.parametrize("kind", EventKind.values)
def test_no_kind_of_event_is_left_unsaid_in_either_language(kind: str) -> None:
    """Seen red: with REPLACED out of _SAYINGS, its page would have failed."""
    event = an_event(kind, "2025-12-31", years=3)

    swedish = event_words(event, county_words())
    with translation.override("en"):
        english = event_words(event, words(cast.partnership()))

    assert "" not in (swedish, english)
    assert swedish != english


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [("", "2023-05-01"), ("102", "2023-05-01 § 102"), ("§ 102", "2023-05-01 § 102")],
)
def test_a_yes_is_said_with_one_paragraph_sign(paragraph: str, line: str) -> None:
    yes = Adoption(kind=AdoptionKind.DECISION, adopted_date=date(2023, 5, 1), paragraph=paragraph)

    assert adoption_words(yes) == line


@pytest.mark.parametrize(
    ("body", "decided", "line"),
    [
        (Body(name="Styrgruppen för skog", short_name="Styrgruppen"), "2025-12-11",
         "Styrgruppen, 11 december 2025"),
        (Body(name="Nätverket"), "2024-06", "Nätverket, juni 2024"),
        (Body(name="Nätverket"), "", "Nätverket"),
        (None, "2024", "2024"),
        (None, "", ""),
    ],
)  # fmt: skip
def test_a_decision_is_said_as_far_as_it_is_known(
    body: Body | None, decided: str, line: str
) -> None:
    when = StatedDate.parse(decided) if decided else None
    event = ValidityEvent(
        decided_by=body,
        decided_first_date=when.first if when else None,
        decided_last_date=when.last if when else None,
    )

    assert decision_words(event) == line


@pytest.mark.parametrize(("decided", "query"), [("2025-12-11", "?on=2025-12-11"), ("2024-06", "")])
def test_the_body_that_decided_is_shown_as_on_that_day(decided: str, query: str) -> None:
    when = StatedDate.parse(decided)
    event = ValidityEvent(decided_first_date=when.first, decided_last_date=when.last)

    assert deciding_body_url(event) == ""
    event.decided_by = Body(pk=7, name="Styrgruppen")
    assert deciding_body_url(event) == f"/organ/7/{query}"


def standing_words(agreement: Agreement) -> tuple[Status, str]:
    found = queries.county_standings(agreement.partnership_id, on=cast.TODAY)[agreement.pk]
    return found.status, status_words(found, county_words())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "status", "sentence"),
    [
        ("2023-01-01", "2028-06-30", Status.IN_FORCE, "Gäller t.o.m. 30 juni 2028"),
        ("2023-01-01", "", Status.UNTIL_FURTHER_NOTICE, "Tillsvidare"),
        ("2023-01-01", "2027-01-31", Status.EXPIRING, "Löper ut 31 januari 2027"),
        ("2019-01-01", "2020", Status.EXPIRED, "Utgången sedan 2020"),
    ],
)
def test_a_status_is_said_with_its_day(start: str, end: str, status: Status, sentence: str) -> None:
    agreement = cast.agreement()
    cast.in_force(agreement, start, end)

    assert standing_words(agreement) == (status, sentence)


@pytest.mark.django_db
def test_work_is_said_without_the_end_that_the_draft_proposes() -> None:
    agreement = cast.agreement()
    draft = cast.edition(agreement, begun=date(2026, 1, 1), stage="Utkast")
    cast.event(draft, EventKind.ENDS, "2030-12-31")

    assert standing_words(agreement) == (Status.UNDER_WAY, "Under arbete")


@pytest.mark.django_db
def test_an_end_that_nobody_knows_is_in_force_without_a_day() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.vouched(edition)
    cast.event(edition, EventKind.STARTS, "2023")
    cast.event(edition, EventKind.ENDS)

    assert standing_words(agreement) == (Status.IN_FORCE, "Gäller")


@pytest.mark.django_db
def test_outliving_is_said_with_the_countys_own_word_for_the_regional_one() -> None:
    regional = cast.agreement("Ram", level=Level.REGIONAL)
    cast.in_force(regional, "2021-07-01", "2027-12-31")
    local = cast.agreement(parent=regional)
    cast.in_force(local, "2023-01-01", "2028-12-31")

    assert standing_words(local) == (Status.OUTLIVES, "Gäller längre än ramavtal")


def test_every_status_of_an_agreement_but_outliving_has_a_word_of_its_own() -> None:
    """Outliving is said with the county's word; the two others are cells without agreement."""
    without = {Status.OUTLIVES, Status.MISSING, Status.NO_ANSWER}

    assert set(STATUS_WORDS) == set(Status) - without
    assert len({str(text) for text in STATUS_WORDS.values()}) == len(STATUS_WORDS)
