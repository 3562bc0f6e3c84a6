"""A page has the same name as long as it is the same page, and never a moment longer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages import info
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.translation import override

from samklang.common import unchanged


@pytest.fixture(autouse=True)
def _kept_in_memory(settings: Any) -> Any:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = settings.CACHES | {"pages": memory}
    settings.DEBUG = False
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def asked(address: str = "/lanet/", cookie: str = "t") -> HttpRequest:
    request = RequestFactory().get(address)
    request.COOKIES[settings.CSRF_COOKIE_NAME] = cookie
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # as Django's does
    return request


def name(address: str = "/lanet/", cookie: str = "t", *parts: object, language: str = "sv") -> str:
    with override(language):
        found = unchanged.etag(asked(address, cookie), *(parts or (1, 7)))
    assert found is not None
    return found


def test_the_same_question_has_the_same_name() -> None:
    assert name() == name()
    assert name().startswith('"')
    assert name().endswith('"')


@pytest.mark.parametrize(
    "other",
    [
        lambda: name("/lanet/?on=2025-02-07"),
        lambda: name("/lanet/skog/"),
        lambda: name(cookie="another"),
        lambda: name("/lanet/", "t", 1, 8),
        lambda: name("/lanet/", "t", 2, 7),
        lambda: name("/lanet/", "t", "1", "7"),
        lambda: name("/lanet/", "t", 17),
        lambda: name(language="en"),
    ],
    ids=["day", "page", "cookie", "revision", "county", "kind", "joined", "language"],
)
def test_whatever_the_page_depends_on_gives_it_another_name(other: Callable[[], str]) -> None:
    assert other() != name()


def test_a_new_release_gives_every_page_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    before = name()

    monkeypatch.setattr(unchanged, "_RELEASE", "99.0")

    assert name() != before


def test_a_page_with_a_message_is_never_named() -> None:
    request = asked()
    info(request, "Sparat.")

    assert unchanged.etag(request, 1) is None


def test_a_page_under_work_is_never_named(settings: Any) -> None:
    settings.DEBUG = True

    assert unchanged.etag(asked(), 1) is None


class Maker:
    """Makes something, and counts how often."""

    def __init__(self, made: str = "sidan") -> None:
        self.made, self.times = made, 0

    def __call__(self) -> str:
        self.times += 1
        return self.made


def test_what_was_made_is_shared_by_all_who_see_the_same() -> None:
    make = Maker()

    found = [unchanged.kept(make, "county", 7, "day") for _reader in range(3)]

    assert found == ["sidan"] * 3
    assert make.times == 1


@pytest.mark.parametrize("parts", [("county", 8, "day"), ("area", 7, "day"), ("county", 7, "x")])
def test_what_differs_in_anything_is_made_again(parts: tuple[object, ...]) -> None:
    unchanged.kept(Maker("gammal"), "county", 7, "day")

    assert unchanged.kept(Maker("ny"), *parts) == "ny"


def test_each_language_is_kept_apart() -> None:
    with override("sv"):
        swedish = unchanged.kept(Maker("svenska"), "county")
    with override("en"):
        english = unchanged.kept(Maker("English"), "county")

    assert (swedish, english) == ("svenska", "English")


def test_under_work_everything_is_made_anew(settings: Any) -> None:
    settings.DEBUG = True
    make = Maker()

    for _look in range(2):
        unchanged.kept(make, "county")

    assert make.times == 2
