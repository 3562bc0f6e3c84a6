"""The coverage page: sentences first, then the table, which is the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.common.words import Words, words
from samklang.texts.coverage import Coverage, Mark, Row
from samklang.texts.coverage_table import LETTERS, CoverageTable, mark_words
from samklang.texts.queries import Chain
from samklang.texts.undertakings import Group


@dataclass(frozen=True)
class CoveragePage:
    """What the page of one area shows; `shown` is what was asked for of `whole`."""

    chain: Chain
    groups: tuple[Group, ...]
    whole: Coverage
    shown: Coverage
    only_gaps: bool

    @cached_property
    def words(self) -> Words:
        return words(self.chain.text.edition.agreement.partnership)

    @property
    def title(self) -> str:
        return self.chain.text.edition.agreement.title

    @property
    def edition_id(self) -> int:
        return self.chain.text.edition.pk

    @property
    def lead(self) -> str:
        asked, held = len(self.whole.rows), self.whole.held_count
        first = ngettext(
            "%(count)s commitment in “%(title)s” needs a local answer.",
            "%(count)s commitments in “%(title)s” need a local answer.",
            asked,
        ) % {"count": asked, "title": self.title}
        second = ngettext(
            "%(count)s local text is in force to answer in.",
            "%(count)s local texts are in force to answer in.",
            held,
        ) % {"count": held}
        return f"{first} {second}"

    @property
    def unclear(self) -> Iterator[str]:
        """Say of which commitments the fault may be the regional text's own."""
        for row in self.whole.rows:
            if row.is_perhaps_unclear:
                yield _unclear(row)

    @property
    def without(self) -> str:
        """The municipalities that have no text to answer in."""
        return ", ".join(one.place.name for one in self.whole.columns if not one.has_text)

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        explained = {
            **mark_words(),
            Mark.SUSPECT: _("Suspect: the regional text has changed since"),
            Mark.NOT_APPLICABLE: _("Not applicable, with the reason"),
            Mark.NOT_JUDGED: _("Not judged, and no answer"),
        }
        return tuple((LETTERS[one], said) for one, said in explained.items())

    @property
    def table(self) -> CoverageTable:
        return CoverageTable(self.groups, self.whole, self.shown, self.only_gaps)


def _unclear(row: Row) -> str:
    said = {"number": row.undertaking.number, "name": row.only.name if row.only else ""}
    if row.only:
        return (
            _("Only %(name)s has answered %(number)s: perhaps the regional text is unclear.") % said
        )
    return _("Nobody has answered %(number)s: perhaps the regional text is unclear.") % said
