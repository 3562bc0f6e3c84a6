"""Keepers’ writers and coordinators change, parties record their own, others see why not.

Seen red, by `make mutants`: `can_register`, `can_edit` and `can_edit_text` without each of their
conditions, `can_edit` and `can_record_for_party` of what was taken back, and a coordinator who may
not undo what they recorded for others.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from samklang.agreements import policies
from samklang.agreements.models import EventKind
from samklang.organizations.api import Acting, OrganizationKind, Role
from tests import cast

pytestmark = pytest.mark.django_db


def region() -> Acting:
    home = cast.organization("nord", kind=OrganizationKind.REGION)
    return cast.acting_for(cast.person("rut", of=home))


def coordinator() -> Acting:
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    return cast.acting_for(cast.person("ask", Role.COORDINATOR, of=support))


def test_the_keepers_writers_and_the_coordinators_may_edit() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)
    writer = cast.acting_for(cast.person("siri"))
    reader = cast.acting_for(cast.person("lisa", Role.READER))

    assert policies.can_edit(writer, agreement)
    assert policies.can_edit(coordinator(), agreement)
    assert not policies.can_edit(reader, agreement)
    assert not policies.can_edit(region(), agreement)
    assert "Lund kommun" in str(policies.can_edit(region(), agreement).reason)


def test_another_countys_coordinator_may_not_edit() -> None:
    abroad = cast.organization("fjord", of=cast.partnership("sydmark"))
    ola = cast.acting_for(cast.person("ola", Role.COORDINATOR, of=abroad))

    assert not policies.can_edit(ola, cast.agreement())


def test_a_party_records_its_own_adoption_and_a_coordinator_anybodys() -> None:
    rut = region()
    nord, lund = cast.organization("nord"), cast.organization()
    agreement = cast.agreement(parties=[lund, nord])
    ids = {nord.pk, lund.pk}

    assert policies.may_record_for(rut, agreement, ids) == {nord.pk}
    assert policies.may_record_for(coordinator(), agreement, ids) == ids
    assert policies.can_record_for_party(rut, agreement, ids)
    outsider = cast.acting_for(cast.person("mia", of=cast.organization("mora")))
    assert not policies.can_record_for_party(outsider, agreement, ids)


def test_one_registers_what_ones_own_organization_keeps() -> None:
    lund, mora = cast.organization(), cast.organization("mora")
    siri = cast.acting_for(cast.person("siri"))
    home = lund.partnership_id

    assert policies.can_register(siri, partnership_id=home, keeper_id=lund.pk)
    assert not policies.can_register(siri, partnership_id=home, keeper_id=mora.pk)
    assert policies.can_register(coordinator(), partnership_id=home, keeper_id=mora.pk)
    assert policies.can_register_any(siri)
    reader = cast.acting_for(cast.person("lisa", Role.READER))
    assert not policies.can_register_any(reader)


def test_ones_own_entry_can_be_undone_for_thirty_days() -> None:
    siri = cast.person("siri")
    event = cast.event(cast.edition(cast.agreement()), EventKind.STARTS, "2026-05-01")
    event.recorded_by = siri
    written = event.recorded_at.date()

    def may(user: str, days: int) -> bool:
        who = cast.acting_for(cast.person(user), today=written + timedelta(days=days))
        return bool(policies.can_undo(who, event))

    assert may("siri", 0)
    assert may("siri", 30)
    assert not may("siri", 31)
    assert not may("rune", 0)


def test_of_a_draft_of_others_a_coordinator_changes_and_registers_nothing() -> None:
    held, draft = cast.agreement("Gäller"), cast.agreement("Utkast")
    current, following = cast.in_force(held), cast.edition(held, number=2, begun=date(2026, 1, 1))
    cast.edition(draft, begun=date(2026, 1, 1))
    siri, ask, rut = cast.acting_for(cast.person("siri")), coordinator(), region()
    home, lund = held.partnership_id, held.keeper_id

    for known, may in ((held, True), (draft, False)):
        verdict = policies.can_register(ask, partnership_id=home, keeper_id=lund, known=known)
        assert bool(verdict) is bool(policies.can_edit(ask, known)) is may
    assert [bool(policies.can_edit_text(ask, one)) for one in (current, following)] == [True, False]
    assert policies.can_edit_text(siri, following)
    assert policies.can_edit_text(rut, following) == policies.can_edit(rut, held)


def test_nobody_changes_what_was_taken_back() -> None:
    agreement = cast.agreement()
    cast.in_force(agreement)
    agreement.undone_at = timezone.now()
    siri = cast.acting_for(cast.person("siri"))

    for verdict in (
        policies.can_edit(siri, agreement),
        policies.can_record_for_party(siri, agreement, {agreement.keeper_id}),
    ):
        assert "togs tillbaka" in str(verdict.reason)


def test_a_coordinator_undoes_and_takes_back_what_they_recorded_for_others() -> None:
    ask, edition = coordinator(), cast.edition(cast.agreement())
    event = cast.event(edition, EventKind.STARTS, "2026-05-01")
    for one in (event, edition):
        one.recorded_by = ask.user

    assert policies.can_undo(ask, event)
    # Nobody takes back what nobody knows when it came.
    assert not policies.can_take_back(ask, edition)
    edition.recorded_at = event.recorded_at
    assert policies.can_take_back(ask, edition)
