"""Somebody is given their seat from the command line, since an account alone sees nothing."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from samklang.accounts.models import User
from samklang.organizations.acting import acting
from samklang.organizations.models import Membership
from samklang.setup import loading, packs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _county() -> None:
    loading.load(packs.county("xx-nordmark"))
    User.objects.create_user("rut", name="Rut Registrator")


def seat(*words: str) -> str:
    said = StringIO()
    call_command("seat", *words, "--county=xx-nordmark", stdout=said)
    return said.getvalue()


def test_a_seat_lets_somebody_act_for_an_organization() -> None:
    said = seat("rut", "dalom", "editor")

    rut = acting(User.objects.get(username="rut"), today=timezone.localdate())
    assert said == "Rut Registrator is editor in Daloms bygd.\n"
    assert [one.organization.code for one in rut.seats] == ["dalom"]


def test_a_seat_that_has_ended_begins_anew() -> None:
    seat("rut", "dalom", "editor")
    Membership.objects.update(from_date="2020-01-01", until_date="2021-01-01")

    seat("rut", "dalom", "editor")

    assert Membership.objects.current(timezone.localdate()).count() == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("siv", "dalom", "editor"), "no account 'siv'"),
        (("rut", "falun", "editor"), "xx-nordmark has no 'falun'"),
        (("rut", "dalom", "boss"), "invalid choice: 'boss'"),
    ],
)
def test_a_mistake_is_answered_with_what_is_wrong(words: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(CommandError, match=complaint):
        seat(*words)
