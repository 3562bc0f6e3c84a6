"""A new local text: the agreement or its next edition, with the first sections in it."""

from __future__ import annotations

from django.db import transaction

from samklang.agreements.api import Agreement, Edition, add_edition, create
from samklang.library.api import Template
from samklang.organizations.api import Acting
from samklang.texts.actions.sections import GAP, carry_over, lay_out
from samklang.texts.models import Origin, Section


@transaction.atomic
def start_text(
    agreement: Agreement,
    edition: Edition,
    *,
    parties: list[int],
    source: Edition | Template | None,
    by: Acting,
) -> Edition:
    """Put it in the register, begun with another text or a template; all of it or nothing.

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
    if source is not None:
        _lay_out_template(edition, source, by=by)
    return edition


def _lay_out_template(edition: Edition, template: Template, *, by: Acting) -> None:
    """Write the template's headings down, and remember which version they are from."""
    sections = [
        Section(heading=one.heading, position=number * GAP, template_code=one.code)
        for number, one in enumerate(template.sections, 1)
    ]
    lay_out(edition, sections, [], by=by)
    Origin.objects.update_or_create(
        edition=edition, defaults={"template": template.code, "version": template.version}
    )
