"""Whether somebody has signed in with more than a password, in this session."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

_STRONG = "signed_in_strongly"


def is_strong(request: HttpRequest) -> bool:
    """Return whether a second step, a passkey or a provider’s high assurance was shown.

    Invented persons exist in demo mode only, where one click signs anybody in.
    """
    demo: bool = getattr(request.user, "demo", False)
    return demo or bool(request.session.get(_STRONG))


def mark_strong(session: SessionBase) -> None:
    session[_STRONG] = True


def mark_weak(session: SessionBase) -> None:
    session.pop(_STRONG, None)
