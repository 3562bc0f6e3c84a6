"""What becomes of a suggestion: taken into the text, rejected with a reason, or withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from samklang.common.lifecycle import MoveNotAllowed
from samklang.consultations.actions.opinions import held, noted
from samklang.consultations.lifecycle import (
    ACCEPT,
    REJECT,
    SUGGESTING,
    WITHDRAW,
    Fate,
)
from samklang.consultations.models import Suggestion
from samklang.consultations.queries import is_in_closed_round
from samklang.consultations.refusals import (
    MAY_BE_LOOKED_OVER,
    Refusal,
    Standing,
    refusal,
)
from samklang.organizations.api import Acting
from samklang.texts.api import Section, write


class Refused(MoveNotAllowed):
    """The suggestion cannot be accepted as it is; `why` says so in words."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def accept(suggestion: Suggestion, *, by: Acting, over: str = "") -> Suggestion:
    """Write the suggested words into the section.

    `over` names the state of the section that the writer has looked at beside the suggestion,
    when it is not the one that the suggestion was made of.
    """
    held(suggestion.edition)
    fresh = _locked(suggestion)
    fate = SUGGESTING.after(ACCEPT, in_state=fresh.fate)
    section = _standing_section(fresh)
    why = _refusal(fresh, section)
    if section is None or (why and not _is_looked_over(why, section, over)):
        raise Refused(why or Refusal.GONE)
    section.heading, section.body = fresh.heading, fresh.body
    fresh.became = write(section, by=by, seen=section.seen)
    return _decided(fresh, fate, "suggestion.accepted", by=by)


@transaction.atomic
def accept_editorial(
    suggestions: Iterable[Suggestion], *, by: Acting
) -> tuple[list[Suggestion], list[Suggestion]]:
    """Accept those that change no meaning and can be accepted; return those, and the rest."""
    accepted, left = [], []
    for one in suggestions:
        if not one.is_editorial or one.fate != Fate.OPEN:
            continue
        try:
            accepted.append(accept(one, by=by))
        except MoveNotAllowed:
            left.append(one)
    return accepted, left


@transaction.atomic
def reject(suggestion: Suggestion, *, reason: str, by: Acting) -> Suggestion:
    """Say no, and why; the suggestion stays in the history."""
    held(suggestion.edition)
    fresh = _locked(suggestion)
    if is_in_closed_round(fresh):
        raise Refused(Refusal.CLOSED)
    fresh.reason = reason
    fate = SUGGESTING.after(REJECT, in_state=fresh.fate)
    return _decided(fresh, fate, "suggestion.rejected", by=by)


@transaction.atomic
def withdraw(suggestion: Suggestion, *, by: Acting) -> Suggestion:
    held(suggestion.edition)
    fresh = _locked(suggestion)
    if is_in_closed_round(fresh):
        raise Refused(Refusal.CLOSED)
    fate = SUGGESTING.after(WITHDRAW, in_state=fresh.fate)
    return _decided(fresh, fate, "suggestion.withdrawn", by=by)


def _locked(suggestion: Suggestion) -> Suggestion:
    found = Suggestion.objects.select_for_update(of=("self",)).select_related(
        "edition__agreement", "participant__consultation"
    )
    return found.get(pk=suggestion.pk)


def _standing_section(suggestion: Suggestion) -> Section | None:
    standing = Section.objects.filter(edition=suggestion.edition).as_of()
    return standing.filter(key=suggestion.key).first()


def _refusal(suggestion: Suggestion, section: Section | None) -> Refusal | None:
    since = Suggestion.objects.filter(
        edition=suggestion.edition,
        key=suggestion.key,
        fate=Fate.ACCEPTED,
        decided_at__gt=suggestion.made_at,
    )
    standing = Standing(
        (section.heading, section.body) if section else None,
        is_closed=is_in_closed_round(suggestion),
        is_overtaken=since.exists(),
    )
    return refusal(suggestion.wording_then, suggestion.wording, standing)


def _is_looked_over(why: Refusal, section: Section, over: str) -> bool:
    return why in MAY_BE_LOOKED_OVER and over == section.seen


def _decided(suggestion: Suggestion, fate: str, verb: str, *, by: Acting) -> Suggestion:
    suggestion.fate, suggestion.decided_at, suggestion.decided_by = fate, timezone.now(), by.user
    suggestion.save(update_fields=["fate", "decided_at", "decided_by", "reason", "became"])
    noted(verb, suggestion, by=by)
    return suggestion
