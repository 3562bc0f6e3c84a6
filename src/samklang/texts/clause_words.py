"""How a shared wording and a section's text stand to each other: derived, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.documents.api import shown
from samklang.library.api import ClauseVersion
from samklang.texts.models import Section
from samklang.texts.same_words import place_in, words_of


def with_clause(body: str, clause: ClauseVersion, *, earlier: ClauseVersion | None) -> str:
    """Return the text with the clause's wording in it.

    It takes the place of the earlier wording of the same clause where that stands unchanged;
    else it comes last, and all that was there is left.
    """
    if clause.body in body:
        return body
    is_same = earlier is not None and earlier.clause_id == clause.clause_id
    if earlier is not None and is_same and earlier.body in body:
        return body.replace(earlier.body, clause.body, 1)
    return body + clause.body


@dataclass(frozen=True, slots=True)
class Tie:
    """A section that was begun with a shared wording."""

    section: Section
    version: ClauseVersion
    newest: ClauseVersion

    @property
    def is_older(self) -> bool:
        return self.version.number < self.newest.number

    @property
    def is_withdrawn(self) -> bool:
        """The county offers it no longer; the section reads as it did."""
        return self.newest.clause.is_withdrawn

    @property
    def is_offered(self) -> bool:
        """Whether there is a newer wording that the county wants used."""
        return self.is_older and not self.is_withdrawn

    @property
    def is_changed(self) -> bool:
        """Whether the section says it in other words than the wording that it was begun with."""
        words = words_of(self.section.body)
        return place_in(words, words_of(self.version.body)) is None

    @property
    def symbol(self) -> str:
        if self.is_withdrawn:
            return "expired"
        if self.is_older:
            return "warning"
        return "under-way" if self.is_changed else "in-force"

    @property
    def said(self) -> str:
        number = {"number": self.version.number}
        if self.is_older and self.is_changed:
            said = _("an older wording, number %(number)s, in other words")
        elif self.is_older:
            said = _("an older wording, number %(number)s")
        elif self.is_changed:
            said = _("in other words")
        else:
            said = _("word for word")
        if self.is_withdrawn:
            return _("withdrawn by the county; %(said)s") % {"said": said % number}
        return said % number

    @property
    def wordings(self) -> tuple[tuple[ClauseVersion, SafeString], ...]:
        """The wording that it was begun with, and the newest."""
        return tuple((one, shown(one.body)) for one in (self.version, self.newest))


Ties = Mapping[str, Tie]
