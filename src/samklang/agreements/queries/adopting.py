"""An edition on its way through the parties’ boards: who has decided, and what each is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import Http404

from samklang.agreements.fingerprints import fingerprint_of
from samklang.agreements.lean_rows import EditionRow
from samklang.agreements.models import Adoption, Party
from samklang.agreements.queries.dossier import Dossier, dossier
from samklang.agreements.queries.family import EditionPage
from samklang.agreements.queries.finding import find_entry
from samklang.agreements.queries.reading import is_evidence_open
from samklang.agreements.queries.recorded import edition_row
from samklang.organizations.api import Acting


@dataclass(frozen=True)
class Adopting:
    """One edition and the parties’ decisions on it, as far as the reader may know them."""

    dossier: Dossier
    page: EditionPage
    # Of the text as the reader may read it; empty if there is none in sections.
    fingerprint: str

    @property
    def day(self) -> date:
        return self.dossier.day

    @property
    def required(self) -> tuple[Party, ...]:
        return tuple(party for party in self.dossier.parties if party.required)

    @cached_property
    def row(self) -> EditionRow:
        """Count by the same rules as for the county."""
        required = [party.organization_id for party in self.required]
        held = self.page
        return edition_row(held.edition, required=required, adoptions=held.adoptions, on=self.day)

    def decision_of(self, party: Party) -> Adoption | None:
        return self.page.decision_of(party.organization_id, by=self.day)

    def is_told(self, adoption: Adoption) -> bool:
        """Whether the reader may know what the decision says of the text."""
        until = self.page.open_until
        return until is not None and adoption.recorded_at <= until

    def is_shown(self, adoption: Adoption) -> bool:
        """Whether there is something that shows the decision, and the reader may read it."""
        file, until = adoption.evidence, self.page.open_until
        if file is None or file.organization_id in self.dossier.reader_ids:
            return file is not None
        return until is not None and max(adoption.recorded_at, file.received_at) <= until

    @property
    def replaced(self) -> EditionPage | None:
        """The edition that all parties have adopted and that this one takes over from."""
        number = self.page.edition.number
        earlier = (one for one in self.dossier.editions if one.edition.number < number)
        return next((one for one in earlier if one.is_decided), None)


@dataclass(frozen=True)
class Case:
    """What one party’s board is asked to decide."""

    adopting: Adopting
    party: Party

    @property
    def others(self) -> tuple[Party, ...]:
        return tuple(one for one in self.adopting.required if one.pk != self.party.pk)

    @property
    def diary_numbers(self) -> str:
        whose = self.party.organization_id
        known = self.adopting.dossier.diary_numbers
        return ", ".join(one.number for one in known if one.organization_id == whose)

    @property
    def board(self) -> str:
        """The body that decided on this edition, else on the one before; it may be another now."""
        return next(filter(None, (one.body_name for one in self._decisions())), "")

    @property
    def is_board_from_before(self) -> bool:
        now = self.adopting.decision_of(self.party)
        return bool(self.board) and not (now and now.body_name)

    def _decisions(self) -> Iterator[Adoption]:
        held = self.adopting
        pages = (held.page, *(one for one in held.dossier.editions if one is not held.page))
        found = (page.decision_of(self.party.organization_id, by=held.day) for page in pages)
        yield from (one for one in found if one is not None)


def adopting(acting: Acting, pk: int, edition_pk: int) -> Adopting:
    """Return how the adoption of an edition goes, of an agreement that the user may see, or 404."""
    known = dossier(acting, pk, on=acting.today)
    page = next((one for one in known.editions if one.edition.pk == edition_pk), None)
    if page is None or known.agreement.undone_at is not None:
        raise Http404
    until = page.open_until
    text = "" if until is None else fingerprint_of(page.edition, until=until)
    return Adopting(known, page, text)


def case(acting: Acting, pk: int, edition_pk: int, organization_pk: int) -> Case:
    """Return what a party that must adopt is asked to decide, or answer 404."""
    held = adopting(acting, pk, edition_pk)
    for party in held.required:
        if party.organization_id == organization_pk:
            return Case(held, party)
    raise Http404


def find_adoption(acting: Acting, agreement_pk: int, pk: int) -> Adoption:
    """Return a decision that stands, of an agreement that the user may see, or answer 404."""
    found = find_entry(acting, Adoption, agreement_pk, pk)
    if found.undone_at is not None:
        raise Http404
    return found


def find_evidence(acting: Acting, agreement_pk: int, pk: int) -> Adoption:
    """Return a decision and what shows it when the user may read that, or answer 404.

    What shows a decision may tell what the text says, so the text’s own wall is around it.
    """
    visible = find_adoption(acting, agreement_pk, pk)
    shown = Adoption.objects.select_related("evidence", "edition__agreement").get(pk=visible.pk)
    if not is_evidence_open(acting, shown):
        raise Http404
    return shown
