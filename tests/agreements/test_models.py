"""What is always true of agreements, whoever writes: the database itself refuses the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    EditionFile,
    EventKind,
    Level,
    Party,
    ValidityEvent,
)
from samklang.documents.api import keep
from tests import cast

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2026, 1, 1), date(2026, 12, 31)


def the() -> Agreement:
    return Agreement.objects.first() or cast.agreement()


def an_event(**values: object) -> ValidityEvent:
    edition = the().editions.first() or cast.edition(the())
    return ValidityEvent(**{"edition": edition, "kind": EventKind.ENDS, **values})


def a_yes() -> Adoption:
    edition = the().editions.first() or cast.edition(the())
    return Adoption(
        edition=edition, organization=cast.organization(), kind="decision", adopted_date=EARLY
    )


def a_number() -> DiaryNumber:
    return DiaryNumber(agreement=the(), organization=cast.organization(), number="SN 1")


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"first_date": LATE, "last_date": EARLY}, "event_first_day_before_last"),
        ({"first_date": EARLY}, "event_first_day_before_last"),
        ({"last_date": EARLY}, "event_first_day_before_last"),
        ({"decided_first_date": LATE, "decided_last_date": EARLY}, "event_decided_first"),
        ({"decided_last_date": EARLY}, "event_decided_first"),
        ({"kind": EventKind.REVIEW_EVERY}, "review_every_has_years"),
        ({"kind": EventKind.REVIEW_EVERY, "years": 0}, "review_every_has_years"),
    ],
)
def test_an_event_that_makes_no_sense_cannot_be_stored(
    values: dict[str, object], rule: str
) -> None:
    """One of two days is refused too: both or neither is what a stated day is."""
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        an_event(**values).save()


def test_an_event_may_say_one_day_a_span_or_no_day() -> None:
    for values in ({}, {"first_date": EARLY, "last_date": EARLY}):
        an_event(**values).save()
    an_event(first_date=EARLY, last_date=LATE, kind=EventKind.REVIEW_EVERY, years=2).save()

    assert [str(one.stated or "") for one in ValidityEvent.objects.all()] == [
        "", "2026-01-01", "2026",
    ]  # fmt: skip


def twice_party() -> models.Model:
    return Party(agreement=the(), organization=cast.organization())


def twice_number() -> models.Model:
    from_one = the().editions.first() or cast.edition(the())
    return type(from_one)(agreement=the(), number=1)


def twice_file() -> models.Model:
    edition = the().editions.first() or cast.edition(the())
    file = keep("a.txt", b"a", format="text", by=None, organization=cast.organization())
    return EditionFile(edition=edition, file=file)


@pytest.mark.parametrize("make", [a_yes, a_number, twice_party, twice_number, twice_file])
def test_the_same_is_there_once(make: Callable[[], models.Model]) -> None:
    """The agreement of the cast has its party already, and the edition its number."""
    if make not in (twice_party, twice_number):
        make().save()

    with pytest.raises(IntegrityError), transaction.atomic():
        make().save()


@pytest.mark.parametrize("make", [a_yes, a_number])
def test_what_was_undone_leaves_room_for_what_is_right(
    make: Callable[[], Adoption | DiaryNumber],
) -> None:
    first = make()
    first.undone_at = timezone.now()
    first.save()

    make().save()

    rows = type(first).objects
    assert (rows.count(), rows.standing().count()) == (2, 1)


def test_an_organization_that_is_a_party_cannot_be_taken_away() -> None:
    the()

    with pytest.raises(models.ProtectedError):
        cast.organization().delete()


def test_a_regional_agreement_that_others_build_on_cannot_be_taken_away() -> None:
    frame = cast.agreement("Ram", level=Level.REGIONAL)
    cast.agreement("Lokal", parent=frame)

    with pytest.raises(models.ProtectedError):
        frame.delete()


def test_each_names_itself_as_people_do() -> None:
    agreement = cast.agreement("Så möts vi")
    plain, labelled = cast.edition(agreement), cast.edition(agreement, number=2)
    labelled.label = "Version 2"
    file = keep("a.txt", b"a", format="text", by=None, organization=cast.organization())
    yes = Adoption(organization=cast.organization(), adopted_date=EARLY)

    assert str(agreement) == "Så möts vi"
    assert str(plain) == "Så möts vi (1)"
    assert str(labelled) == "Så möts vi (Version 2)"
    assert str(agreement.parties.get()) == "Lund kommun"
    assert str(yes) == "Lund kommun 2026-01-01"
    assert str(DiaryNumber(number="SN 1")) == "SN 1"
    assert str(EditionFile(edition=plain, file=file)) == "a.txt"
    assert str(an_event(kind=EventKind.UNTIL_FURTHER_NOTICE)) == "tillsvidare"


def test_agreements_stand_by_title_and_are_seen_in_their_own_county() -> None:
    fjord = cast.organization("fjord", of=cast.partnership("sydmark"))
    cast.agreement("B")
    cast.agreement("A", level=Level.REGIONAL)
    cast.agreement("C", keeper=fjord)
    siri = cast.acting_for(cast.person("siri"))

    seen = Agreement.objects.visible_to(siri)

    assert [one.title for one in seen] == ["A", "B"]
    assert [one.title for one in seen.local()] == ["B"]
    assert [one.title for one in seen.regional()] == ["A"]
