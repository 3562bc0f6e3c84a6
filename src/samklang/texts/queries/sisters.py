"""The county's regional texts beside each other, as far as one reader may read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404
from django.utils.translation import get_language

from samklang.agreements.api import Agreement, Edition, OpenText, open_texts, regional_ones
from samklang.documents.api import passages
from samklang.inventories.api import reading_folders
from samklang.library.api import law_text
from samklang.organizations.api import Acting, Partnership
from samklang.sharing.api import record_read
from samklang.texts.harmony import (
    Difference,
    Harmony,
    Part,
    SisterText,
    Understanding,
    harmonise,
    harmony_rules_in,
)
from samklang.texts.models import MeantDifference, Section
from samklang.texts.numbering import numbered


@dataclass(frozen=True)
class Sisters:
    """The texts with sections, how they differ on a day, and which differences are meant."""

    partnership: Partnership
    agreements: tuple[Agreement, ...]
    texts: tuple[tuple[OpenText, tuple[Section, ...]], ...]
    on: date
    meant: Mapping[str, MeantDifference]

    @cached_property
    def harmony(self) -> Harmony:
        language = (get_language() or "").split("-")[0]
        law = law_text(self.partnership.country, language)
        rules = harmony_rules_in(reading_folders(self.partnership))
        titles = [one.title for one in self.agreements if one.title]
        return harmonise(
            (_sister(opened, sections) for opened, sections in self.texts),
            Understanding(rules, law, on=self.on),
            titles=titles,
        )

    @cached_property
    def by_code(self) -> Mapping[str, OpenText]:
        return {_code(opened): opened for opened, _sections in self.texts}

    @cached_property
    def sections(self) -> Mapping[tuple[str, str], Section]:
        """Each section by its text’s code and its own key: a text that began as another’s copy
        has the other’s keys.
        """
        return {
            (_code(opened), one.key): one for opened, sections in self.texts for one in sections
        }

    def difference(self, fingerprint: str) -> Difference:
        for one in self.harmony.differences:
            if one.fingerprint == fingerprint:
                return one
        raise Http404


def sisters(acting: Acting, partnership: Partnership, *, on: date) -> Sisters:
    """Return the newest text with sections of each regional agreement that the user may read.

    Who read a draft is written down, as when it is read alone.
    """
    agreements = regional_ones(acting, partnership.pk)
    opened = open_texts(acting, [one.pk for one in agreements])
    until = {one.edition.pk: one.until for one in opened if one.until is not None}
    found: dict[int, list[Section]] = defaultdict(list)
    for section in Section.objects.as_opened(until):
        found[section.edition_id].append(section)
    texts = tuple(_newest(opened, found))
    for one, _sections in texts:
        if not one.is_decided:
            record_read(Edition, one.edition.pk, by=acting.user)
    meant = MeantDifference.objects.standing().filter(partnership=partnership)
    by_fingerprint = {one.fingerprint: one for one in meant.select_related("marked_by")}
    return Sisters(partnership, tuple(agreements), texts, on, by_fingerprint)


def _newest(
    opened: Iterable[OpenText], found: Mapping[int, list[Section]]
) -> Iterable[tuple[OpenText, tuple[Section, ...]]]:
    taken: set[int] = set()
    for one in opened:
        sections = found.get(one.edition.pk)
        if sections and one.edition.agreement_id not in taken:
            taken.add(one.edition.agreement_id)
            yield one, tuple(sections)


def _code(opened: OpenText) -> str:
    return f"{opened.edition.agreement_id:09}"


def _sister(opened: OpenText, sections: Iterable[Section]) -> SisterText:
    """Say what of a text is its own: its title, and its area and whom that is for."""
    agreement = opened.edition.agreement
    area = agreement.area
    own = (agreement.title, area.name, area.short_name, area.target_group.rstrip(". "))
    parts = (
        Part(one.key, one.heading, passages(one.body), number, one.level)
        for number, one in numbered(sections)
    )
    return SisterText(_code(opened), tuple(parts), tuple(filter(None, own)))
