"""What stands around every page: the head’s links, the header and the footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.jinja import finder, part
from samklang.common.spoken import said_once
from samklang.organizations.api import Acting


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str


# The address under which each part of the product lives, and its word in the main menu.
@said_once
def _menu() -> tuple[tuple[str, str], ...]:
    return (
        (_("The county"), "portal:county"),
        (_("Agreements"), "agreements:register"),
        (_("Meetings"), "meetings:register"),
        (_("Decisions"), "decisions:register"),
        (_("Collaboration"), "bodies:register"),
        (_("Shared"), "sharing:shares"),
        (_("Read documents"), "inventories:batches"),
        (_("Laws"), "portal:laws"),
        (_("Reports"), "reporting:reports"),
    )


# Pages of texts that belong to another part of the menu than the agreements.
_ELSEWHERE = {"texts:sisters": "portal:county", "texts:law_review": "portal:laws"}


def _part_of(path: str, url: Callable[..., str]) -> str:
    """Return the address of the part of the menu that a page is in, or nothing."""
    own = {place: place for place in (url(name) for _label, name in _menu())}
    lent = {url(page): url(name) for page, name in _ELSEWHERE.items()}
    parts = {f"{get_script_prefix()}text/": url("agreements:register"), **own, **lent}
    found = [one for one in parts if path.startswith(one)]
    return parts[max(found, key=len)] if found else ""


class Frame:
    """The frame of one page; nothing of it is made for a part that htmx swaps in."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.read_only: bool = settings.SAMKLANG_READ_ONLY

    @property
    def head(self) -> SafeString:
        return _head()

    @property
    def header(self) -> SafeString:
        read_only = settings.SAMKLANG_READ_ONLY
        return part("ui/_header.html", {"frame": self, "read_only": read_only})

    @property
    def footer(self) -> SafeString:
        return part("ui/_footer.html", {"frame": self})

    @cached_property
    def acting(self) -> Acting | None:
        """On whose behalf the page is shown; nobody’s on a page without sign-in."""
        user = getattr(self.request, "user", None)
        if user is None or not user.is_authenticated:
            return None
        acting: Acting = self.request.acting  # type: ignore[attr-defined]  # by ActingMiddleware
        return acting

    @cached_property
    def token(self) -> str:
        return get_token(self.request)

    @property
    def place(self) -> str:
        return self.acting.partnership.name if self.acting and self.acting.partnership else ""

    @property
    def user_name(self) -> str:
        return str(self.acting.user) if self.acting else ""

    @property
    def organization(self) -> str:
        return self.acting.organization.name if self.acting and self.acting.organization else ""

    @cached_property
    def demo(self) -> bool:
        home = self.acting.partnership if self.acting else None
        return bool(home.demo if home else settings.SAMKLANG_DEMO)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        if self.acting is None:
            return ()
        url = finder()
        here = _part_of(self.request.path, url)
        named = [(label, url(name)) for label, name in _menu()]
        return tuple(Link(label, place, place == here) for label, place in named)

    @property
    def other_languages(self) -> tuple[Language, ...]:
        return _other_languages()


@said_once
def _other_languages() -> tuple[Language, ...]:
    return tuple(
        Language(code, translation.get_language_info(code)["name_local"].capitalize())
        for code, _name in settings.LANGUAGES
        if code != translation.get_language()
    )


@cache
def _head() -> SafeString:
    """The same on every page for as long as the process runs: names of fonts and style sheet."""
    return part("ui/_head.html", {})


def frame(request: HttpRequest) -> dict[str, Frame]:
    return {"frame": Frame(request)}
