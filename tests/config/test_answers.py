"""What every answer carries, and what the error pages promise.

Seen red: without the CSP middleware every row of the first test fails; with 'unsafe-inline' in
any directive the second does.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse

from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.middleware import MOST_AT_ONCE
from samklang.config import urls
from tests import cast


def _raise(error: Exception) -> Callable[[HttpRequest], HttpResponse]:
    def view(_request: HttpRequest) -> HttpResponse:
        raise error

    return view


# The product's own pages, and one page for each way to fail.
urlpatterns = [
    *urls.urlpatterns,
    path("fails/403/", _raise(PermissionDenied("Only an editor of Lund may do this."))),
    path("fails/409/", _raise(MoveNotAllowed("cannot sign in state draft"))),
    path("fails/500/", _raise(RuntimeError("a fault of ours"))),
]
pytestmark = [
    pytest.mark.urls(__name__),
    pytest.mark.django_db,
]


@pytest.fixture
def signed_in() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("siri"))
    return client


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/logga/in/", 200),
        ("/", 302),
        ("/finns-inte/", 404),
        ("/fails/403/", 403),
        ("/fails/409/", 409),
        ("/fails/500/", 500),
        ("/logga/ut/", 405),
    ],
)
def test_every_kind_of_answer_forbids_inline_and_foreign_content(
    signed_in: Client, address: str, status: int
) -> None:
    answer = signed_in.get(address)

    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_policy_lets_in_our_own_files_only() -> None:
    allowed = {
        str(source)
        for sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values()
        for source in sources
    }

    assert allowed == {"'none'", "'self'"}


def test_a_page_that_cannot_be_found_says_why_and_where_to_go(signed_in: Client) -> None:
    answer = signed_in.get("/finns-inte/", headers={"accept-language": "sv"})

    shown = answer.content.decode()
    assert answer.status_code == 404
    assert "delat med din organisation" in shown
    assert reverse("portal:county") in shown


def test_a_refusal_tells_its_reason(signed_in: Client) -> None:
    answer = signed_in.get("/fails/403/")

    assert "Only an editor of Lund may do this." in answer.content.decode()


def test_a_lost_race_says_that_nothing_was_saved(signed_in: Client) -> None:
    answer = signed_in.get("/fails/409/", headers={"accept-language": "sv"})

    assert "Inget av ditt sparades" in answer.content.decode()
    assert "cannot sign" not in answer.content.decode()


def test_what_is_more_than_we_ever_take_is_refused_unread_and_says_how_much(
    signed_in: Client,
) -> None:
    address = reverse("inventories:receive")

    answer = signed_in.post(address, headers={"content-length": str(MOST_AT_ONCE + 1)})

    assert answer.status_code == 413
    assert "1001 MB" in answer.content.decode()
    assert "högst 1000 MB" in answer.content.decode()


def test_a_fault_of_ours_shows_nothing_of_the_inside(signed_in: Client) -> None:
    answer = signed_in.get("/fails/500/")

    shown = answer.content.decode()
    assert "Det är inte ditt fel" in shown
    assert "a fault of ours" not in shown
    assert "Traceback" not in shown


def test_a_form_that_lost_its_token_is_asked_to_be_sent_again() -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/logga/in/", {"login": "siri", "password": "x"})

    assert answer.status_code == 403
    assert "ladda om sidan" in answer.content.decode()


@pytest.mark.parametrize(("language", "word"), [("sv", "Logga in"), ("en", "Sign in")])
def test_everybody_chooses_a_language(language: str, word: str) -> None:
    client = Client()

    client.post(reverse("set_language"), {"language": language, "next": "/logga/in/"})
    answer = client.get("/logga/in/")

    assert f'lang="{language}"' in answer.content.decode()
    assert word in answer.content.decode()


def test_the_language_switch_leads_nowhere_else() -> None:
    answer = Client().post(
        reverse("set_language"), {"language": "en", "next": "https://elsewhere.example/"}
    )

    assert answer.headers["Location"] == "/"
