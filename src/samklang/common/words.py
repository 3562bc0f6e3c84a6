"""What a county calls its two levels of agreement and its parties, in the reader’s language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol

from django.conf import settings
from django.utils.translation import get_language


class Worded(Protocol):
    """What has a pack’s own words per language: {"sv": {"regional": …}, "en": {…}}."""

    @property
    def name(self) -> str: ...
    @property
    def words(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Words:
    """The pack’s words for pages, reports and messages; a form left out takes the plainer one."""

    regional: str
    regional_plural: str
    regional_definite: str
    regional_definite_plural: str
    regional_long: str
    local: str
    local_plural: str
    local_definite: str
    local_definite_plural: str
    local_long: str
    municipality: str
    municipality_plural: str
    municipality_definite: str
    municipality_definite_plural: str
    place: str
    # Which law makes a draft that another authority gets a public record.
    sharing_law: str


def words(partnership: Worded | None) -> Words:
    """Return the words in the active language, else the installation’s, else the pack’s own."""
    chosen = _in_active_language(partnership.words if partnership else {})
    return Words(*[_form(chosen, *names) for names in _FORMS])


def place(partnership: Worded | None) -> str:
    """Return the county’s own name as the header and the reports say it."""
    if partnership is None:
        return ""
    return words(partnership).place or partnership.name


def _in_active_language(by_language: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    active = (get_language() or "").split("-")[0]
    for language in (active, settings.LANGUAGE_CODE, *sorted(by_language)):
        if language in by_language:
            return by_language[language]
    return {}


# Each form with a plainer one and the singular: “regional_definite_plural” may be left out where
# it is the same as “regional_plural”.
_FORMS = [
    (field.name, field.name.replace("_definite", ""), field.name.split("_", maxsplit=1)[0])
    for field in fields(Words)
]


def _form(chosen: Mapping[str, str], name: str, plainer: str, singular: str) -> str:
    return chosen.get(name) or chosen.get(plainer) or chosen.get(singular, "")
