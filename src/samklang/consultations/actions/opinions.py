"""Saying something of a section, answering it, and settling it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from samklang.agreements.api import Edition, has_adoption, locked
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.consultations.lifecycle import ANSWER, LIFECYCLE, SPEAK
from samklang.consultations.models import (
    Answered,
    Comment,
    Consultation,
    Participant,
    Reply,
    Suggestion,
)
from samklang.consultations.queries import Voice
from samklang.organizations.api import Acting, Organization
from samklang.texts.api import Section, writers

_LONGEST_NAME = 255
Said = TypeVar("Said", Comment, Suggestion)


@dataclass(frozen=True, slots=True)
class Source:
    """The Word document that something was written in, who wrote it, and of which words."""

    file: str = ""
    author: str = ""
    quoted: str = ""


WRITTEN_HERE = Source()


@dataclass(frozen=True, slots=True)
class Suggested:
    """Other words for a section, as the form holds them."""

    heading: str
    body: str
    is_editorial: bool = False
    why: str = ""
    source: Source = WRITTEN_HERE


@transaction.atomic
def comment(
    section: Section, text: str, *, voice: Voice, by: Acting, source: Source = WRITTEN_HERE
) -> Comment:
    """Say something of the section as it reads for whoever says it."""
    _held_open(section.edition, voice.participant, SPEAK)
    made = Comment(text=text, quoted=source.quoted, **_came_with(source))
    return _said(made, section, "comment.made", voice=voice, by=by)


@transaction.atomic
def suggest(section: Section, suggested: Suggested, *, voice: Voice, by: Acting) -> Suggestion:
    """Suggest other words for the section; they wait until its writers have answered."""
    if (suggested.heading, suggested.body) == (section.heading, section.body):
        raise ValueError("a suggestion changes something")
    _held_open(section.edition, voice.participant, SPEAK)
    made = Suggestion(
        heading=suggested.heading,
        body=suggested.body,
        is_editorial=suggested.is_editorial,
        why=suggested.why,
        **_came_with(suggested.source),
    )
    return _said(made, section, "suggestion.made", voice=voice, by=by)


@transaction.atomic
def reply(to: Comment, text: str, *, organization: Organization, by: Acting) -> Reply:
    _held_open(to.edition, to.participant, ANSWER)
    made = Reply.objects.create(comment=to, text=text, organization=organization, made_by=by.user)
    noted("comment.replied", to, by=by, organization_id=organization.pk)
    return made


@transaction.atomic
def settle(comment: Comment, *, by: Acting, settled: bool) -> None:
    """Mark the comment as settled, or open it again; what it says stays."""
    _held_open(comment.edition, comment.participant, ANSWER)
    fresh = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if (fresh.settled_at is not None) == settled:
        raise MoveNotAllowed(f"comment {fresh.pk} is so already")
    fresh.settled_at = timezone.now() if settled else None
    fresh.settled_by = by.user if settled else None
    fresh.save(update_fields=["settled_at", "settled_by"])
    noted("comment.settled" if settled else "comment.reopened", comment, by=by)


def _came_with(source: Source) -> dict[str, str]:
    return {"word_file": source.file[:_LONGEST_NAME], "word_author": source.author[:_LONGEST_NAME]}


def held(edition: Edition) -> None:
    """Take the draft for writing; raise MoveNotAllowed when a party has adopted its wording."""
    locked(edition.agreement)
    if has_adoption(edition):
        raise MoveNotAllowed(f"edition {edition.pk} is adopted")


def _held_open(edition: Edition, participant: Participant | None, move: str) -> None:
    held(edition)
    if participant is not None:
        fresh = Consultation.objects.select_for_update().get(pk=participant.consultation_id)
        LIFECYCLE.after(move, in_state=fresh.state)


def _said(made: Said, section: Section, verb: str, *, voice: Voice, by: Acting) -> Said:
    made.edition, made.key, made.section = section.edition, section.key, section
    made.heading_then, made.body_then = section.heading, section.body
    made.organization, made.participant = voice.organization, voice.participant
    made.made_by = by.user
    made.save()
    if voice.participant is not None:
        # Whoever says something has comments, whatever they said before.
        silent = Participant.objects.filter(pk=voice.participant.pk, answered=Answered.NO_COMMENTS)
        silent.update(answered="", answered_at=None, answered_by=None)
    noted(verb, made, by=by, organization_id=voice.organization_id)
    return made


def noted(
    verb: str, about: Comment | Suggestion, *, by: Acting, organization_id: int | None = None
) -> None:
    """Write it down beside the edition: its writers are told, and nobody else."""
    edition = about.edition
    own = min(writers(edition) & by.writes_for(), default=about.organization_id)
    record(
        verb,
        edition,
        by=by.user,
        partnership_id=edition.agreement.partnership_id,
        organization_id=organization_id or own,
        edition=edition.number,
        edition_id=edition.pk,
        about=about._meta.model_name,
        about_id=about.pk,
        what=about.heading_then[:200],
    )
