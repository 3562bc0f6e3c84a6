"""Which of an agreement’s texts somebody may read: the boundary, asked about one or a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.agreements.models import (
    YES,
    Adoption,
    Agreement,
    Edition,
    EditionFile,
    ValidityEvent,
)
from samklang.agreements.validity import Event, Validity, validity
from samklang.agreements.walls import open_until
from samklang.documents.api import File, Text
from samklang.organizations.api import Acting
from samklang.sharing.api import WHOLE, openings, shared_with


@dataclass(frozen=True, slots=True)
class OpenText:
    """An edition as the user may read it: what was written of it by `until`, or None of it."""

    edition: Edition
    until: datetime | None
    is_decided: bool


def find_text(acting: Acting, pk: int) -> OpenText:
    """Return an edition that the user may know of, with how much of it is open, or answer 404."""
    standing = Edition.objects.standing().filter(agreement__undone_at=None)
    known = standing.filter(agreement__partnership__in=acting.partnership_ids)
    related = ("agreement__keeper", "agreement__area", "agreement__parent", "recorded_for")
    edition = get_object_or_404(known.select_related(*related, "agreement__partnership"), pk=pk)
    opened = open_text(acting, edition)
    if opened.until is None and not standing.told().filter(pk=pk).exists():
        raise Http404
    return opened


def open_text(acting: Acting, edition: Edition) -> OpenText:
    until = _open_until(acting, [edition]).get(edition.pk)
    return OpenText(edition, until, is_decided(edition, on=acting.today))


def open_texts(acting: Acting, agreements: Iterable[int]) -> list[OpenText]:
    """Return what of the agreements’ editions the user may read, the newest of each first."""
    found = Edition.objects.standing().readable_by(acting).filter(agreement__in=list(agreements))
    related = ("agreement__keeper", "agreement__area", "agreement__partnership", "recorded_for")
    editions = list(found.order_by("agreement_id", "-number").select_related(*related))
    until = _open_until(acting, editions)
    decided = decided_among(until, on=acting.today)
    return [OpenText(one, until.get(one.pk), one.pk in decided) for one in editions]


def edition_texts(edition: Edition) -> QuerySet[Text]:
    """Return the texts that were read from the edition's files; the caller has asked leave."""
    held = EditionFile.objects.filter(edition=edition).values("file")
    return Text.objects.filter(file__in=held).select_related("file").order_by("file")


def open_moments(acting: Acting) -> dict[int, datetime]:
    """Return every edition that the user may read, with up to which moment; for plain statements.

    The same boundary as `open_texts`, asked of the database; a test compares the two.
    """
    standing = Edition.objects.standing().filter(agreement__undone_at=None)
    whole = standing.whole_to(acting).order_by().values_list("pk", flat=True)
    found = dict.fromkeys(whole, WHOLE)
    shared = standing.filter(pk__in=shared_with(acting, Edition.KIND)).select_related("agreement")
    return _open_until(acting, [one for one in shared if one.pk not in found]) | found


def decided_among(pks: Iterable[int], *, on: date) -> set[int]:
    """Return those of the editions that all parties may read on the day."""
    found = Edition.objects.decided(on=on).filter(pk__in=list(pks)).order_by()
    return set(found.values_list("pk", flat=True))


def has_adoption(edition: Edition) -> bool:
    """Whether any party has said yes to the text: from then on its wording stands.

    A decision on another wording is none: the text may take that wording in, and be adopted.
    """
    return Adoption.objects.filter(YES, edition=edition).exists()


def is_readable(acting: Acting, edition: Edition) -> bool:
    """Whether the user may read the text, all of it or as it was shared with them."""
    return edition.pk in _open_until(acting, [edition])


def readable(acting: Acting, agreement: Agreement) -> list[Edition]:
    """Return those of the agreement’s editions whose texts the user may read, the newest first."""
    found = Edition.objects.standing().readable_by(acting).filter(agreement=agreement)
    return list(found.order_by("-number").select_related("agreement"))


