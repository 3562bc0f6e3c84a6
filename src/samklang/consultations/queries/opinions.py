"""What was said of a draft, as far as one reader may know it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from samklang.agreements.api import Edition, has_adoption, open_text
from samklang.consultations.lifecycle import Fate
from samklang.consultations.models import (
    Comment,
    Consultation,
    Participant,
    Reply,
    Suggestion,
)
from samklang.consultations.queries.voices import Voice, voices
from samklang.consultations.refusals import Refusal, Standing, refusal
from samklang.organizations.api import Acting
from samklang.texts.api import TextPage, text_page, writers

_WHOSE = ("organization", "participant__organization", "participant__consultation", "made_by")


@dataclass(frozen=True)
class Talk:
    """A text as it is open for the reader, with what is said of it and who may say more."""

    text: TextPage
    rounds: tuple[Consultation, ...]
    voices: tuple[Voice, ...]
    comments: tuple[Comment, ...]
    suggestions: tuple[Suggestion, ...]
    writers: frozenset[int]
    is_settled: bool

    @property
    def edition(self) -> Edition:
        return self.text.edition

    @property
    def own_voices(self) -> tuple[Voice, ...]:
        """Those with an account: a reply is given in no other name."""
        return tuple(one for one in self.voices if one.organization is not None)

    @property
    def open_round(self) -> Consultation | None:
        return next((one for one in self.rounds if one.is_open), None)

    @cached_property
    def comments_by_key(self) -> Mapping[str, list[Comment]]:
        found: dict[str, list[Comment]] = defaultdict(list)
        for one in self.comments:
            found[one.key].append(one)
        return found

    @cached_property
    def suggestions_by_key(self) -> Mapping[str, list[Suggestion]]:
        found: dict[str, list[Suggestion]] = defaultdict(list)
        for one in self.suggestions:
            found[one.key].append(one)
        return found

    @cached_property
    def wordings(self) -> Mapping[str, tuple[str, str]]:
        """How each section reads, as far as it is open for the reader."""
        return {one.key: (one.heading, one.body) for one in self.text.sections}

    def refusal_of(self, one: Suggestion) -> Refusal | None:
        """Return why it cannot be accepted, as far as the reader may know the text."""
        if one.fate != Fate.OPEN:
            return None
        standing = Standing(
            self.wordings.get(one.key),
            is_closed=self.is_settled or is_in_closed_round(one),
            is_overtaken=any(_overtakes(each, one) for each in self.suggestions_by_key[one.key]),
        )
        return refusal(one.wording_then, one.wording, standing)


def _overtakes(other: Suggestion, one: Suggestion) -> bool:
    return other.decided_at is not None and (
        other.fate == Fate.ACCEPTED and other.decided_at > one.made_at
    )


def is_in_closed_round(one: Suggestion | Comment) -> bool:
    return one.participant is not None and not one.participant.consultation.is_open


def talk(acting: Acting, edition_pk: int) -> Talk:
    """Return everything said of a text that the user may read, or answer 404."""
    text = text_page(acting, edition_pk)
    edition = text.edition
    held, inside = rounds(acting, edition), writers(edition)
    own = Comment.objects.filter(edition=edition).open_to(acting, text.opened.until)
    suggested = Suggestion.objects.filter(edition=edition).open_to(acting, text.opened.until)
    return Talk(
        text=text,
        rounds=held,
        voices=voices(acting, text.opened, held, writers=inside),
        comments=tuple(_threads(own)),
        suggestions=tuple(suggested.select_related(*_WHOSE, "decided_by").distinct()),
        writers=inside,
        is_settled=text.opened.is_decided or has_adoption(edition),
    )


def _threads(found: QuerySet[Comment]) -> QuerySet[Comment]:
    replies = Reply.objects.select_related("organization", "made_by")
    return (
        found.select_related(*_WHOSE, "settled_by")
        .prefetch_related(Prefetch("replies", replies))
        .distinct()
    )


def rounds(acting: Acting, edition: Edition) -> tuple[Consultation, ...]:
    """Return the consultations of the edition that the user may know of, the newest first."""
    asked = Participant.objects.select_related("organization", "answered_by")
    found = Consultation.objects.filter(edition=edition).visible_to(acting)
    return tuple(
        found.select_related("share__organization", "closed_by").prefetch_related(
            Prefetch("participants", asked)
        )
    )


def comments_in(consultation: Consultation) -> list[Comment]:
    """Return what was said in the consultation; the caller has asked leave."""
    return list(_threads(Comment.objects.filter(participant__consultation=consultation)))


def suggestions_in(consultation: Consultation) -> list[Suggestion]:
    found = Suggestion.objects.filter(participant__consultation=consultation)
    return list(found.select_related(*_WHOSE, "decided_by"))


def find_comment(acting: Acting, edition: Edition, pk: int) -> Comment:
    until = open_text(acting, edition).until
    found = Comment.objects.filter(edition=edition).open_to(acting, until)
    return get_object_or_404(_threads(found), pk=pk)


def find_suggestion(talk: Talk, pk: int) -> Suggestion:
    return get_object_or_404(
        Suggestion.objects.select_related(*_WHOSE, "decided_by").filter(
            pk__in=[one.pk for one in talk.suggestions]
        ),
        pk=pk,
    )
