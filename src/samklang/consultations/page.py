"""What the pages about comments and suggestions say, ready to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from samklang.consultations.lifecycle import Fate
from samklang.consultations.models import Comment, Opinion, Reply, Suggestion
from samklang.consultations.queries import Talk, is_in_closed_round
from samklang.consultations.refusals import MAY_BE_LOOKED_OVER, Refusal
from samklang.consultations.rewording import Rewording, rewording
from samklang.documents.api import shown
from samklang.organizations.api import Acting
from samklang.texts.api import Section, Shown, TextView

SYMBOLS = {
    Fate.OPEN: "no-answer",
    Fate.ACCEPTED: "in-force",
    Fate.REJECTED: "expired",
    Fate.WITHDRAWN: "missing",
}


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies; `has_changed` says that the section reads otherwise today."""

    comment: Comment
    replies: tuple[Reply, ...]
    has_changed: bool
    is_frozen: bool

    @property
    def anchor(self) -> str:
        return f"k-{self.comment.pk}"

    @property
    def symbol(self) -> str:
        if self.comment.settled_at:
            return "in-force"
        return "under-way" if self.replies else "no-answer"

    @property
    def body_then(self) -> SafeString:
        return shown(self.comment.body_then)


@dataclass(frozen=True)
class Proposed:
    """A suggestion with what it changes, and why it could not be accepted now."""

    suggestion: Suggestion
    refusal: Refusal | None

    @property
    def anchor(self) -> str:
        return f"f-{self.suggestion.pk}"

    @property
    def symbol(self) -> str:
        return SYMBOLS[Fate(self.suggestion.fate)]

    @cached_property
    def rewording(self) -> Rewording:
        return rewording(self.suggestion.wording_then, self.suggestion.wording)

    @property
    def is_open(self) -> bool:
        return self.suggestion.fate == Fate.OPEN

    @property
    def refused_because(self) -> str:
        return str(self.refusal.label) if self.refusal else ""


@dataclass(frozen=True, slots=True)
class Today:
    """What a suggestion would change in the section as it reads today."""

    seen: str
    rewording: Rewording


@dataclass(frozen=True)
class SectionTalk:
    """One section with what is said of it."""

    shown: Shown
    threads: tuple[Thread, ...]
    proposed: tuple[Proposed, ...]

    @property
    def section(self) -> Section:
        return self.shown.section

    @property
    def is_empty(self) -> bool:
        return not self.threads and not self.proposed


@dataclass(frozen=True, slots=True)
class Gone:
    """What is about sections that are no longer in the text."""

    threads: tuple[Thread, ...]
    proposed: tuple[Proposed, ...]


def thread_of(talk: Talk, one: Comment) -> Thread:
    now = talk.wordings.get(one.key)
    return Thread(
        one,
        tuple(one.replies.all()),
        has_changed=now != (one.heading_then, one.body_then),
        is_frozen=is_in_closed_round(one),
    )


def against_today(talk: Talk, one: Suggestion) -> Today | None:
    """Return the suggestion beside today's wording, when that is not what it was made of."""
    if talk.refusal_of(one) not in MAY_BE_LOOKED_OVER:
        return None
    section = talk.text.section(one.key)
    return Today(section.seen, rewording((section.heading, section.body), one.wording))


@dataclass(frozen=True)
class TalkView:
    """All that is said of a text, for one reader, in the order of the text."""

    talk: Talk
    acting: Acting
    # Only what this organization or user organization has said; "" for all.
    only: str = ""
    waits_only: bool = False

    @cached_property
    def text(self) -> TextView:
        return TextView(self.talk.text, self.acting)

    @cached_property
    def sections(self) -> tuple[SectionTalk, ...]:
        return tuple(self._of(shown) for shown in self.text.sections)

    def section(self, key: str) -> SectionTalk:
        self.talk.text.section(key)
        return next(one for one in self.sections if one.section.key == key)

    @property
    def told(self) -> tuple[SectionTalk, ...]:
        return tuple(one for one in self.sections if not one.is_empty)

    @cached_property
    def gone(self) -> Gone:
        """What was said of sections that have been taken out since: nothing is lost."""
        there = self.talk.wordings
        return Gone(
            self._threads(one for one in self.talk.comments if one.key not in there),
            self._proposed(one for one in self.talk.suggestions if one.key not in there),
        )

    @cached_property
    def editorial(self) -> tuple[Suggestion, ...]:
        """Those that change no meaning and could be accepted together."""
        return tuple(
            one
            for one in self.talk.suggestions
            if one.is_editorial and one.fate == Fate.OPEN and not self.talk.refusal_of(one)
        )

    @property
    def names(self) -> list[str]:
        """Who has said anything."""
        said: Iterable[Opinion] = (*self.talk.comments, *self.talk.suggestions)
        return sorted({one.whose for one in said})

    @property
    def counts(self) -> Iterator[str]:
        waiting = sum(one.settled_at is None for one in self.talk.comments)
        open_ones = sum(one.fate == Fate.OPEN for one in self.talk.suggestions)
        comments, suggestions = len(self.talk.comments), len(self.talk.suggestions)
        yield ngettext(
            "%(count)s comment, %(waiting)s not settled",
            "%(count)s comments, %(waiting)s not settled",
            comments,
        ) % {"count": comments, "waiting": waiting}
        yield ngettext(
            "%(count)s suggestion, %(waiting)s waiting for an answer",
            "%(count)s suggestions, %(waiting)s waiting for an answer",
            suggestions,
        ) % {"count": suggestions, "waiting": open_ones}

    def _of(self, shown: Shown) -> SectionTalk:
        key = shown.section.key
        return SectionTalk(
            shown,
            self._threads(self.talk.comments_by_key.get(key, ())),
            self._proposed(self.talk.suggestions_by_key.get(key, ())),
        )

    def _threads(self, found: Iterable[Comment]) -> tuple[Thread, ...]:
        return tuple(
            thread_of(self.talk, one)
            for one in found
            if self._is_asked_for(one, waits=one.settled_at is None)
        )

    def _proposed(self, found: Iterable[Suggestion]) -> tuple[Proposed, ...]:
        return tuple(
            Proposed(one, self.talk.refusal_of(one))
            for one in found
            if self._is_asked_for(one, waits=one.fate == Fate.OPEN)
        )

    def _is_asked_for(self, one: Opinion, *, waits: bool) -> bool:
        return (not self.only or one.whose == self.only) and (waits or not self.waits_only)
