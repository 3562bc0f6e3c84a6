"""Every verb changes what it says, is counted and written down, and locks out a late saver."""

from __future__ import annotations

from datetime import date

import pytest

from samklang.agreements import actions
from samklang.agreements.actions import Facts
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    DiaryNumber,
    Edition,
    EventKind,
    Level,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries import county_standings
from samklang.agreements.validity import Status
from samklang.audit.api import Entry, history
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import keep
from samklang.organizations.api import Acting
from tests import cast

pytestmark = pytest.mark.django_db
MAY_DAY = date(2026, 5, 1)


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def newest(agreement: Agreement) -> Entry:
    found = history([agreement]).first()
    assert found is not None
    return found


def an_event(edition: Edition) -> ValidityEvent:
    return ValidityEvent(
        edition=edition, kind=EventKind.STARTS, first_date=MAY_DAY, last_date=MAY_DAY
    )


def a_yes(edition: Edition) -> Adoption:
    return Adoption(
        edition=edition,
        organization=cast.organization(),
        kind=AdoptionKind.DECISION,
        adopted_date=MAY_DAY,
        paragraph="§ 7",
    )


def test_editing_keeps_in_history_what_stood_before() -> None:
    agreement = cast.agreement("Gammal titel")
    facts = Facts("Ny titel", None, agreement.keeper_id, "Enheten för skog")

    actions.edit(agreement, facts, by=siri(), seen=1)

    agreement.refresh_from_db()
    assert (agreement.title, agreement.version) == ("Ny titel", 2)
    entry = newest(agreement)
    assert entry.verb == "agreement.edited"
    assert entry.details["changes"]["title"] == ["Gammal titel", "Ny titel"]
    assert entry.details["version"] == 2


def test_saving_the_same_facts_writes_nothing() -> None:
    agreement = cast.agreement()

    actions.edit(agreement, Facts.of(agreement), by=siri(), seen=1)

    assert not history([agreement]).exists()


def test_the_second_of_two_savers_is_told_and_nothing_of_theirs_is_saved() -> None:
    agreement = cast.agreement("Titel")
    first = Facts("Siris titel", None, agreement.keeper_id, "")
    second = Facts("Runes titel", None, agreement.keeper_id, "")
    actions.edit(agreement, first, by=siri(), seen=1)

    with pytest.raises(actions.Conflict):
        actions.edit(agreement, second, by=siri(), seen=1)

    agreement.refresh_from_db()
    assert agreement.title == "Siris titel"


def test_a_recorded_event_moves_the_status_and_is_signed() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.adopted(edition, MAY_DAY)

    actions.record_event(agreement, an_event(edition), by=siri(), seen=1)

    found = county_standings(agreement.partnership_id, on=MAY_DAY)[agreement.pk]
    assert found.status is Status.UNTIL_FURTHER_NOTICE
    assert edition.validity_events.get().recorded_by == siri().user
    assert newest(agreement).organization_id == cast.organization().pk


def test_a_party_adopts_an_edition_once() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    actions.record_adoption(agreement, a_yes(edition), by=siri(), seen=1)

    with pytest.raises(actions.AlreadyRecorded):
        actions.record_adoption(agreement, a_yes(edition), by=siri(), seen=2)

    assert edition.adoptions.count() == 1


def test_undoing_takes_an_entry_out_of_every_day_but_not_out_of_history() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    cast.event(edition, EventKind.STARTS, "2026-05-01")
    actions.record_adoption(agreement, a_yes(edition), by=siri(), seen=1)

    actions.undo(agreement, edition.adoptions.get(), by=siri())

    row = county_standings(agreement.partnership_id, on=MAY_DAY)[agreement.pk].edition
    assert row is not None
    assert row.adoption_not_shown
    assert edition.adoptions.count() == 1
    assert [e.verb for e in history([agreement])] == ["agreement.entry_undone", "agreement.adopted"]
    actions.record_adoption(agreement, a_yes(edition), by=siri(), seen=3)
    assert edition.adoptions.count() == 2


