"""Which texts one text can be held against."""

from __future__ import annotations

from django.db.models import Q

from samklang.agreements.api import Edition
from samklang.organizations.api import Acting
from samklang.texts.models import Section

MOST = 40


def comparable(acting: Acting, edition: Edition) -> list[Edition]:
    """Return other texts in sections that the reader may read: the work's own, its regional
    one's, and those of the same area, in that order; at most forty.
    """
    agreement = edition.agreement
    written = Section.objects.as_of().order_by().values("edition")
    found = (
        Edition.objects.standing()
        .readable_by(acting)
        .filter(pk__in=written, agreement__partnership=agreement.partnership_id)
        .filter(Q(agreement=agreement) | Q(agreement__area=agreement.area_id))
        .filter(agreement__undone_at__isnull=True)
        .exclude(pk=edition.pk)
        .select_related("agreement__keeper")
    )
    near = {agreement.pk: 0, agreement.parent_id: 1}
    texts = sorted(found, key=lambda one: (near.get(one.agreement_id, 2), str(one), -one.number))
    return texts[:MOST]
