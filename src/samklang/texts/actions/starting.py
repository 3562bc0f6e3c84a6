"""A new local text: the agreement or its next edition, with the first sections in it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from samklang.agreements.api import Agreement, Edition, add_edition, create
from samklang.organizations.api import Acting
from samklang.texts.actions.sections import GAP, carry_over, lay_out
from samklang.texts.models import Section


@transaction.atomic
def start_text(
    agreement: Agreement,
    edition: Edition,
    *,
    parties: list[int],
    source: Edition | Iterable[str],
    by: Acting,
) -> Edition:
    """Put it in the register, begun with another text or with headings; all of it or nothing.

    An agreement that is there already gets its next edition; a draft that is there already is
    begun where nothing is written in it.
    """
    if agreement.pk is None:
        create(agreement, edition, parties=parties, by=by)
    elif edition.pk is None:
        add_edition(agreement, edition, by=by, seen=agreement.version)
    if Section.objects.filter(edition=edition).as_of().exists():
        return edition
    if isinstance(source, Edition):
        carry_over(source, edition, by=by)
        return edition
    sections = [
        Section(heading=heading, position=number * GAP) for number, heading in enumerate(source, 1)
    ]
    lay_out(edition, sections, [], by=by)
    return edition
