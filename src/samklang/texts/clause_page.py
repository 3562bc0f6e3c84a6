"""What the pages of shared clauses say, ready to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samklang.audit.api import Entry
from samklang.documents.api import shown
from samklang.library.api import Clause, ClauseVersion
from samklang.texts.queries import Use

_SAYINGS: dict[str, Promise] = {
    "clause.added": gettext_lazy("Added the shared wording “%(what)s”"),
    "clause.described": gettext_lazy("Changed what it is for or which areas it suits"),
    "clause.withdrawn": gettext_lazy("Withdrew it: %(reason)s"),
    "clause.brought_back": gettext_lazy("Brought it back, so that texts are offered it again"),
    "clause.reworded": gettext_lazy("Gave it wording %(number)s"),
}


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause in the list, with where the reader sees it used."""

    clause: Clause
    uses: tuple[Use, ...] = ()

    @property
    def body(self) -> SafeString:
        return shown(self.clause.newest.body)

    @property
    def areas(self) -> str:
        names = ", ".join(one.short_name for one in self.clause.areas.all())
        return names or _("All areas")

    @property
    def used(self) -> str:
        count = len({one.opened.edition.pk for one in self.uses})
        if not count:
            return _("In no text that you see")
        said = ngettext("In %(count)s text that you see", "In %(count)s texts that you see", count)
        return said % {"count": count}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One wording of a clause, as it was decided."""

    version: ClauseVersion

    @property
    def body(self) -> SafeString:
        return shown(self.version.body)

    @property
    def origin(self) -> str:
        """Say where the wording is from."""
        if self.version.pack_number is not None:
            return _("From what the county was given to begin with")
        return self.version.source

    @property
    def writer(self) -> str:
        one = self.version
        home = one.saved_for.short_name if one.saved_for else ""
        return f"{one.saved_by} ({home})" if one.saved_by and home else str(one.saved_by or "")


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a clause's history."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class ClausePage:
    row: ClauseRow
    entries: tuple[Entry, ...]

    @property
    def newest(self) -> VersionRow:
        return VersionRow(self.row.clause.newest)

    @property
    def earlier(self) -> tuple[VersionRow, ...]:
        return tuple(VersionRow(one) for one in self.row.clause.versions.all()[1:])

    @property
    def history(self) -> Iterable[Told]:
        for one in self.entries:
            said = _SAYINGS.get(one.verb)
            if said:
                yield Told(
                    one.happened_at, str(one.actor or _("The system")), str(said) % one.details
                )
