"""In whose name somebody may speak of a draft: their organizations, or whom they enter for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samklang.agreements.api import Edition, OpenText
from samklang.consultations.models import Consultation, Participant
from samklang.organizations.api import Acting, Organization
from samklang.sharing.api import Opening, openings


@dataclass(frozen=True, slots=True)
class Voice:
    """An organization, as it was asked if it was, or a user organization that has no account."""

    organization: Organization | None
    participant: Participant | None

    @property
    def key(self) -> str:
        if self.organization is None:
            return f"p{self.participant.pk if self.participant else 0}"
        return f"o{self.organization.pk}"

    @property
    def name(self) -> str:
        return str(self.organization or self.participant)

    @property
    def organization_id(self) -> int | None:
        return self.organization.pk if self.organization else None


def voices(
    acting: Acting,
    opened: OpenText,
    rounds: tuple[Consultation, ...],
    *,
    writers: frozenset[int],
) -> tuple[Voice, ...]:
    """Return in whose names the user may speak of the draft now; nobody's once it is over."""
    if opened.is_decided or opened.until is None:
        return ()
    return tuple(_voices(acting, opened.edition, rounds, writers))


def _voices(
    acting: Acting,
    edition: Edition,
    rounds: tuple[Consultation, ...],
    writers: frozenset[int],
) -> Iterator[Voice]:
    asked = [one for held in rounds if held.is_open for one in held.participants.all()]
    by_organization = {one.organization_id: one for one in asked if one.organization_id}
    own = {seat.organization_id: seat.organization for seat in acting.seats}
    opened = openings(Edition.KIND, [edition.pk], to=own).of(edition.pk) if own else ()
    for pk, organization in own.items():
        participant = by_organization.get(pk)
        if pk in writers or participant or _is_open(pk, opened, rounds):
            yield Voice(organization, participant)
    if writers & acting.writes_for():
        yield from (Voice(None, one) for one in asked if one.organization_id is None)


def _is_open(pk: int, opened: tuple[Opening, ...], rounds: tuple[Consultation, ...]) -> bool:
    """Whether it is shared with the organization, and that not in a round that is closed."""
    mine = [one.until for one in opened if one.organization_id == pk]
    closed = [
        one.closed_at
        for one in rounds
        if one.closed_at and any(each.organization_id == pk for each in one.participants.all())
    ]
    return bool(mine) and all(max(mine) > moment for moment in closed)
