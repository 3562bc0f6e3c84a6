"""How an agreement comes into the register: as confirmed from a document, in one piece."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from samklang.agreements.actions.entering import require_decided
from samklang.agreements.actions.locking import locked, registered, written
from samklang.agreements.confirmed import ConfirmedEvent, ConfirmedFacts
from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    EditionFile,
    EventKind,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries import keeper_of
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import File
from samklang.library.api import Area
from samklang.organizations.api import Acting, Body, Organization


class FileAlreadyRegistered(MoveNotAllowed):
    """The file is in the register already, as an edition of the same agreement."""


@transaction.atomic
def register_read_agreement(facts: ConfirmedFacts, *, by: Acting) -> Edition:
    """Make the agreement, or a new edition of a known one, with all that was confirmed.

    The caller has asked `can_register`. Raises FileAlreadyRegistered when the known agreement
    already has an edition with the file, and ValueError when the facts do not belong together.
    """
    _require_one_partnership(facts)
    for adoption in facts.adoptions:
        require_decided(adoption.adopted_date, today=by.today)
    known = _known(facts)
    agreement = known or _new(facts, by=by)
    edition = _add_edition(agreement, facts, by=by)
    _add_parties(edition, facts.party_ids)
    _add_entries(agreement, edition, facts, by=by)
    verb = "agreement.edition_registered" if known else "agreement.registered"
    written(verb, agreement, by=by, edition=edition, title=agreement.title)
    return edition


def _known(facts: ConfirmedFacts) -> Agreement | None:
    if facts.known_agreement_id is None:
        return None
    known = locked(Agreement(pk=facts.known_agreement_id))
    if known.partnership_id != facts.partnership_id:
        raise ValueError(f"agreement {known.pk} belongs to another partnership")
    held = EditionFile.objects.filter(edition__agreement=known, edition__undone_at__isnull=True)
    if held.filter(file=facts.file_id).exists():
        raise FileAlreadyRegistered(f"file {facts.file_id} is an edition of {known.pk}")
    return known


def _new(facts: ConfirmedFacts, *, by: Acting) -> Agreement:
    return Agreement.objects.create(
        partnership_id=facts.partnership_id,
        level=facts.level,
        area_id=facts.area_id,
        title=facts.title,
        parent_id=facts.parent_id,
        keeper_id=facts.keeper_id or keeper_of(facts.level, facts.party_ids, by=by),
        revision_responsible=facts.revision_responsible,
    )


def _add_parties(edition: Edition, organization_ids: tuple[int, ...]) -> None:
    """Add those that are new; what was adopted without them does not wait for them now."""
    agreement = edition.agreement
    own = {"edition__agreement": agreement, "edition__undone_at__isnull": True}
    there = set(agreement.parties.values_list("organization_id", flat=True))
    decided = (
        Adoption.objects.standing().filter(**own).exists()
        or ValidityEvent.objects.standing().filter(**own, kind=EventKind.KNOWN_TO_HOLD).exists()
    )
    Party.objects.bulk_create(
        Party(agreement=agreement, organization_id=pk, required=not decided, came_with=edition)
        for pk in dict.fromkeys(organization_ids)
        if pk not in there
    )


def _add_edition(agreement: Agreement, facts: ConfirmedFacts, *, by: Acting) -> Edition:
    """A text that nobody has adopted or vouched for is known from today, as under way."""
    vouched = any(e.kind == EventKind.KNOWN_TO_HOLD for e in facts.events)
    under_way = not facts.adoptions and not vouched
    start = next(
        (e.stated.first for e in facts.events if e.kind == EventKind.STARTS and e.stated), None
    )
    edition = Edition(
        agreement=agreement,
        number=place_for(agreement, start=start),
        label=facts.version_label,
        begun_date=facts.begun_date or (by.today if under_way else None),
        stage=facts.stage,
    )
    registered(edition, by=by)
    return edition


def place_for(agreement: Agreement, *, start: date | None) -> int:
    """Return the number of a new edition, so that numbers follow time.

    An old text that is registered late goes in before the editions that started after it, and
    they move up one.
    """
    editions = list(agreement.editions.order_by("-number"))
    free = editions[0].number + 1 if editions else 1
    for edition in editions:
        if start is None or not _starts_after(edition, start):
            break
        free = edition.number
        edition.number += 1
        edition.save(update_fields=["number"])
    return free


def _starts_after(edition: Edition, day: date) -> bool:
    starts = edition.validity_events.standing().filter(kind=EventKind.STARTS)
    first = starts.order_by("-pk").values_list("first_date", flat=True).first()
    return first is not None and first > day


def _add_entries(
    agreement: Agreement, edition: Edition, facts: ConfirmedFacts, *, by: Acting
) -> None:
    ValidityEvent.objects.bulk_create(_event(edition, e, facts, by=by) for e in facts.events)
    Adoption.objects.bulk_create(
        Adoption(
            edition=edition,
            organization_id=a.organization_id,
            kind=a.kind,
            body_name=a.body_name,
            adopted_date=a.adopted_date,
            paragraph=a.paragraph,
            quote=a.quote,
            evidence_id=facts.file_id,
            recorded_by=by.user,
        )
        for a in facts.adoptions
    )
    for diary in facts.diary_numbers:
        DiaryNumber.objects.standing().get_or_create(
            agreement=agreement,
            organization_id=diary.organization_id,
            number=diary.number,
            defaults={"recorded_by": by.user, "came_with": edition},
        )
    if facts.file_id is not None:
        EditionFile.objects.create(edition=edition, file_id=facts.file_id, added_by=by.user)


def _event(
    edition: Edition, event: ConfirmedEvent, facts: ConfirmedFacts, *, by: Acting
) -> ValidityEvent:
    return ValidityEvent(
        edition=edition,
        kind=event.kind,
        first_date=event.stated.first if event.stated else None,
        last_date=event.stated.last if event.stated else None,
        years=event.years,
        decided_first_date=event.decided.first if event.decided else None,
        decided_last_date=event.decided.last if event.decided else None,
        decided_by_id=event.decided_by_id,
        quote=event.quote,
        place=event.place,
        source_note=event.source_note,
        source_file_id=facts.file_id,
        recorded_by=by.user,
    )


def _require_one_partnership(facts: ConfirmedFacts) -> None:
    """Facts come from a form: what they point at must be of the same county and fit together."""
    if not facts.party_ids:
        raise ValueError("an agreement has at least one party")
    adopting = {a.organization_id for a in facts.adoptions}
    if not adopting <= set(facts.party_ids):
        raise ValueError(f"only parties adopt, not {adopting - set(facts.party_ids)}")
    home = facts.partnership_id
    asked = {*facts.party_ids, *(d.organization_id for d in facts.diary_numbers)}
    asked |= {facts.keeper_id} if facts.keeper_id else set()
    bodies = {e.decided_by_id for e in facts.events if e.decided_by_id}
    areas = Area.objects.filter(partnership=home, pk=facts.area_id)
    parents = Agreement.objects.regional().filter(partnership=home, pk=facts.parent_id or 0)
    files = File.objects.filter(organization__partnership=home, pk=facts.file_id or 0)
    at_home = (
        Organization.objects.filter(partnership=home, pk__in=asked).count() == len(asked),
        Body.objects.filter(partnership=home, pk__in=bodies).count() == len(bodies),
        areas.exists(),
        facts.parent_id is None or parents.exists(),
        facts.file_id is None or files.exists(),
    )
    if not all(at_home):
        raise ValueError("the facts point outside their own partnership")
