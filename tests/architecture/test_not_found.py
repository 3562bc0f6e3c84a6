"""What is somebody else's and what does not exist are answered alike, byte for byte.

Otherwise numbers in addresses could be tried until an answer gives away what there is. Seen red
with the number in the text of one 404, and with a county's check after the lookup in one view.
"""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.architecture.access_table import ACCESS, HIDDEN, LOGIN, PERSONAS, Row
from tests.architecture.scene import Scene
from tests.architecture.test_access import Asking

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

# Headers that every answer has its own of.
OWN = ("Set-Cookie", "X-Request-ID", "Expires")
NOBODYS = 987_654
# The form token is made anew for each answer; the address asked for stands in the language form.
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
# Each request is an occasion of its own.
REFERENCE = re.compile(r"\b[0-9a-f]{16}\b")
NEXT = re.compile(r'name="next" value="[^"]*"')

# About whoever asks, and nobody else's: their tests are in tests/accounts.
OF_A_PERSON = ("accounts:", "account_", "mfa_")
# They see nothing at all; those who see something are the ones who could compare.
NOTHING = {"outsider", "former"}
CURIOUS = {
    row: [
        persona
        for persona, word in zip(PERSONAS, row.expected, strict=True)
        if word == HIDDEN and persona not in NOTHING
    ]
    for row in ACCESS
    if row.about and set(row.expected) - {LOGIN, HIDDEN} and not row.is_operators
}


def told(answer: HttpResponseBase) -> tuple[int, str, dict[str, str]]:
    """Return all that an answer gives away: its status, its body and its headers."""
    body = getattr(answer, "content", b"").decode()
    headers = {name: value for name, value in answer.headers.items() if name not in OWN}
    headers.pop("Content-Length", None)
    return answer.status_code, NEXT.sub("", TOKEN.sub("", REFERENCE.sub("", body))), headers


def nobodys(arguments: list[object]) -> list[object]:
    """Return the same kind of address with a number or a code that nothing has."""
    has_number = any(isinstance(one, int) for one in arguments)
    if has_number:
        return [NOBODYS if isinstance(one, int) else one for one in arguments]
    return [f"{one}-nobodys" if one != "svg" else one for one in arguments]


@pytest.mark.django_db
@pytest.mark.parametrize("about", sorted({row.about for row, found in CURIOUS.items() if found}))
def test_somebody_elses_and_nobodys_are_the_same(about: str) -> None:
    asking = Asking(Scene())
    arguments = asking.scene.arguments(about)
    other = nobodys(arguments)
    assert other != arguments

    for row, persona in asked_about(about):
        theirs = told(asking.ask(persona, row))
        none = told(asking.ask(persona, row, other))

        assert theirs == none, (str(row), persona)
        assert theirs[0] == 404


def asked_about(about: str) -> list[tuple[Row, str]]:
    rows = [row for row in CURIOUS if row.about == about]
    return [(row, persona) for row in rows for persona in CURIOUS[row]]


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "9223372036854775807", "9223372036854775808", "9" * 40])
@pytest.mark.parametrize(
    "address", ["/avtal/{}/", "/las-in/{}/", "/las-in/lasning/{}/", "/rapporter/{}/", "/filer/{}/"]
)
def test_no_number_in_an_address_is_too_large_to_be_answered(address: str, number: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(Scene().editor)

    assert client.get(address.format(number)).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["%00", "%E2%80%AE", "a" * 300, "..%2f..%2fetc", "-1", "å"])
@pytest.mark.parametrize("address", ["/lanet/{}/", "/lanet/{}/forest/", "/lanet/{}/tidslinje.svg"])
def test_no_code_in_an_address_is_too_strange_to_be_answered(address: str, code: str) -> None:
    scene = Scene()
    client = Client(raise_request_exception=False)
    client.force_login(scene.editor)

    assert client.get(address.format(code)).status_code == 404


def test_everything_with_an_owner_is_hidden_from_somebody() -> None:
    of_people = [one for one in ACCESS if one.page.startswith(OF_A_PERSON) or one.is_operators]
    # A question of the guide is the same for everybody, and holds what they have answered. The
    # secret of a feed opens it for whoever has it; another secret opens nothing.
    owned = {row.about for row in ACCESS if row.about and row not in of_people}
    owned -= {"step of the guide", "body to call", "secret of a feed", "secret of the register"}
    hidden = {row.about for row in ACCESS if HIDDEN in row.expected}

    assert owned - hidden == set()
