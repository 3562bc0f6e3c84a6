"""Who may hand in, decide and answer, and the reason when they may not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from samklang.agreements.api import can_take_back as may_take_back
from samklang.inventories import actions, policies
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Channel, Reading
from samklang.organizations.models import Membership, OrganizationKind, Role
from tests import cast
from tests.inventories import desk

pytestmark = pytest.mark.django_db


def in_state(lund: desk.Desk, state: State) -> Reading:
    reading = lund.hand_in(desk.text_file()).readings.get()
    reading.state = state
    return reading


@pytest.mark.parametrize(
    ("role", "may"), [(Role.READER, False), (Role.EDITOR, True), (Role.ADMINISTRATOR, True)]
)
def test_whoever_writes_may_hand_in(role: str, *, may: bool) -> None:
    somebody = cast.acting_for(cast.person("kim", role))

    verdict = policies.can_receive(somebody)

    assert bool(verdict) is may
    assert bool(verdict.reason) is not may


@pytest.mark.parametrize(
    ("policy", "state"),
    [
        (policies.can_confirm, State.READ),
        (policies.can_reject, State.QUARANTINED),
        (policies.can_release, State.QUARANTINED),
        (policies.can_read_again, State.SET_ASIDE),
    ],
)
def test_a_move_asks_for_both_the_seat_and_the_state(policy: object, state: State) -> None:
    lund = desk.desk()
    reading = in_state(lund, state)
    reader = cast.acting_for(cast.person("vera", Role.READER, of=lund.lund))

    assert policy(lund.acting, reading)  # type: ignore[operator]
    assert not policy(reader, reading)  # type: ignore[operator]
    reading.state = State.CONFIRMED
    refused = policy(lund.acting, reading)  # type: ignore[operator]
    assert not refused
    assert str(State.CONFIRMED.label) in str(refused.reason)


def test_a_file_that_was_refused_at_the_door_cannot_be_read_again() -> None:
    lund = desk.desk()
    reading = lund.hand_in(desk.upload("tom.txt", b"")).readings.get()

    assert not policies.can_read_again(lund.acting, reading)


def test_an_answer_belongs_to_its_organization_and_to_the_coordinators() -> None:
    lund = desk.desk()
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT, of=lund.home)
    siv = cast.acting_for(cast.person("siv", Role.COORDINATOR, of=support))
    rut = cast.acting_for(cast.person("rut", Role.EDITOR, of=lund.region))

    assert policies.can_answer(lund.acting, lund.lund)
    assert policies.can_answer(siv, lund.lund)
    refused = policies.can_answer(rut, lund.lund)
    assert not refused
    assert lund.lund.name in str(refused.reason)


def test_an_answer_is_not_taken_back_twice() -> None:
    lund = desk.desk()
    finding = actions.record_none(
        by=lund.acting,
        organization=lund.lund,
        area=lund.area,
        answered_date=cast.TODAY,
        channel=Channel.DIARY,
    )
    assert policies.can_withdraw(lund.acting, finding)

    finding = actions.withdraw(finding, withdrawn_date=cast.TODAY, by=lund.acting)

    assert not policies.can_withdraw(lund.acting, finding)


def test_what_was_confirmed_is_taken_back_by_those_who_write_there_alone() -> None:
    """Seen red: without the seat, and with what is not confirmed let by."""
    lund = desk.desk()
    reading = in_state(lund, State.READ)
    assert not policies.can_take_back(lund.acting, reading)

    mora = cast.organization("mora", of=lund.home)
    edition = cast.edition(cast.agreement(keeper=mora))
    edition.recorded_by, edition.recorded_for = lund.ester, lund.lund
    edition.recorded_at = timezone.now()
    edition.save()
    reading.edition = edition
    seat = Membership(user=lund.ester, organization=mora, role=Role.EDITOR)
    elsewhere = replace(lund.acting, today=timezone.localdate(), seats=(seat,))

    assert may_take_back(elsewhere, edition)
    assert policies.can_take_back(replace(lund.acting, today=timezone.localdate()), reading)
    assert not policies.can_take_back(elsewhere, reading)
