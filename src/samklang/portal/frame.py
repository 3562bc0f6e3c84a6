"""What stands around every page: the head’s links, the header and the footer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.jinja import Mould, finder, part
from samklang.common.remembered import Remembered
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


@lru_cache(maxsize=2000)
def _part_of(path: str, _prefix: str) -> str:
    """Return the address of the part of the menu that a page is in, or nothing."""
    url = finder()
    own = {place: place for place in (url(name) for _label, name in _menu())}
    lent = {url(page): url(name) for page, name in _ELSEWHERE.items()}
    parts = {f"{get_script_prefix()}text/": url("agreements:register"), **own, **lent}
    found = [one for one in parts if path.startswith(one)]
    return parts[max(found, key=len)] if found else ""


class HeaderSaid(NamedTuple):
    """All that a header says, but for the token in its form."""

    user_name: str
    organization: str
    place: str
    demo: bool
    read_only: bool
    searches: bool
    is_resting: bool
    # The address of the part of the menu that the page is in; none where there is no menu.
    here: str | None

    @property
    def links(self) -> tuple[Link, ...]:
        if self.here is None:
            return ()
        url = finder()
        named = [(label, url(name)) for label, name in _menu()]
        return tuple(Link(label, place, place == self.here) for label, place in named)


class FooterSaid(NamedTuple):
    """All that a footer says, but for the token and the address in its forms."""

    demo: bool
    administers_any: bool

    @property
    def other_languages(self) -> tuple[Language, ...]:
        return _other_languages()


# What is put into a part that is remembered, each time that it is shown.
_GAPS = ("token", "address")
_PARTS: Remembered[Mould] = Remembered(1000)


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
        return self._filled("ui/_header.html", self.said)

    @property
    def said(self) -> HeaderSaid:
        acting, path = self.acting, self.request.path
        return HeaderSaid(
            user_name=str(acting.user) if acting else "",
            organization=acting.organization.name if acting and acting.organization else "",
            place=acting.partnership.name if acting and acting.partnership else "",
            demo=self.demo,
            read_only=self.read_only,
            searches=bool(acting and acting.seats) and path != finder()("search:search"),
            is_resting=bool(acting and acting.resting),
            here=_part_of(path, get_script_prefix()) if acting else None,
        )

    @property
    def footer(self) -> SafeString:
        said = FooterSaid(self.demo, bool(self.acting and self.acting.administers_any))
        return self._filled("ui/_footer.html", said)

    def _filled(self, template: str, said: HeaderSaid | FooterSaid) -> SafeString:
        """Return the part: what says the same is written once in each language."""
        key = (template, said, translation.get_language(), get_script_prefix())
        known = _PARTS.of(key, lambda: Mould(template, _GAPS, {"said": said}))
        return known.fill_anew(self.token, self.request.get_full_path())

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

    @cached_property
    def demo(self) -> bool:
        home = self.acting.partnership if self.acting else None
        return bool(home.demo if home else settings.SAMKLANG_DEMO)


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
