"""Where somebody is signed in, said as people say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

# Most browsers also name others; the first that is found is the one it is.
_BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox/": "Firefox",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One sign-in: on what, from which address, since when."""

    pk: int
    device: str
    ip: str
    created_at: datetime
    is_current: bool


def places(sessions: Iterable[UserSession]) -> list[Place]:
    return [
        Place(one.pk, device(one.user_agent), one.ip, one.created_at, one.is_current())
        for one in sessions
    ]


def device(user_agent: str) -> str:
    """Name the browser and the system from what the browser says of itself."""
    browser = _first(_BROWSERS, user_agent)
    system = _first(_SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown browser")


def _first(names: dict[str, str], user_agent: str) -> str:
    return next((name for sign, name in names.items() if sign in user_agent), "")
