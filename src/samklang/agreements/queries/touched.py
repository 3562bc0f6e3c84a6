"""Which recorded decisions have touched an agreement, or wait to do so."""

from __future__ import annotations

from samklang.agreements.models import Agreement, Edition, ValidityEvent
from samklang.agreements.queries.naming import as_named
from samklang.decisions.api import Effect
from samklang.organizations.api import Acting


def find_named(acting: Acting, pk: int) -> Agreement | None:
    """Return it as the user may call it, or nothing if they may not know of it."""
    found = Agreement.objects.visible_to(acting).filter(pk=pk).select_related("area", "keeper")
    return next(iter(as_named(acting, found)), None)


def deciding_effects(
    acting: Acting, agreement: Agreement, *, extending: str, adopting: str
) -> frozenset[int]:
    """Return the decisions whose effects name the agreement, or a text of it that one may read."""
    readable = Edition.objects.readable_by(acting).filter(agreement=agreement)
    editions = list(readable.values_list("pk", flat=True))
    extended = ValidityEvent.objects.filter(
        edition__in=editions, decision__isnull=False, undone_at__isnull=True
    )
    adopted = Effect.objects.filter(kind=adopting, asked__edition__in=editions)
    waiting = Effect.objects.filter(
        kind=extending, done_at__isnull=True, decision__partnership=agreement.partnership_id
    )
    asked = waiting.values_list("decision", "asked")
    return frozenset(
        {
            *extended.values_list("decision", flat=True),
            *adopted.values_list("decision", flat=True),
            *(pk for pk, said in asked if agreement.pk in said["agreements"]),
        }
    )
