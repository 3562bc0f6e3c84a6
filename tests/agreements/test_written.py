"""Every verb writes who did what to which agreement, for whom, and counts the change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from samklang.agreements import actions
from samklang.agreements.actions import Conflict, Facts
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    DiaryNumber,
    Edition,
    EventKind,
    Party,
    ValidityEvent,
)
from samklang.audit.api import Entry, history, revision
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import keep
from samklang.organizations.api import Acting, OrganizationKind, Role
from samklang.organizations.models import Body
from tests import cast

pytestmark = pytest.mark.django_db
MAY_DAY = date(2026, 5, 1)


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"))


def the() -> tuple[Agreement, Edition]:
    agreement = Agreement.objects.first() or cast.agreement()
    return agreement, agreement.editions.first() or cast.edition(agreement, stage="Utkast")


def edit(by: Acting, seen: int) -> None:
    agreement, _edition = the()
    facts = Facts("Ny titel", None, agreement.keeper_id, "Enheten")
    actions.edit(agreement, facts, by=by, seen=seen)


def add_party(by: Acting, seen: int) -> None:
    party = Party(organization=cast.organization("mora"), required=False)
    actions.add_party(the()[0], party, by=by, seen=seen)


def add_edition(by: Acting, seen: int) -> None:
    actions.add_edition(the()[0], Edition(label="Version 2", stage="Idé"), by=by, seen=seen)


def move_stage(by: Acting, seen: int) -> None:
    actions.move_stage(the()[1], "Remiss", by=by, seen=seen)


def record_event(by: Acting, seen: int) -> None:
    agreement, edition = the()
    body = Body.objects.create(partnership=agreement.partnership, code="b", name="Styrgruppen")
    event = ValidityEvent(
        edition=edition,
        kind=EventKind.EXTENDED,
        first_date=MAY_DAY,
        last_date=MAY_DAY,
        decided_first_date=date(2025, 1, 1),
        decided_last_date=date(2025, 12, 31),
        decided_by=body,
        quote="Förlängs.",
    )
    actions.record_event(agreement, event, by=by, seen=seen)


def record_adoption(by: Acting, seen: int) -> None:
    agreement, edition = the()
    adoption = Adoption(
        edition=edition,
        organization=cast.organization(),
        kind=AdoptionKind.DECISION,
        adopted_date=MAY_DAY,
        body_name="Nämnden",
        paragraph="§ 7",
    )
    actions.record_adoption(agreement, adoption, by=by, seen=seen)


def record_diary_number(by: Acting, seen: int) -> None:
    number = DiaryNumber(organization=cast.organization(), number="SN 1")
    actions.record_diary_number(the()[0], number, by=by, seen=seen)


VERBS: dict[Callable[[Acting, int], None], tuple[str, dict[str, Any]]] = {
    edit: (
        "agreement.edited",
        {
            "changes": {
                "title": ["Lokalavtal om skog", "Ny titel"],
                "revision_responsible": ["", "Enheten"],
            }
        },
    ),
    add_party: ("agreement.party_added", {"party": "Mora", "required": False}),
    add_edition: (
        "agreement.edition_added",
        {"edition": 2, "label": "Version 2", "stage": "Idé"},
    ),
    move_stage: ("agreement.stage_moved", {"edition": 1, "stage": "Remiss"}),
    record_event: (
        "agreement.event_recorded",
        {
            "kind": "extended",
            "stated": "2026-05-01",
            "decided": "2025",
            "decided_by": "Styrgruppen",
            "quote": "Förlängs.",
            "edition": 1,
        },
    ),
    record_adoption: (
        "agreement.adopted",
        {
            "party": "Lund",
            "date": "2026-05-01",
            "body": "Nämnden",
            "paragraph": "§ 7",
            "wording": "",
            "differs": "",
            "fingerprint": "",
            "edition": 1,
        },
    ),
    record_diary_number: (
        "agreement.diary_number_recorded",
        {"party": "Lund", "number": "SN 1"},
    ),
}
each_verb = pytest.mark.parametrize("act", VERBS, ids=lambda act: act.__name__)


def newest() -> Entry:
    found = history([the()[0]]).first()
    assert found is not None
    return found


@each_verb
def test_the_entry_tells_the_whole_change(act: Callable[[Acting, int], None]) -> None:
    agreement, _edition = the()
    verb, details = VERBS[act]

    act(siri(), 1)

    entry = newest()
    told = {k: v for k, v in entry.details.items() if k not in ("entry", "edition_id")}
    assert (entry.verb, entry.actor) == (verb, siri().user)
    assert told == {**details, "version": 2}
    assert (entry.organization_id, entry.partnership_id) == (
        agreement.keeper_id,
        agreement.partnership_id,
    )


@each_verb
def test_each_change_is_counted_once_for_the_agreement_and_the_county(
    act: Callable[[Acting, int], None],
) -> None:
    agreement, _edition = the()
    before = revision(agreement.partnership_id)

    act(siri(), 1)

    agreement.refresh_from_db()
    assert agreement.version == 2
    assert revision(agreement.partnership_id) == before + 1


@each_verb
def test_whoever_saw_an_older_version_changes_nothing(
    act: Callable[[Acting, int], None],
) -> None:
    """Seen red: with `seen` left out of locked(), each of them wrote."""
    agreement, edition = the()
    Agreement.objects.update(version=5)

    with pytest.raises(Conflict, match="at version 5, not 1"):
        act(siri(), 1)

    assert not history([agreement]).exists()
    assert agreement.parties.count() == agreement.editions.count() == 1
    assert not edition.validity_events.exists()
    assert not edition.adoptions.exists()
    assert not agreement.diary_numbers.exists()


def test_a_coordinator_writes_in_the_name_of_the_support_unit() -> None:
    stod = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    the()

    edit(cast.acting_for(cast.person("ask", Role.COORDINATOR, of=stod)), 1)

    assert newest().organization_id == stod.pk


def test_who_writes_for_the_keeper_and_another_writes_in_the_keepers_name() -> None:
    """Whichever seat comes first."""
    person = cast.person("siri", of=cast.organization("alm"))
    cast.person("siri", of=cast.organization())
    the()

    edit(cast.acting_for(person), 1)

    assert newest().organization_id == cast.organization().pk


def test_a_party_taken_away_is_told() -> None:
    agreement, _edition = the()
    mora = cast.organization("mora")
    Party.objects.create(agreement=agreement, organization=mora)

    actions.remove_party(agreement, mora, by=siri())

    assert (newest().verb, newest().details) == (
        "agreement.party_removed",
        {"party": "Mora", "version": 2},
    )


def test_a_file_that_is_added_is_told_by_its_name_and_never_its_text() -> None:
    agreement, edition = the()
    file = keep("a.txt", b"Hemligt", format="text", by=None, organization=cast.organization())

    actions.attach_file(agreement, edition, file, by=siri())

    assert newest().details == {
        "edition": 1,
        "edition_id": edition.pk,
        "file": "a.txt",
        "version": 2,
    }
    assert edition.files.get().added_by == siri().user


@pytest.mark.parametrize(
    ("act", "model", "what"),
    [
        (record_event, ValidityEvent, "förlängd t.o.m. 2026-05-01"),
        (record_adoption, Adoption, "Lund kommun 2026-05-01"),
        (record_diary_number, DiaryNumber, "SN 1"),
    ],
)
def test_an_undone_entry_is_told_by_what_it_was(
    act: Callable[[Acting, int], None],
    model: type[ValidityEvent] | type[Adoption] | type[DiaryNumber],
    what: str,
) -> None:
    act(siri(), 1)
    written = newest().details["entry"]

    actions.undo(the()[0], model.objects.get(), by=siri())

    told = newest()
    assert told.verb == "agreement.entry_undone"
    assert told.details == {
        "entry": written,
        "model": model.__name__.lower(),
        "what": what,
        "version": 3,
        **({} if model is DiaryNumber else {"edition": 1, "edition_id": the()[1].pk}),
    }


def test_a_change_that_fails_half_way_leaves_nothing_written() -> None:
    agreement, edition = the()
    record_adoption(siri(), 1)

    with pytest.raises(MoveNotAllowed):
        actions.remove_party(agreement, cast.organization(), by=siri())

    agreement.refresh_from_db()
    assert agreement.version == 2
    assert [entry.verb for entry in history([agreement])] == ["agreement.adopted"]
    assert edition.adoptions.count() == 1
