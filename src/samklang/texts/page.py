"""What the pages of one text say, ready to show: no computation is left to templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samklang.common.words import Words, words
from samklang.documents.api import shown
from samklang.organizations.api import Acting
from samklang.sharing.api import shares_of
from samklang.texts.clause_words import Tie, Ties
from samklang.texts.models import Section
from samklang.texts.numbering import numbered
from samklang.texts.queries import TextPage, writers
from samklang.texts.undertakings import Undertaking, undertakings

PRESENT = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as the reading page and the list beside the editor show it."""

    section: Section
    number: str
    undertakings: tuple[Undertaking, ...] = ()
    # The shared wording that it was begun with.
    tie: Tie | None = None

    @property
    def anchor(self) -> str:
        return f"a-{self.section.key}"

    @property
    def title(self) -> str:
        return f"{self.number} {self.section.heading}".strip()

    @property
    def body(self) -> SafeString:
        return shown(self.section.body)

    @property
    def symbol(self) -> str:
        if self.section.is_done:
            return "in-force"
        return "under-way" if self.section.body else "missing"

    @property
    def said(self) -> str:
        """How far it has come."""
        if self.section.is_done:
            return _("done")
        return _("begun") if self.section.body else _("not begun")


@dataclass(frozen=True)
class TextView:
    """One text for one reader."""

    text: TextPage
    acting: Acting
    ties: Ties = field(default_factory=dict)

    @property
    def home_id(self) -> int:
        """The county that the text belongs to."""
        return self.text.edition.agreement.partnership_id

    @cached_property
    def words(self) -> Words:
        return words(self.text.edition.agreement.partnership)

    @cached_property
    def sections(self) -> tuple[Shown, ...]:
        held = self.text.by_section
        return tuple(
            Shown(
                one,
                number,
                undertakings(number, one, held.get(one.key, ())),
                self.ties.get(one.key),
            )
            for number, one in numbered(self.text.sections)
        )

    def shown(self, key: str) -> Shown:
        self.text.section(key)
        return next(one for one in self.sections if one.section.key == key)

    @cached_property
    def following(self) -> Mapping[str, Shown]:
        """The section after each, by the key of the one before."""
        return {
            one.section.key: two for one, two in zip(self.sections, self.sections[1:], strict=False)
        }

    @cached_property
    def is_written_here(self) -> bool:
        """Whether the reader's organization writes it, alone or together with others."""
        return bool(writers(self.text.edition) & self.acting.organization_ids)

    @property
    def seen_by(self) -> str:
        """Say which organizations see the draft."""
        edition = self.text.edition
        own = [edition.agreement.keeper, edition.recorded_for]
        shared = shares_of(type(edition).KIND, [edition.pk])
        given = [to.organization for one in shared for to in one.recipients.all() if to.stands]
        names = dict.fromkeys(str(one) for one in (*own, *given) if one)
        return ", ".join(names)

    @property
    def present(self) -> Iterator[str]:
        """Say who else has written in the last minutes, and where."""
        since = timezone.now() - PRESENT
        for one in self.sections:
            row = one.section
            if row.rewritten_at >= since and row.saved_by_id not in {None, self.acting.user.pk}:
                yield _("%(name)s (%(organization)s) is writing in section %(number)s") % {
                    "name": row.saved_by,
                    "organization": row.saved_for.short_name if row.saved_for else "",
                    "number": one.number,
                }
