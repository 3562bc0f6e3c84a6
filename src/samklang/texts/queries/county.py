"""All texts of a county that a reader may read as they stand now."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from samklang.agreements.api import Edition
from samklang.organizations.api import Acting
from samklang.texts.models import Commitment, Section


@dataclass(frozen=True, slots=True)
class CountyTexts:
    """The newest text in sections of each agreement, with its parts; four statements."""

    editions: tuple[Edition, ...]
    sections: tuple[Section, ...]
    commitments: tuple[Commitment, ...]
    # Of these a text is decided; the others are drafts, of which it is told who reads them.
    decided: frozenset[int]


def county_texts(acting: Acting) -> CountyTexts:
    """Return decided texts, and drafts that the reader's own organizations write."""
    own = acting.organization_ids
    decided = Edition.objects.decided(on=acting.today)
    found = (
        Edition.objects.standing()
        .filter(pk__in=Section.objects.as_of().order_by().values("edition"))
        .filter(agreement__partnership__in=acting.partnership_ids, agreement__undone_at=None)
        .filter(
            Q(pk__in=decided.values("pk")) | Q(agreement__keeper__in=own) | Q(recorded_for__in=own)
        )
        .select_related("agreement__keeper", "agreement__area")
        .order_by("agreement__level", "agreement__title", "agreement", "-number")
    )
    newest = {one.agreement_id: one for one in reversed(found)}
    editions = tuple(one for one in found if newest[one.agreement_id] == one)
    newest_ids = [one.pk for one in editions]
    return CountyTexts(
        editions,
        tuple(Section.objects.filter(edition__in=editions).as_of()),
        tuple(Commitment.objects.filter(edition__in=editions).as_of()),
        frozenset(decided.filter(pk__in=newest_ids).values_list("pk", flat=True)),
    )