def readable_editions(acting: Acting, pks: Iterable[int]) -> list[tuple[Edition, bool]]:
    """Return those of the editions whose texts the user may read, with whether all parties may."""
    decided = Edition.objects.decided(on=acting.today).values("pk")
    found = Edition.objects.standing().readable_by(acting).filter(pk__in=list(pks))
    told = found.filter(agreement__undone_at__isnull=True).annotate(
        for_all=ExpressionWrapper(Q(pk__in=decided), BooleanField())
    )
    rows = told.select_related("agreement__keeper", "recorded_for")
    return [(one, one.for_all) for one in rows]  # type: ignore[attr-defined]  # as annotated


def is_open_to(acting: Acting, held: EditionFile) -> bool:
    """Whether the user may read the file: with the edition’s text, or as their own file."""
    if held.file.organization_id in acting.organization_ids:
        return True
    until = _open_until(acting, [held.edition]).get(held.edition_id)
    return until is not None and held.added_at <= until


def is_evidence_open(acting: Acting, adoption: Adoption) -> bool:
    """Whether the user may read what shows the decision: with the text, or as their own file."""
    file = adoption.evidence
    if file is None or file.organization_id in acting.organization_ids:
        return file is not None
    until = _open_until(acting, [adoption.edition]).get(adoption.edition_id)
    return until is not None and max(adoption.recorded_at, file.received_at) <= until


def is_decided(edition: Edition, *, on: date) -> bool:
    """Whether all parties may read the text on the day."""
    return Edition.objects.decided(on=on).filter(pk=edition.pk).exists()


def is_in_decided_text(file: File, on: date) -> bool:
    """Whether the file is one of a text that all parties may read on the day."""
    return Edition.objects.standing().decided(on=on).filter(files__file=file).exists()


def editions(acting: Acting, agreement: Agreement) -> list[Edition]:
    """Return the agreement’s editions, the newest first; drafts of others without their labels."""
    standing = Edition.objects.standing().filter(agreement=agreement)
    own = set(standing.readable_by(acting).values_list("pk", flat=True))
    found = list(standing.order_by("-number"))
    for one in found:
        one.label = one.label if one.pk in own else ""
    return found


def known_validity(acting: Acting, agreement: Agreement) -> dict[int, Validity]:
    """Return, by edition, all that the user may know about when it is valid."""
    until = _open_until(acting, readable(acting, agreement))
    found: dict[int, list[Event]] = defaultdict(list)
    for event in ValidityEvent.objects.standing().filter(edition__in=until):
        if event.recorded_at <= until[event.edition_id]:
            found[event.edition_id].append(Event.of(event))
    return {pk: validity(held, on=date.max) for pk, held in found.items()}


def open_events(opened: OpenText) -> list[ValidityEvent]:
    """Return what is recorded of when the text holds, as far as it is open for the reader."""
    if opened.until is None:
        return []
    found = ValidityEvent.objects.standing().filter(edition=opened.edition)
    return list(found if opened.until == WHOLE else found.filter(recorded_at__lte=opened.until))


def has_a_draft_of_others(acting: Acting, agreement: Agreement) -> bool:
    """Whether there is a draft of it that the user’s organizations do not write."""
    if agreement.keeper_id in acting.organization_ids:
        return False
    found = Edition.objects.standing().filter(agreement=agreement)
    decided = Edition.objects.decided(on=acting.today).values("pk")
    own = acting.organization_ids
    return found.exclude(pk__in=decided).exclude(recorded_for__in=own).exists()


def _open_until(acting: Acting, found: list[Edition]) -> dict[int, datetime]:
    """Return up to which moment the user may read each of the editions that they may."""
    pks = [one.pk for one in found]
    shared = openings(Edition.KIND, pks, to=acting.organization_ids)
    decided = decided_among(pks, on=acting.today)
    return open_until([(one, one.pk in decided) for one in found], shared, acting=acting)
