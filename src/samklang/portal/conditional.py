"""When a page is the same as the one the browser already has."""

from __future__ import annotations

from hashlib import blake2b
from importlib.metadata import version

from django.conf import settings
from django.contrib.messages import get_messages
from django.utils.translation import get_language

from samklang.audit.api import revision
from samklang.organizations.api import ActingRequest

_RELEASE = version("samklang")


def etag(request: ActingRequest) -> str | None:
    """Name the page by all that it is made of: one statement besides the sign-in's own.

    What the county holds, the day, who looks with which seats, the language, the address and the
    form token. A page with a message is never named: the next one is without it.
    """
    acting = request.acting
    if settings.DEBUG or acting.partnership is None or len(get_messages(request)):
        return None
    parts = (
        _RELEASE,
        revision(acting.partnership.pk),
        acting.today,
        acting.user.pk,
        acting.user.name,
        *((seat.organization_id, seat.role) for seat in acting.seats),
        get_language(),
        request.get_full_path(),
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
    )
    return f'"{blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'
