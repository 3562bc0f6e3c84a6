"""What happens to every request and answer: letters, language, privacy, and lost races."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from samklang.common.letters import clean
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.occasion import taking_place


class OccasionMiddleware:
    """Makes each request an occasion of its own, and tells its reference in every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with taking_place("web") as begun:
            request.reference = begun.reference  # type: ignore[attr-defined]  # our own attribute
            response = self.get_response(request)
        response.headers["X-Request-ID"] = begun.reference
        return response


_MB = 1024 * 1024
# Twice what a batch may hold: what is over is told file by file, and more than this at the door.
MOST_AT_ONCE = 1000 * _MB


class ConflictMiddleware:
    """Answers 409 when someone else moved the object first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, MoveNotAllowed):
            return render(request, "409.html", status=HTTPStatus.CONFLICT)
        return None


class TooLargeMiddleware:
    """Answers 413 to what is larger than anything we take, before any of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without a stated length Django reads nothing, so that there is no other way in.
        stated = str(request.META.get("CONTENT_LENGTH") or "")
        sent = int(stated) if stated.isdecimal() else 0
        if sent <= MOST_AT_ONCE:
            return self.get_response(request)
        sizes = {"sent": -(-sent // _MB), "most": MOST_AT_ONCE // _MB}
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return render(request, "413.html", sizes, status=status)


class LanguageMiddleware:
    """Swedish until the user has chosen otherwise, whatever the browser was set up with.

    A county’s page that changes language with the visitor’s browser surprises those who share a
    screen or a link; the choice in the footer is kept in a cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._codes = frozenset(code for code, _name in settings.LANGUAGES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in self._codes else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie"])
        return response


class LettersMiddleware:
    """Takes in what is typed, in addresses and forms, as `letters` says.

    What is stored, compared and searched for is then the same text whoever typed it. Passwords
    stay as they were typed, since that is how they were first kept; a text with a NUL stays too,
    to be refused as it was.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = _taken_in(request.GET)  # type: ignore[assignment]  # as immutable as before
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """After the form's token has been looked at, which has read the form."""
        if request.method == "POST":
            request.POST = _taken_in(request.POST)  # type: ignore[assignment]  # as above


def _taken_in(sent: QueryDict) -> QueryDict:
    typed = {name: values for name, values in sent.lists() if "password" not in name}
    cleaned = {name: [_clean(one) for one in values] for name, values in typed.items()}
    if cleaned == typed:
        return sent
    made = sent.copy()
    for name, values in cleaned.items():
        made.setlist(name, values)
    made._mutable = False  # noqa: SLF001  # as Django's own
    return made


def _clean(text: str) -> str:
    return text if "\0" in text else clean(text)


class PrivateMiddleware:
    """Keeps pages and files of signed-in people out of shared caches and other sites’ pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


class ApartMiddleware:
    """Keeps every answer, files too, apart from other sites and from what a device can sense."""

    HEADERS = (
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    )

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.HEADERS:
            response.headers.setdefault(name, value)
        return response
