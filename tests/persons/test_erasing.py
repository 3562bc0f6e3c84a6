"""Somebody who is erased is a number everywhere, and what they decided stands and can be verified.

Seen red: with `forget_invited` doing nothing, with `_ways_in` yielding nothing, with sessions left,
with the username left, with `can_erase` answering yes, and with `rights_left` blind to later days.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.actions import link
from samklang.accounts.models import Identity, User
from samklang.accounts.strength import mark_strong
from samklang.agreements.actions.entering import record_adoption
from samklang.agreements.models import Adoption, AdoptionKind
from samklang.audit.api import record_faults
from samklang.audit.models import Entry
from samklang.organizations.actions import invite
from samklang.organizations.models import Invitation, Membership, Role
from tests import cast

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Zäta Qvistbergå", "zata.qvist@mora.example"
WORDS = "fyra gröna mossiga stenar"


def operator() -> Client:
    user = cast.person("olle", None)
    user.operator = True
    user.save()
    client = Client()
    client.force_login(user)
    session = client.session
    mark_strong(session)
    session.save()
    return client


def zata() -> tuple[User, Client]:
    """Somebody who was invited, came, recorded a decision, and left traces at sign-in."""
    home, chief = cast.organization(), cast.person("chief", Role.ADMINISTRATOR)
    for _time in range(2):  # one is used, the other waits
        _made, secret = invite(
            home,
            name=NAME,
            email=EMAIL,
            role=Role.EDITOR,
            until_date=None,
            by=chief,
            now=timezone.now(),
        )
    client = Client()
    page = reverse("organizations:invitation", args=[secret])
    client.post(page, {"name": NAME, "password": WORDS})
    user = User.objects.get(email=EMAIL)
    client.post(reverse("accounts:sign_in"), {"login": EMAIL, "password": WORDS})
    Client().post(reverse("accounts:sign_in"), {"login": EMAIL, "password": "fel"})
    EmailAddress.objects.get_or_create(user=user, email=EMAIL)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": f"{NAME}s nyckel"})
    link(user, "mora", EMAIL)
    acts = cast.acting_for(user, today=timezone.localdate())
    text = cast.proposed(cast.agreement(), "2026-01-01")
    yes = Adoption(
        edition=text, organization=home, kind=AdoptionKind.DECISION, adopted_date=date(2026, 5, 1)
    )
    record_adoption(text.agreement, yes, by=acts, seen=text.agreement.version)
    return user, client


def stored() -> dict[str, list[str]]:
    """Return what each text column of each table holds; the database is asked, not the models."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, str | dict | list):
                        found.setdefault(f"{table}.{name}", []).append(_text(value))
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def places_that_name(*words: str) -> set[str]:
    written = {one.lower() for word in words for one in (word, json.dumps(word)[1:-1])}
    return {
        place
        for place, texts in stored().items()
        if any(word in text.lower() for text in texts for word in written)
    }


def leave(user: User) -> None:
    Membership.objects.filter(user=user).update(
        from_date=cast.LONG_AGO, until_date=timezone.localdate() - timedelta(days=1)
    )


def erase(user: User, client: Client, **sent: str) -> int:
    words = {"reason": "left", "username": user.username, **sent}
    page = reverse("persons:erase", args=[user.pk])
    return client.post(page, words).status_code


def test_no_column_of_the_database_tells_who_it_was() -> None:
    user, _client = zata()
    assert {"accounts_user.name", "organizations_invitation.email"} <= places_that_name(NAME, EMAIL)
    leave(user)

    status = erase(user, operator())

    assert status == 302
    assert places_that_name(NAME, EMAIL, "Qvistberg") == set()


def test_every_way_in_is_gone_at_once() -> None:
    user, client = zata()
    assert client.get(reverse("accounts:account")).status_code == 200
    leave(user)

    erase(user, operator())

    assert client.get(reverse("accounts:account")).status_code == 302
    for model in (EmailAddress, Authenticator, Identity, UserSession):
        assert not model.objects.filter(user=user).exists(), model
    sessions = [one.get_decoded().get("_auth_user_id") for one in Session.objects.all()]
    assert str(user.pk) not in sessions
    answer = Client().post(reverse("accounts:sign_in"), {"login": EMAIL, "password": WORDS})
    assert answer.status_code == 422
    assert not Invitation.objects.open(timezone.now()).exists()


def test_what_was_decided_stands_and_the_record_is_whole() -> None:
    user, _client = zata()
    leave(user)
    before = Entry.objects.filter(actor=user).count()
    assert before > 0

    erase(user, operator())

    adoption = Adoption.objects.get()
    assert str(adoption.recorded_by) == f"Tidigare användare {user.pk}"
    assert Entry.objects.filter(actor=user).count() == before
    assert list(record_faults()) == []
    reader = Client()
    reader.force_login(cast.person("rut", Role.READER))
    page = reverse("organizations:history", args=[cast.organization().pk])
    assert f"bjöd in Tidigare användare {user.pk}" in reader.get(page).content.decode()
    entry = Entry.objects.get(verb="person.erased")
    assert (entry.target_id, entry.details) == (user.pk, {"reason": "left"})


def test_whoever_still_has_a_right_is_not_erased_and_it_is_said_whose_it_is() -> None:
    user, _client = zata()
    client = operator()

    assert erase(user, client) == 403
    page = client.get(reverse("persons:person", args=[user.pk])).content.decode()
    assert "Lund kommun måste ta tillbaka" in page
    Membership.objects.filter(user=user).update(from_date=timezone.localdate() + timedelta(days=9))
    assert erase(user, client) == 403
    assert User.objects.get(pk=user.pk).name == NAME


def test_the_user_name_has_to_be_written_and_nobody_erases_themself() -> None:
    user, _client = zata()
    leave(user)
    client = operator()

    assert erase(user, client, username="nagon.annan@mora.example") == 422
    assert erase(User.objects.get(username="olle"), client) == 403
    assert erase(user, client) == 302
    gone = User.objects.get(pk=user.pk)
    assert erase(gone, client) == 403


def test_the_page_says_where_the_name_stays() -> None:
    user, _client = zata()
    cast.agreement(f"Avtal som {NAME} skrev")

    leave(user)
    shown = operator().get(reverse("persons:erase", args=[user.pk])).content.decode()

    assert "Avtal, Titel: 1" in shown or "titel: 1" in shown.lower()


def test_an_operator_with_a_password_only_sees_nobody() -> None:
    client = operator()
    session = client.session
    session.clear()
    weak = Client()
    weak.force_login(User.objects.get(username="olle"))

    assert weak.get(reverse("persons:register")).status_code == 403
    assert client.get(reverse("persons:register")).status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_as_much_for_many_as_for_one(
    count: int, django_assert_max_num_queries: object
) -> None:
    for number in range(count):
        cast.person(f"person{number}", None)
    client = operator()
    client.get(reverse("persons:register"))

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        shown = client.get(reverse("persons:register"), {"text": "person"}).content.decode()

    assert shown.count("/personer/") >= count


def test_the_command_asks_the_same_leave() -> None:
    user, _client = zata()
    with pytest.raises(CommandError, match="Nobody was erased"):
        call_command("erase_person", user.username, "--reason", "asked")
    leave(user)

    call_command("erase_person", user.username, "--reason", "asked")

    assert places_that_name(NAME, EMAIL) == set()
