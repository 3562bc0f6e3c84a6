"""Nobody is sent elsewhere by an address that somebody else made, and no letter leads elsewhere.

Seen red: with `safe_page` returning what was wanted; with the test for backslashes and tabs taken
out of `leads_to`; with any host allowed; with that and USE_X_FORWARDED_HOST on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.organizations.models import Role
from tests import cast
from tests.architecture.access_table import ACCESS
from tests.architecture.test_access import show_the_second_step
from tests.hostile.addresses import ELSEWHERE, FORWARDED, HOSTS, leads_to
from tests.hostile.showing import County

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_database,
]
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's
# The names by which pages of the world are told where to go afterwards.
NAMES = ("next", "url", "redirect", "redirect_to", "return", "return_to", "continue", "goto", "to")
OURS = "testserver"


def location(answer: HttpResponseBase) -> str:
    return answer.headers.get("Location", "") or answer.headers.get("HX-Redirect", "")


def is_ours(answer: HttpResponseBase) -> bool:
    there = urlsplit(leads_to(location(answer)))
    return (there.scheme, there.netloc) == ("http", OURS) and "\n" not in location(answer)


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/avtal/", "http://testserver/avtal/"),
        ("?on=1", "http://testserver/logga/in/?on=1"),
        ("//evil.example", "http://evil.example"),
        ("/\\evil.example", "http://evil.example"),
        ("/\t/evil.example", "http://evil.example"),
        ("https:evil.example", "https://evil.example"),
        (" java\tscript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_we_know_where_a_browser_goes(address: str, there: str) -> None:
    assert leads_to(address) == there


def test_the_list_leads_elsewhere_and_is_long() -> None:
    assert len(ELSEWHERE) >= 60
    assert len([one for one in ELSEWHERE if urlsplit(leads_to(one)).netloc != OURS]) >= 50


def asked(county: County, wanted: str) -> Iterator[tuple[str, HttpResponseBase]]:
    """Ask every page there is where to go, by each name and in each way."""
    sending = dict.fromkeys(NAMES, wanted)
    for row in ACCESS:
        for asker in ("administrator", "anonymous"):
            yield f"{row} {asker}", county.ask(row, asker, **sending)


@pytest.mark.slow
@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_no_page_at_all_sends_anybody_elsewhere(wanted: str) -> None:
    answers = list(asked(County(), wanted))

    assert [where for where, answer in answers if not is_ours(answer)] == []
    assert len([one for _where, one in answers if location(one)]) > 60


@pytest.fixture
def siri(settings: Any) -> User:
    settings.SAMKLANG_DEMO = True
    person = cast.person("siri", Role.EDITOR)
    person.set_password(PASSWORD)
    person.demo = True
    person.save()
    return person


def leading(client: Client, wanted: str) -> Iterator[HttpResponseBase]:
    """Every page that goes where somebody wanted: in, in as an invented person, in again."""
    sent = {"login": "siri", "password": PASSWORD, "next": wanted}
    yield client.post(reverse("accounts:sign_in"), sent)
    yield client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": wanted})
    yield client.post(
        reverse("set_language"), {"language": "sv", "next": wanted}, headers={"referer": wanted}
    )
    yield client.get(reverse("accounts:sign_in"), {"next": wanted})
    client.logout()
    yield client.post(reverse("accounts:demo_sign_in"), {"person": "siri", "next": wanted})


@pytest.mark.parametrize("wanted", ELSEWHERE, ids=ascii)
def test_whoever_signs_in_stays_here(siri: User, client: Client, wanted: str) -> None:
    for answer in leading(client, wanted):
        assert is_ours(answer)
        assert answer.status_code in (HTTPStatus.OK, HTTPStatus.FOUND)


def test_whoever_signs_in_is_led_where_they_wanted(siri: User, client: Client) -> None:
    wanted = "/avtal/?text=a%2F%2Fb"

    led = [location(answer) for answer in leading(client, wanted)]

    assert led == [wanted, wanted, wanted, "", wanted]


# Hosts


def forged() -> Iterator[dict[str, str]]:
    yield from ({"Host": host} for host in HOSTS)
    for host in HOSTS[:12]:
        yield {name: host if name != "Forwarded" else f"host={host}" for name in FORWARDED}


def letters(settings: Any, headers: dict[str, str]) -> Iterator[HttpResponseBase]:
    """Both letters with a link: to whoever forgot a password, and to whoever is invited."""
    settings.SAMKLANG_MAIL = "smtp://localhost"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    ada = Client()
    ada.force_login(cast.person("ada", Role.ADMINISTRATOR))
    show_the_second_step(ada)
    User.objects.filter(username="ada").update(email="ada@kommunen.example")
    sent = {"name": "Bo", "email": "bo@kommunen.example", "role": Role.READER}
    invite = reverse("organizations:invite", args=[cast.organization().pk])
    yield ada.post(invite, sent, headers=headers)
    yield Client().post(
        reverse("account_reset_password"), {"email": "ada@kommunen.example"}, headers=headers
    )


@pytest.mark.parametrize(
    "headers", [*forged()], ids=lambda headers: ascii(sorted(headers.items())[-1])
)
def test_a_forged_host_is_in_no_letter_and_on_no_page(
    settings: Any, mailoutbox: list[EmailMessage], headers: dict[str, str]
) -> None:
    answers = list(letters(settings, headers))

    told = [str(one.message()) for one in mailoutbox]
    links = re.findall(r"\w+://[^\s\"'<>]+", "\n".join(told))
    assert {urlsplit(link).netloc for link in links} <= {OURS}
    assert "evil" not in "\n".join(told)
    assert "evil" not in "".join(map(location, answers))
    if "Host" in headers:
        assert {one.status_code for one in answers} == {HTTPStatus.BAD_REQUEST}
        assert not told


def test_our_own_host_is_in_both_letters(settings: Any, mailoutbox: list[EmailMessage]) -> None:
    assert [one.status_code for one in letters(settings, {})] == [HTTPStatus.OK, HTTPStatus.FOUND]

    assert (
        len(re.findall(r"http://testserver/", "\n".join(str(one.body) for one in mailoutbox))) == 2
    )
