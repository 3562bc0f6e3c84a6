"""What a pack knows is put in once, added to later, and never stands above what people wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from samklang.agreements.api import (
    ConfirmedAdoption,
    ConfirmedDiaryNumber,
    ConfirmedEvent,
    EventKind,
    KnownAgreement,
    KnownEdition,
    Level,
    Put,
    extensions,
    put_agreement,
    remove_agreements,
    reset_agreement,
)
from samklang.agreements.models import Agreement, Edition
from samklang.audit.api import history, revision
from samklang.common.periods import StatedDate
from tests import cast

pytestmark = pytest.mark.django_db
MAY_DAY = date(2023, 5, 1)


def from_start(stated: str, *, decided: str = "") -> ConfirmedEvent:
    return ConfirmedEvent(
        EventKind.STARTS,
        StatedDate.parse(stated),
        quote="Gäller från dess.",
        decided=StatedDate.parse(decided) if decided else None,
        source_note="länets lista",
    )


def edition(*events: ConfirmedEvent, number: int = 1) -> KnownEdition:
    return KnownEdition(number, label=f"Version {number}", events=events)


def known(*editions: KnownEdition, title: str = "Så möts vi i skogen") -> KnownAgreement:
    lund = cast.organization()
    return KnownAgreement(
        partnership_id=lund.partnership_id,
        level=Level.LOCAL,
        area_id=cast.area().pk,
        title=title,
        keeper_id=lund.pk,
        party_ids=(lund.pk,),
        editions=editions,
    )


def put(told: KnownAgreement, before: Put | None = None) -> Put:
    return put_agreement(told, before=before or Put(), pack="nordmark")


def the(where: Put) -> Agreement:
    return Agreement.objects.get(pk=where.agreement_id or 0)


def test_what_a_pack_tells_stands_whole_in_the_register() -> None:
    lund = cast.organization()
    told = replace(
        known(
            replace(
                edition(from_start("2023-05-01", decided="2022")),
                begun_date=date(2022, 1, 1),
                adoptions=(ConfirmedAdoption(lund.pk, MAY_DAY, paragraph="7"),),
            )
        ),
        revision_responsible="Enheten för skog",
        diary_numbers=(ConfirmedDiaryNumber(lund.pk, "SN 2023/7"),),
    )

    made = the(put(told))

    only = made.editions.get()
    event = only.validity_events.get()
    assert (made.title, made.keeper, made.demo) == ("Så möts vi i skogen", lund, False)
    assert made.revision_responsible == "Enheten för skog"
    assert (only.label, only.begun_date) == ("Version 1", date(2022, 1, 1))
    assert (str(event.stated), str(event.decided)) == ("2023-05-01", "2022")
    assert (event.source_note, event.quote) == ("länets lista", "Gäller från dess.")
    assert only.adoptions.get().paragraph == "7"
    assert made.diary_numbers.get().number == "SN 2023/7"
    assert made.parties.get().organization == lund


def test_the_history_says_which_pack_it_came_with_and_that_nobody_wrote_it() -> None:
    made = the(put(known(edition(from_start("2023")))))

    entry = history([made]).get()

    assert (entry.verb, entry.actor, entry.details) == (
        "agreement.loaded", None, {"pack": "nordmark"},
    )  # fmt: skip
    assert entry.organization_id == made.keeper_id


def test_putting_the_same_again_writes_nothing() -> None:
    told = known(edition(from_start("2023")))
    first = put(told)
    seen = revision(told.partnership_id)

    again = put(told, first)

    assert again == first
    assert Agreement.objects.count() == Edition.objects.count() == 1
    assert history([the(first)]).count() == 1
    assert revision(told.partnership_id) == seen


def test_what_the_pack_has_come_to_know_is_added() -> None:
    lund, mora = cast.organization(), cast.organization("mora")
    first = put(known(edition(from_start("2023"))))
    later = replace(
        known(
            replace(
                edition(from_start("2023"), ConfirmedEvent(EventKind.UNTIL_FURTHER_NOTICE)),
                adoptions=(ConfirmedAdoption(lund.pk, MAY_DAY),),
            ),
            edition(from_start("2027"), number=2),
        ),
        party_ids=(lund.pk, mora.pk),
        diary_numbers=(ConfirmedDiaryNumber(lund.pk, "SN 1"),),
    )

    again = put(later, first)

    made = the(first)
    old, new = made.editions.order_by("number")
    assert again.edition_ids == {1: old.pk, 2: new.pk}
    assert [e.kind for e in old.validity_events.all()] == ["starts", "until_further_notice"]
    assert old.adoptions.count() == made.diary_numbers.count() == 1
    assert made.parties.count() == 2
    assert history([made]).count() == 2


def test_what_people_have_changed_is_not_changed_back() -> None:
    first = put(known(edition(from_start("2023"))))
    Agreement.objects.update(title="Rättad titel")
    Edition.objects.update(label="Rättad version")

    put(known(edition(from_start("2023")), title="Packets nya titel"), first)

    made = the(first)
    assert made.title == "Rättad titel"
    assert made.editions.get().label == "Rättad version"


def test_what_somebody_has_undone_does_not_come_back() -> None:
    """Seen red: with `.standing()` in _add_events, the event was written again."""
    lund = cast.organization()
    told = replace(
        known(
            replace(edition(from_start("2023")), adoptions=(ConfirmedAdoption(lund.pk, MAY_DAY),))
        ),
        diary_numbers=(ConfirmedDiaryNumber(lund.pk, "SN 1"),),
    )
    first = put(told)
    made = the(first)
    only = made.editions.get()
    for entries in (only.validity_events, only.adoptions, made.diary_numbers):
        entries.update(undone_at=timezone.now())

    put(told, first)

    assert not only.validity_events.standing().exists()
    assert not only.adoptions.standing().exists()
    assert not made.diary_numbers.standing().exists()


def test_a_text_that_somebody_registered_meanwhile_keeps_its_number() -> None:
    first = put(known(edition(from_start("2023"))))
    theirs = cast.edition(the(first), number=2)

    again = put(known(edition(from_start("2023")), edition(from_start("2027"), number=2)), first)

    theirs.refresh_from_db()
    assert theirs.number == 2
    assert Edition.objects.get(pk=again.edition_ids[2]).number == 3


def test_an_agreement_that_is_gone_is_put_in_anew() -> None:
    first = put(known(edition(from_start("2023"))))
    the(first).delete()

    again = put(known(edition(from_start("2023"))), first)

    assert the(again).editions.count() == 1


def test_invented_agreements_leave_with_everything_about_them() -> None:
    regional = put(replace(known(edition(from_start("2021"))), level=Level.REGIONAL))
    local = put(replace(known(edition(from_start("2023"))), parent_id=regional.agreement_id))
    stays = cast.agreement("Riktig")
    ids = [one.agreement_id or 0 for one in (regional, local)]

    removed = remove_agreements(ids)

    assert removed == 2
    assert Agreement.objects.get() == stays
    assert not Edition.objects.exists()


def test_a_reset_agreement_is_what_the_pack_tells_and_nothing_else() -> None:
    mora = cast.organization("mora")
    told = known(edition(from_start("2023")))
    first = put(told)
    made = the(first)
    played = cast.edition(made, number=2, stage="Lek")
    cast.event(played, EventKind.STARTS, "2030")
    made.parties.create(organization=mora)
    Agreement.objects.update(title="Lekt med", version=9)

    again = reset_agreement(told, before=first, pack="nordmark")

    made = the(again)
    assert again.agreement_id == first.agreement_id
    assert (made.title, made.version) == ("Så möts vi i skogen", 1)
    assert made.editions.get().label == "Version 1"
    assert [p.organization for p in made.parties.all()] == [cast.organization()]


# When agreements were extended


def extended(decided: str, until: str, *, undone: bool = False) -> int:
    agreement = cast.agreement()
    one = cast.edition(agreement)
    made = cast.event(one, EventKind.EXTENDED, until, decided=decided)
    if undone:
        made.undone_at = timezone.now()
        made.save()
    return one.pk


def test_extensions_are_told_in_the_order_they_were_decided() -> None:
    pk = extended("2025-12-11", "2027-06-30")
    one = Edition.objects.get(pk=pk)
    cast.event(one, EventKind.EXTENDED, "2026-06-30", decided="2024-06")
    cast.event(one, EventKind.EXTENDED, "2024-06-30")
    cast.event(one, EventKind.ENDS, "2023-12-31")

    found = extensions([pk], on=cast.TODAY)

    assert [(str(decided or ""), str(until)) for decided, until in found[pk]] == [
        ("", "2024-06-30"),
        ("2024-06", "2026-06-30"),
        ("2025-12-11", "2027-06-30"),
    ]


@pytest.mark.parametrize(("on", "shown"), [(date(2025, 12, 10), False), (date(2025, 12, 11), True)])
def test_an_extension_is_known_from_the_day_it_was_decided(on: date, shown: bool) -> None:
    pk = extended("2025-12-11", "2027-06-30")

    assert (pk in extensions([pk], on=on)) is shown


def test_an_undone_extension_and_another_editions_are_not_told() -> None:
    gone = extended("2025-12-11", "2027-06-30", undone=True)
    another = extended("2025-12-11", "2027-06-30")

    assert not extensions([gone], on=cast.TODAY)
    assert set(extensions([another, gone], on=cast.TODAY)) == {another}
