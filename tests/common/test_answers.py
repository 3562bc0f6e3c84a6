"""Whole pages for browsers, parts for htmx, and nothing cached as the other."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django_htmx.middleware import HtmxMiddleware

from samklang.common import answers
from samklang.common.http import HtmxRequest
from tests import cast

PAGE, PART = "404.html", "409.html"  # any two templates that differ


def asked(**headers: str) -> HtmxRequest:
    """Return a request as the htmx middleware leaves it."""
    request = RequestFactory().get("/x/", headers=headers)
    HtmxMiddleware(lambda _request: HttpResponse())(request)
    return request  # type: ignore[return-value]


def is_whole(answer: HttpResponse) -> bool:
    return "Sidan finns inte" in answer.content.decode()


@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({}, True),
        ({"hx-request": "true"}, False),
        ({"hx-request": "true", "hx-history-restore-request": "true"}, True),
        ({"hx-request": "false"}, True),
    ],
)
def test_htmx_gets_the_part_and_everybody_else_the_page(
    headers: dict[str, str], whole: bool
) -> None:
    answer = answers.page_or_part(asked(**headers), PAGE, PART, {})

    assert is_whole(answer) is whole
    assert answer.headers["Vary"] == "HX-Request", "a cache must not mix them up"


def test_a_form_to_be_corrected_is_not_called_a_success() -> None:
    answer = answers.correct(asked(), PART, {})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize(
    ("headers", "status", "header"),
    [({}, HTTPStatus.FOUND, "Location"), ({"hx-request": "true"}, HTTPStatus.OK, "HX-Redirect")],
)
def test_the_browser_is_sent_on_whoever_asks(
    headers: dict[str, str], status: int, header: str
) -> None:
    answer = answers.see(asked(**headers), "portal:about")

    assert answer.status_code == status
    assert answer.headers[header] == reverse("portal:about")


@pytest.mark.django_db
def test_one_can_be_sent_on_to_a_thing_itself() -> None:
    agreement = cast.agreement()

    answer = answers.see(asked(), agreement)

    assert answer.headers["Location"] == f"/avtal/{agreement.pk}/"


def test_a_content_stands_in_its_page_as_it_was_written() -> None:
    """Seen red: with what comes after the content left out."""
    content = "<p>Åtgärd – &amp; “så”</p>".encode()

    answer = answers.around(asked(), "portal/area.html", content, {"title": "<Skog>"})

    before, after = answer.content.split(content)
    assert b"<title>&lt;Skog&gt;" in before
    assert before.rstrip().endswith(b'<main id="content"><div class="wrap">')
    assert after.decode().rstrip().endswith("</html>")
    assert b"\0" not in answer.content
