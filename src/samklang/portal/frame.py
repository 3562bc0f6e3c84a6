"""What every page’s header and footer show."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

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


@dataclass(frozen=True, slots=True)
class Frame:
    """The header and footer of one page."""

    place: str = ""
    user_name: str = ""
    organization: str = ""
    demo: bool = False
    # The user is an administrator who has shown a password only.
    resting: bool = False
    links: tuple[Link, ...] = ()
    other_languages: tuple[Language, ...] = ()


# The address under which each part of the product lives, and its word in the main menu.
def _menu() -> tuple[tuple[str, str], ...]:
    return (
        (_("The county"), "portal:county"),
        (_("Agreements"), "agreements:register"),
        (_("Read documents"), "inventories:batches"),
        (_("Reports"), "reporting:reports"),
    )


def frame(request: HttpRequest) -> dict[str, Frame]:
    languages = tuple(
        Language(code, translation.get_language_info(code)["name_local"].capitalize())
        for code, _name in settings.LANGUAGES
        if code != translation.get_language()
    )
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"frame": Frame(other_languages=languages, demo=settings.SAMKLANG_DEMO)}
    acting: Acting = request.acting  # type: ignore[attr-defined]  # set by ActingMiddleware
    return {
        "frame": Frame(
            place=acting.partnership.name if acting.partnership else "",
            user_name=str(user),
            organization=acting.organization.name if acting.organization else "",
            demo=acting.partnership.demo if acting.partnership else settings.SAMKLANG_DEMO,
            resting=bool(acting.resting),
            links=_links(request.path),
            other_languages=languages,
        )
    }


def _links(path: str) -> tuple[Link, ...]:
    links = []
    for label, name in _menu():
        url = reverse(name)
        links.append(Link(label, url, path.startswith(url)))
    return tuple(links)
