"""A consultation from the first letter to the last remark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from samklang.agreements.api import Conflict, Edition, locked
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.consultations.actions.opinions import held
from samklang.consultations.compiling import fingerprint, frozen
from samklang.consultations.lifecycle import CLOSE, EXTEND, HAND_IN, LIFECYCLE, REMARK
from samklang.consultations.models import Answered, Consultation, Participant, Remark
from samklang.consultations.queries import compilation_now
from samklang.organizations.api import Acting
from samklang.sharing.api import Offer, Terms, share
from samklang.texts.api import writers


@dataclass(frozen=True, slots=True)
class UserOrganization:
    """Somebody without an account who is asked: by name, and whom one talks to there."""

    name: str
    contact_role: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """How a consultation is held, as the form holds it."""

    terms: Terms
    deadline_date: date
    sees_each_other: bool = False
    user_organizations: tuple[UserOrganization, ...] = ()


@transaction.atomic
def open_round(offer: Offer, asked: Round, *, by: Acting, seen: int) -> Consultation:
    """Share the draft, as it was seen, and ask for answers: both, or none of it."""
    made = share(offer, asked.terms, by=by, seen=seen)
    edition = offer.thing
    if not isinstance(edition, Edition):
        raise TypeError(f"{edition!r} is no edition")
    held(edition)
    if Consultation.objects.filter(edition=edition).open().exists():
        raise MoveNotAllowed(f"edition {edition.pk} is on consultation already")
    consultation = Consultation.objects.create(
        edition=edition,
        share=made,
        deadline_date=asked.deadline_date,
        sees_each_other=asked.sees_each_other,
    )
    participants = [
        *(
            Participant(consultation=consultation, organization=one)
            for one in asked.terms.receivers
        ),
        *(
            Participant(consultation=consultation, name=one.name, contact_role=one.contact_role)
            for one in asked.user_organizations
        ),
    ]
    for one in participants:
        one.save()
    _record("consultation.opened", consultation, by=by, what=", ".join(map(str, participants)))
    return consultation


@transaction.atomic
def hand_in(participant: Participant, answered: str, *, by: Acting) -> Participant:
    """Say what they answer as a whole; until it is closed they may say otherwise."""
    consultation = _locked(participant.consultation)
    LIFECYCLE.after(HAND_IN, in_state=consultation.state)
    participant.answered = Answered(answered)
    participant.answered_at, participant.answered_by = timezone.now(), by.user
    participant.save(update_fields=["answered", "answered_at", "answered_by"])
    said = f"{participant}: {Answered(answered).label}"
    _record("consultation.answered", consultation, by=by, what=said)
    return participant


@transaction.atomic
def extend(consultation: Consultation, deadline_date: date, *, by: Acting) -> Consultation:
    fresh = _locked(consultation)
    fresh.state = LIFECYCLE.after(EXTEND, in_state=fresh.state)
    fresh.deadline_date = deadline_date
    fresh.save(update_fields=["state", "deadline_date"])
    _record("consultation.extended", fresh, by=by, what=deadline_date.isoformat())
    return fresh


@transaction.atomic
def close(consultation: Consultation, *, by: Acting, seen: str) -> Consultation:
    """Freeze all that was said, as the writer saw it; nothing in it changes from now on."""
    fresh = _locked(consultation)
    state = LIFECYCLE.after(CLOSE, in_state=fresh.state)
    written = frozen(compilation_now(fresh))
    if fingerprint(written) != seen:
        raise Conflict(f"something was said in consultation {fresh.pk} after it was looked at")
    fresh.state, fresh.compilation, fresh.sha256 = state, written, fingerprint(written)
    fresh.closed_at, fresh.closed_by = timezone.now(), by.user
    fresh.save(update_fields=["state", "compilation", "sha256", "closed_at", "closed_by"])
    _record("consultation.closed", fresh, by=by, sha256=fresh.sha256)
    return fresh


@transaction.atomic
def remark(consultation: Consultation, text: str, *, by: Acting) -> Remark:
    """Write something down about what is frozen: a new entry with its day."""
    fresh = _locked(consultation)
    LIFECYCLE.after(REMARK, in_state=fresh.state)
    made = Remark.objects.create(consultation=fresh, text=text, made_by=by.user)
    _record("consultation.remarked", fresh, by=by)
    return made


def _locked(consultation: Consultation) -> Consultation:
    locked(consultation.edition.agreement)
    found = Consultation.objects.select_for_update(of=("self",)).select_related(
        "edition__agreement__keeper", "share"
    )
    return found.get(pk=consultation.pk)


def _record(verb: str, consultation: Consultation, *, by: Acting, **details: str) -> None:
    edition = consultation.edition
    own: Iterable[int] = writers(edition) & by.writes_for() or by.writes_for()
    record(
        verb,
        edition,
        by=by.user,
        partnership_id=edition.agreement.partnership_id,
        organization_id=min(own, default=None),
        edition=edition.number,
        edition_id=edition.pk,
        consultation=consultation.pk,
        **details,
    )
