"""An edition's text as one reader may see it: sections, commitments and answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.http import Http404

from samklang.agreements.api import Edition, OpenText, find_text
from samklang.organizations.api import Acting
from samklang.sharing.api import record_read
from samklang.texts.models import Answer, Commitment, Section, Written
from samklang.texts.queries.earlier import Earlier, look_back

Part = TypeVar("Part", bound=Written)


@dataclass(frozen=True)
class TextPage:
    """One edition's text: what of it is open for the reader, in its order."""

    opened: OpenText
    sections: tuple[Section, ...]
    commitments: tuple[Commitment, ...]
    # When it is shown as it stood on an earlier day.
    earlier: Earlier | None = None

    @property
    def stood(self) -> OpenText:
        """What of the text is shown: as it reads, or as it read."""
        return self.earlier.stood if self.earlier else self.opened

    @property
    def edition(self) -> Edition:
        return self.opened.edition

    @cached_property
    def by_section(self) -> Mapping[str, list[Commitment]]:
        found: dict[str, list[Commitment]] = defaultdict(list)
        for one in self.commitments:
            found[one.section_key].append(one)
        return found

    @property
    def done_count(self) -> int:
        return sum(one.is_done for one in self.sections)

    def section(self, key: str) -> Section:
        return _by_key(self.sections, key)

    def commitment(self, key: str) -> Commitment:
        return _by_key(self.commitments, key)


def _by_key(parts: Iterable[Part], key: str) -> Part:
    for one in parts:
        if one.key == key:
            return one
    raise Http404


def text_page(acting: Acting, edition_pk: int, *, on: date | None = None) -> TextPage:
    """Return the text as far as it is open for the reader, and write down who read a draft.

    `on` a day that has passed it is as it stood then.
    """
    opened = find_text(acting, edition_pk)
    is_past = on is not None and on < acting.today
    page = _text_on(acting, opened, on) if on and is_past else text_as_opened(opened)
    if page.sections and not opened.is_decided:
        record_read(Edition, opened.edition.pk, by=acting.user)
    return page


def _text_on(acting: Acting, opened: OpenText, on: date) -> TextPage:
    earlier = look_back(acting, opened, on=on)
    return replace(text_as_opened(earlier.stood), opened=opened, earlier=earlier)


def text_as_opened(opened: OpenText) -> TextPage:
    if opened.until is None:
        return TextPage(opened, (), ())
    return TextPage(
        opened,
        tuple(Section.objects.filter(edition=opened.edition).as_of(opened.until)),
        tuple(Commitment.objects.filter(edition=opened.edition).as_of(opened.until)),
    )


def answers(opened: OpenText) -> dict[str, Answer]:
    """Return the edition's answers to regional commitments, by the commitment's key."""
    if opened.until is None:
        return {}
    found = Answer.objects.filter(edition=opened.edition).as_of(opened.until)
    return {one.key: one for one in found}
