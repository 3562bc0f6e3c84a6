"""How long a sign-in lasts: two hours without a click, twelve in all."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

IDLE_SECONDS = 2 * 60 * 60
WHOLE_SECONDS = 12 * 60 * 60
# A click is noted at most this often, so that reading does not write.
NOTED_EVERY_SECONDS = 5 * 60
_BEGUN, _SEEN = "begun_at", "seen_at"


class SessionLimitsMiddleware:
    """Ends a session that is too old or that nobody has used; what was typed is in the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and is_over(request, now=time.time()):
            logout(request)
        return self.get_response(request)


def begin(session: SessionBase, *, now: float) -> None:
    """Note when somebody signed in; from then the limits count."""
    session[_BEGUN] = session[_SEEN] = now


def is_over(request: HttpRequest, *, now: float) -> bool:
    """Note the visit; return whether the session has passed one of its limits.

    A clock that has gone backwards ends nothing.
    """
    begun, seen = request.session.get(_BEGUN, now), request.session.get(_SEEN, now)
    if now - begun > WHOLE_SECONDS or now - seen > IDLE_SECONDS:
        return True
    if now - seen > NOTED_EVERY_SECONDS:
        request.session[_SEEN] = now
    return False
