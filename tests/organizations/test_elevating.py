"""Whoever runs the installation borrows rights for an hour, with a reason, in everybody's sight.

Seen red: with lent_seats answering without asking the time, and with can_elevate answering yes.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.models import User
from samklang.accounts.strength import mark_strong
from samklang.organizations.models import Elevation, Membership, Role
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/organisation/lana-ratt/"


def operator(*, strongly: bool = True) -> Client:
    user = cast.person("olle", None)
    user.operator = True
    user.save()
    client = Client()
    client.force_login(user)
    if strongly:
        session = client.session
        mark_strong(session)
        session.save()
    return client


def borrow(client: Client, reason: str = "Den enda administratören har slutat.") -> int:
    sent = {"organization": cast.organization().pk, "reason": reason}
    return client.post(PAGE, sent).status_code


def test_an_operator_sees_nothing_until_the_rights_are_borrowed() -> None:
    client, page = operator(), cast.organization().get_absolute_url()
    before = client.get(page).status_code

    borrow(client)

    assert (before, client.get(page).status_code) == (404, 200)
    assert "Bjud in en kollega" in client.get(page).content.decode()
    assert not Membership.objects.exists()


def test_after_an_hour_they_are_gone() -> None:
    client, page = operator(), cast.organization().get_absolute_url()
    borrow(client)

    now = timezone.now()
    Elevation.objects.update(from_at=now - timedelta(hours=1), until_at=now)

    assert client.get(page).status_code == 404


def test_they_can_be_given_back_before() -> None:
    client, page = operator(), cast.organization().get_absolute_url()
    borrow(client)

    client.post(reverse("organizations:step_down"))

    assert client.get(page).status_code == 404
    assert client.post(reverse("organizations:step_down")).status_code == 409


def test_the_organization_reads_it_in_its_history() -> None:
    borrow(operator())
    client = Client()
    client.force_login(cast.person("rut", Role.READER))

    shown = client.get(reverse("organizations:history", args=[cast.organization().pk]))

    assert "Olle" in shown.content.decode()
    assert "Den enda administratören har slutat." in shown.content.decode()


def test_one_organization_at_a_time() -> None:
    client = operator()

    assert borrow(client) == 302
    assert borrow(client) == 409


def test_a_reason_is_needed() -> None:
    assert borrow(operator(), reason="") == 422
    assert not Elevation.objects.exists()


def test_borrowed_rights_rest_too_without_a_second_step() -> None:
    client = operator(strongly=False)
    borrow(client)

    shown = client.get(cast.organization().get_absolute_url()).content.decode()

    assert "Bjud in en kollega" not in shown


@pytest.mark.parametrize("role", [None, Role.READER, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_nobody_else_borrows_rights(role: str | None) -> None:
    client = Client()
    client.force_login(cast.person("siri", role))

    assert client.get(PAGE).status_code == 403
    assert borrow(client) == 403


def test_a_superuser_of_django_has_no_shortcut() -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("root"))

    assert client.get(cast.organization().get_absolute_url()).status_code == 404
    assert client.get(PAGE).status_code == 403
