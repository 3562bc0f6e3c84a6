"""The last answer: something failed, what the user typed is on the page, and here is why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.request import QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samklang.common.once import FIELD
from samklang.common.trouble import Trouble, trouble_of

_TRY_AGAIN_SECONDS = "60"
_SECRET = ("password", "csrfmiddlewaretoken", "token", "code", "secret")
_SHORTEST_TEXT = 20
# What no reader wrote, however long it is.
_STEERING = (FIELD, "next")
_Words = str | Promise


@dataclass(frozen=True, slots=True)
class Typed:
    """One field as it was sent; what somebody wrote is shown, what only steers is carried along."""

    name: str
    value: str

    @property
    def is_text(self) -> bool:
        if self.name in _STEERING:
            return False
        return " " in self.value or "\n" in self.value or len(self.value) > _SHORTEST_TEXT


def failed(request: HttpRequest) -> HttpResponse:
    """Answer for what nobody caught; Django calls it while the error is at hand."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble is None:
        return _bare(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    return unsaved(request, trouble)


def unsaved(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """Say what is in the way, and give back what was typed, ready to be sent once more."""
    sent = request.method not in ("GET", "HEAD")
    heading, sentence = _words(trouble, sent=sent)
    context = {
        "heading": heading,
        "sentence": sentence,
        "texts": [one for one in typed(request) if one.is_text],
        "carried": [one for one in typed(request) if not one.is_text],
        "files": bool(_files(request)),
        "sent": sent,
    }
    try:
        answer = render(request, "503.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    except Exception as error:  # the page itself needs the database
        if trouble_of(error) is None:
            raise
        answer = _bare(request, HTTPStatus.SERVICE_UNAVAILABLE, context)
    answer["Retry-After"] = _TRY_AGAIN_SECONDS
    return answer


def typed(request: HttpRequest) -> list[Typed]:
    return [
        Typed(name, value)
        for name, value in _posted(request)
        if not any(word in name.lower() for word in _SECRET)
    ]


def _posted(request: HttpRequest) -> Iterator[tuple[str, str]]:
    try:
        sent: QueryDict = request.POST
    except (OSError, UnreadablePostError):
        return
    for name, values in sent.lists():
        yield from ((name, str(value)) for value in values)


def _files(request: HttpRequest) -> list[str]:
    return list(getattr(request, "_files", None) or ())


def _bare(
    request: HttpRequest, status: int, context: dict[str, object] | None = None
) -> HttpResponse:
    """Answer without asking the database for anything."""
    known = {**(context or {}), "reference": getattr(request, "reference", "")}
    return HttpResponse(render_to_string("500.html", known), status=status)


_AGAIN = gettext_lazy("What you wrote stands below. Try again in a while.")
_RUN_BY = gettext_lazy(
    "What you wrote stands below. Tell the one who runs Samklang, and try again when they have "
    "seen to it."
)
_WORKING = gettext_lazy(
    "Somebody is working on the system. You can read everything but change nothing."
)
_WORDS: dict[Trouble, tuple[_Words, _Words, _Words]] = {
    Trouble.FULL: (
        gettext_lazy("There is no room left to save in"),
        gettext_lazy("The disk is full. You can read as usual."),
        _RUN_BY,
    ),
    Trouble.READ_ONLY: (
        gettext_lazy("Only reading right now"),
        gettext_lazy("The database takes no changes. You can read as usual."),
        _RUN_BY,
    ),
    Trouble.BUSY: (
        gettext_lazy("Many are saving right now"),
        gettext_lazy("Others were saving at the same time and your turn did not come."),
        _AGAIN,
    ),
    Trouble.AWAY: (
        gettext_lazy("The database does not answer"),
        gettext_lazy("It may be on its way up again."),
        _AGAIN,
    ),
    Trouble.CONVERTER: (
        gettext_lazy("The file could not be made"),
        gettext_lazy(
            "The program that makes this kind of file does not answer. The page and the other "
            "kinds of files are there as usual."
        ),
        _AGAIN,
    ),
    Trouble.FAULTY: (
        gettext_lazy("The disk does not do as it should"),
        gettext_lazy("What was saved before is still there."),
        _RUN_BY,
    ),
}


def _words(trouble: Trouble, *, sent: bool) -> tuple[str, str]:
    """Return the heading and the sentences; of what was typed only when something was."""
    heading, why, then = _WORDS[trouble]
    if trouble is Trouble.READ_ONLY and settings.SAMKLANG_READ_ONLY:
        why, then = _WORKING, _AGAIN
    return str(heading), f"{why} {then}" if sent else str(why)