def test_an_undone_event_no_longer_counts() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    actions.record_event(agreement, an_event(edition), by=siri(), seen=1)

    actions.undo(agreement, edition.validity_events.get(), by=siri())

    assert county_standings(agreement.partnership_id, on=cast.TODAY) == {}


def test_what_is_undone_cannot_be_undone_again() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    actions.record_event(agreement, an_event(edition), by=siri(), seen=1)
    event = edition.validity_events.get()
    actions.undo(agreement, event, by=siri())

    with pytest.raises(MoveNotAllowed):
        actions.undo(agreement, event, by=siri())


def test_a_diary_number_is_recorded_once_for_an_authority() -> None:
    agreement = cast.agreement()

    def number() -> DiaryNumber:
        return DiaryNumber(organization=cast.organization(), number="SN 2026/7")

    actions.record_diary_number(agreement, number(), by=siri(), seen=1)
    with pytest.raises(actions.AlreadyRecorded):
        actions.record_diary_number(agreement, number(), by=siri(), seen=2)

    assert agreement.diary_numbers.get().recorded_by == siri().user


def test_a_party_comes_and_goes() -> None:
    agreement = cast.agreement()
    mora = cast.organization("mora")
    actions.add_party(agreement, Party(organization=mora, required=False), by=siri(), seen=1)
    assert agreement.parties.count() == 2

    actions.remove_party(agreement, mora, by=siri())

    assert agreement.parties.get().organization == cast.organization()
    assert newest(agreement).details["party"] == "Mora"


@pytest.mark.parametrize("why", ["the last one", "has adopted", "is no party"])
def test_a_party_that_cannot_leave_stays(why: str) -> None:
    lund, mora = cast.organization(), cast.organization("mora")
    agreement = cast.agreement(parties=[lund] if why == "the last one" else [lund, mora])
    leaving = cast.organization("orsa") if why == "is no party" else lund
    if why == "has adopted":
        actions.record_adoption(agreement, a_yes(cast.edition(agreement)), by=siri(), seen=1)

    with pytest.raises(MoveNotAllowed):
        actions.remove_party(agreement, leaving, by=siri())

    assert agreement.parties.filter(organization=lund).exists()


def test_a_new_edition_comes_after_the_others_and_leaves_them_in_force() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)

    actions.add_edition(agreement, Edition(stage="Utkast", begun_date=MAY_DAY), by=siri(), seen=1)

    assert agreement.editions.get(number=2).stage == "Utkast"
    found = county_standings(agreement.partnership_id, on=cast.TODAY)[agreement.pk]
    assert found.edition is not None
    assert found.edition.number == 1


def test_the_stage_of_a_text_moves() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement, stage="Utkast")

    actions.move_stage(edition, "Remiss", by=siri(), seen=1)

    edition.refresh_from_db()
    assert edition.stage == "Remiss"
    assert newest(agreement).verb == "agreement.stage_moved"


def test_the_same_file_is_attached_once() -> None:
    agreement = cast.agreement()
    edition = cast.edition(agreement)
    file = keep("a.txt", b"a", format="text", by=None, organization=cast.organization())

    actions.attach_file(agreement, edition, file, by=siri())
    actions.attach_file(agreement, edition, file, by=siri())

    assert edition.files.get().file == file
    assert history([agreement]).count() == 1


def test_an_agreement_by_hand_has_its_parties_and_first_edition() -> None:
    lund = cast.organization()
    agreement = Agreement(
        partnership=lund.partnership,
        level=Level.LOCAL,
        area=cast.area(),
        title="Ny",
        keeper=lund,
    )

    actions.create(agreement, Edition(stage="Utkast"), parties=[lund.pk, lund.pk], by=siri())

    assert agreement.parties.get().organization == lund
    assert agreement.editions.get().number == 1
    with pytest.raises(ValueError, match="at least one party"):
        actions.create(Agreement(), Edition(), parties=[], by=siri())
