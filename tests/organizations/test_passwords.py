"""A password is long, and not made of words that everybody here would guess."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from samklang.accounts.models import User
from samklang.organizations.models import Role
from tests import cast

pytestmark = pytest.mark.django_db


def refused(password: str, user: User | None = None) -> bool:
    try:
        validate_password(password, user)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("password", "no"),
    [
        ("elva tecken", True),
        ("tolv  tecken", False),
        ("x9!" * 4 + "björkris", False),
        ("fyra stilla björkar vid ån", False),
        ("åäö" * 40 + "björkris", False),
        ("b" * 200, False),
        ("b" * 201, True),
        ("123456789012345678", True),
        ("lund lund lund", True),
        ("Lund kommun 2026!", True),
        ("nordmark2026!!", True),
        ("samklang-samklang", True),
        ("ramavtal lokalavtal", True),
        ("SAMKLANG LUND 2026", True),
        ("lund och tre stilla björkar", False),
        ("international", True),  # among the twenty thousand most common
    ],
)
def test_length_and_words(password: str, no: bool) -> None:
    cast.organization("lund")

    assert refused(password) is no


@pytest.mark.parametrize(
    ("password", "no"), [("siri strömberg 1", True), ("siri ror över sjön", False)]
)
def test_ones_own_name_is_guessable(password: str, no: bool) -> None:
    siri = User(username="siri.stromberg", name="Siri Strömberg", email="siri@kommunen.example")

    assert refused(password, siri) is no


@pytest.mark.parametrize(("role", "no"), [(Role.EDITOR, False), (Role.ADMINISTRATOR, True)])
def test_an_administrators_password_is_fifteen_long(role: str, no: bool) -> None:
    assert len("björk å sjö vi") == 14
    assert refused("björk å sjö vi", cast.person("ada", role)) is no
