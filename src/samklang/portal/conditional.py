"""What a page of the county is made of, named: so that an unchanged one is not made again.

Every change in a county moves its revision on, in the change's own transaction. The same
revision, day, reader and question give the same page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from samklang.audit.api import revision
from samklang.organizations.api import ActingRequest, Partnership
from samklang.portal.forms import Terms

_RELEASE = version("samklang")
KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Seen:
    """The revision is read before anything else, so what is made under it is never older."""

    partnership_id: int
    revision: int

    def etag(self, request: ActingRequest) -> str | None:
        """Name the whole page; one with a message is never named, the next is without it."""
        if settings.DEBUG or len(get_messages(request)):
            return None
        acting = request.acting
        return _name(
            self.partnership_id,
            self.revision,
            acting.today,
            acting.user.pk,
            acting.user.name,
            *((seat.organization_id, seat.role) for seat in acting.seats),
            get_language(),
            request.get_full_path(),
            # The page carries a form token that goes with this cookie.
            request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
        )

    def content(
        self, asked: Terms, own: frozenset[int], make: Callable[[], SafeString]
    ) -> SafeString:
        """Return the page's own part, made once for all who see the same."""
        if settings.DEBUG:
            return make()
        key = _name(self.partnership_id, self.revision, get_language(), asked, sorted(own))
        kept: SafeString | None = cache.get(key)
        if kept is None:
            kept = make()
            cache.set(key, kept, KEPT_SECONDS)
        return kept


def seen(partnership: Partnership) -> Seen:
    return Seen(partnership.pk, revision(partnership.pk))


def _name(*parts: object) -> str:
    made = blake2b(repr((_RELEASE, *parts)).encode(), digest_size=16).hexdigest()
    return f'"{made}"'
