"""What the page about a Word document that came back says, ready to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.consultations.actions import Commented, Source, Suggested, Taken
from samklang.consultations.page import TalkView
from samklang.consultations.queries import against
from samklang.consultations.receiving import Received
from samklang.consultations.returned import ReadSuggestion, Returned, returned
from samklang.inventories.api import warning_sentence


@dataclass(frozen=True)
class ReturnedView:
    """One document, held against the text as it is open for the reader."""

    view: TalkView
    received: Received

    @cached_property
    def returned(self) -> Returned:
        return returned(self.received.word, against(self.view.talk, self.view.text.sections))

    @property
    def seen(self) -> str:
        """Name the text that it is held against, so that a later one is noticed."""
        states = (one.section.seen for one in self.view.text.sections)
        return sha256(" ".join(states).encode()).hexdigest()

    @property
    def counts(self) -> Iterator[str]:
        suggestions = sum(one.suggestion is not None for one in self.returned.sections)
        comments = sum(len(one.comments) for one in self.returned.sections)
        yield ngettext("%(count)d suggestion", "%(count)d suggestions", suggestions) % {
            "count": suggestions
        }
        yield ngettext("%(count)d comment", "%(count)d comments", comments) % {"count": comments}
        if left := len(self.returned.unplaced):
            yield ngettext(
                "%(count)d thing that belongs to no section",
                "%(count)d things that belong to no section",
                left,
            ) % {"count": left}

    @property
    def cautions(self) -> Iterator[str]:
        """Say what is peculiar about the document itself."""
        yield from filter(None, map(warning_sentence, self.received.word.warnings))
        if not any(one.key for one in self.received.word.text):
            yield _(
                "The document has none of the marks that Samklang puts at each section. The "
                "sections were found by their headings: look that everything is in its place."
            )

    @property
    def sections(self) -> dict[str, str]:
        """The title of each section where something can be placed, by its key."""
        return {one.section.key: one.title for one in self.view.text.sections}

    def placed(self, places: Mapping[str, str]) -> Iterator[Taken]:
        """Return what somebody has put at a section by hand: a comment there."""
        bases = {one.section.key: one.section for one in self.view.text.sections}
        for mark, one in self.returned.lost.items():
            if mark in places:
                source = Source(self.received.name, one.author, one.about)
                yield Taken(bases[places[mark]], Commented(one.comment, source))

    def taken(self, marks: Iterable[str]) -> Iterator[Taken]:
        """Return what was chosen, in the order of the text."""
        chosen = set(marks)
        for mark, one in self.returned.read.items():
            if mark not in chosen:
                continue
            if isinstance(one, ReadSuggestion):
                source = Source(self.received.name, one.author)
                yield Taken(one.base, Suggested(one.heading, one.body, source=source))
            else:
                source = Source(self.received.name, one.author, one.about)
                yield Taken(one.base, Commented(one.text, source))
