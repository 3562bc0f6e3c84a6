"""What is new in the template that a draft was begun from, beside what the draft has there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from samklang.documents.api import shown
from samklang.library.api import Template, TemplateSection
from samklang.texts.models import Section


@dataclass(frozen=True, slots=True)
class NewInTemplate:
    """One section of the template that is new, or whose advice is."""

    told: TemplateSection
    # What the draft has of it; nothing of a section that is new.
    standing: Section | None
    # After which of the draft's sections it would come.
    after: Section | None
    is_new: bool

    @property
    def body(self) -> SafeString:
        return shown(self.standing.body if self.standing else "")


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A newer version of the template than the draft was begun from; nothing of it is pushed."""

    template: Template
    begun: int
    news: tuple[NewInTemplate, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """What the pack says of each version since."""
        return tuple(one.news for one in self.template.versions if one.number > self.begun)

    @property
    def sections(self) -> tuple[NewInTemplate, ...]:
        return tuple(one for one in self.news if one.is_new)

    @property
    def advice(self) -> tuple[NewInTemplate, ...]:
        return tuple(one for one in self.news if not one.is_new)

    def find(self, code: str) -> NewInTemplate | None:
        return next((one for one in self.news if one.told.code == code), None)


def upgrade(
    template: Template,
    begun: int,
    *,
    standing: Iterable[Section],
    had: Iterable[str],
    left: Iterable[tuple[str, int]],
) -> Upgrade:
    """Hold the template against the draft.

    `had` are the codes of all sections that it has ever had; `left` what its writers have left
    aside, in which version. A section that they have taken out is not offered again.
    """
    standing, had, left = tuple(standing), set(had), set(left)
    by_code = {one.template_code: one for one in standing if one.template_code}
    news = [
        NewInTemplate(
            one, by_code.get(one.code), place_of(one, template, standing), one.since > begun
        )
        for one in template.newer_than(begun)
        if (one.code, one.advised) not in left
    ]
    return Upgrade(
        template, begun, tuple(one for one in news if not one.is_new or one.told.code not in had)
    )


def place_of(
    new: TemplateSection, template: Template, standing: Iterable[Section]
) -> Section | None:
    """Return the section after which it belongs: the last of those that the template has before."""
    codes = [one.code for one in template.sections]
    before = set(codes[: codes.index(new.code)])
    found = [one for one in standing if one.template_code in before]
    return found[-1] if found else None
