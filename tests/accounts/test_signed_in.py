"""Who is signed in is read leanly, and is the same person in the same session as Django’s own.

Seen red: with the day of expiry turned round, with the inactive let in, and with a column shifted.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from samklang.accounts.models import User
from samklang.accounts.signed_in import SessionStore, SignedInBackend
from tests import cast

pytestmark = pytest.mark.django_db


def stored() -> str:
    session = SessionStore()
    session["chosen"] = "å"
    session.create()
    return str(session.session_key)


def test_a_session_holds_what_djangos_own_would() -> None:
    key = stored()

    assert SessionStore(key).load() == db.SessionStore(key).load() == {"chosen": "å"}


def test_an_expired_or_unknown_key_opens_nothing_and_is_not_taken_over() -> None:
    key = stored()
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    for one in (SessionStore(key), SessionStore("unknown")):
        assert one.load() == {}
        assert one.session_key is None


def test_the_person_comes_whole() -> None:
    siri = cast.person("siri")
    User.objects.update(last_login=timezone.now(), is_staff=True)

    found = SignedInBackend().get_user(siri.pk)

    known = User.objects.get(pk=siri.pk)
    assert found is not None
    for field in User._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(known, field.attname)


def test_nobody_and_the_inactive_are_not_let_in() -> None:
    siri = cast.person("siri")
    User.objects.update(is_active=False)

    assert SignedInBackend().get_user(siri.pk) is None
    assert SignedInBackend().get_user(siri.pk + 999) is None
