"""The reader's language, the reader's own answers, and a refusal for whoever came second."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.middleware import (
    ApartMiddleware,
    ConflictMiddleware,
    LanguageMiddleware,
    PrivateMiddleware,
)


def said(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(translation.get_language())


def asked(cookie: str = "", **headers: str) -> HttpRequest:
    request = RequestFactory().get("/", headers=headers)
    if cookie:
        request.COOKIES["django_language"] = cookie
    return request


@pytest.mark.parametrize(
    ("cookie", "browser", "language"),
    [
        ("", "", "sv"),
        ("", "en-GB,en;q=0.9", "sv"),
        ("en", "sv", "en"),
        ("sv", "en", "sv"),
        ("de", "de", "sv"),
        ("en-gb", "", "sv"),
        ("EN", "", "sv"),
        ("../../etc", "", "sv"),
        ("en; drop", "", "sv"),
    ],
)
def test_it_is_swedish_until_the_reader_has_chosen_a_language_that_there_is(
    cookie: str, browser: str, language: str
) -> None:
    answer = LanguageMiddleware(said)(asked(cookie, **{"accept-language": browser}))

    assert answer.content.decode() == language
    assert answer.headers["Content-Language"] == language
    assert "Cookie" in answer.headers["Vary"]


def test_the_language_of_one_answer_is_not_left_for_the_next() -> None:
    with translation.override("sv"):
        LanguageMiddleware(said)(asked("en"))

        assert translation.get_language() == "sv"


def test_an_answer_that_knows_its_own_language_keeps_it() -> None:
    def finnish(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("Hei", headers={"Content-Language": "fi"})

    assert LanguageMiddleware(finnish)(asked()).headers["Content-Language"] == "fi"


@pytest.mark.parametrize(
    ("own", "kept"),
    [({}, "private, no-cache"), ({"Cache-Control": "no-store"}, "no-store")],
)
def test_an_answer_is_private_unless_it_says_something_stricter(
    own: dict[str, str], kept: str
) -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers=own)

    answer = PrivateMiddleware(view)(asked())

    assert answer.headers["Cache-Control"] == kept


def test_an_answer_stands_apart_from_other_sites() -> None:
    answer = ApartMiddleware(said)(asked())

    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "camera=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (MoveNotAllowed("cannot confirm in state confirmed"), HTTPStatus.CONFLICT),
        (ValueError("ours"), None),
        (PermissionError("the disk's"), None),
    ],
)
def test_only_a_lost_race_is_answered_as_one(error: Exception, status: int | None) -> None:
    answer = ConflictMiddleware(said).process_exception(asked(), error)

    assert (answer.status_code if answer else None) == status
