"""Pages that are the same as last time: named, so that they are neither sent nor made again.

Every change in a county moves its revision on, in the change's own transaction. The same
revisions, day, reader and question give the same page. The revision is read before anything
else, so what is kept under it is never older than it says.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from importlib.metadata import version
from typing import TypeVar

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.translation import get_language

Made = TypeVar("Made")

_RELEASE = version("samklang")
KEPT_SECONDS = 3600


def etag(request: HttpRequest, *parts: object) -> str | None:
    """Name a whole page; one with a message is never named, the next is without it."""
    if settings.DEBUG or len(get_messages(request)):
        return None
    # The page carries a form token that goes with this cookie.
    token = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    return f'"{_name(request.get_full_path(), token, *parts)}"'


def kept(make: Callable[[], Made], *parts: object) -> Made:
    """Return what was made of the same parts before, or make it; all who see the same share it."""
    if settings.DEBUG:
        return make()
    key = _name(*parts)
    found: Made | None = caches["pages"].get(key)
    if found is None:
        found = make()
        caches["pages"].set(key, found, KEPT_SECONDS)
    return found


def _name(*parts: object) -> str:
    told = repr((_RELEASE, settings.SAMKLANG_READ_ONLY, get_language(), *parts))
    return blake2b(told.encode(), digest_size=16).hexdigest()
