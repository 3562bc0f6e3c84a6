"""Keepers’ writers and coordinators change, parties record their own, others see why not."""

from __future__ import annotations

from datetime import timedelta

import pytest

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
