"""What the writers do with what is new in the template that their text was begun from."""

from __future__ import annotations

from django.db import transaction

from samklang.agreements.api import Edition, has_adoption, locked
from samklang.common.lifecycle import MoveNotAllowed
from samklang.library.api import Template, TemplateSection
from samklang.organizations.api import Acting
from samklang.texts.actions.sections import add_section
from samklang.texts.actions.writing import told_of_text
from samklang.texts.models import Section, SetAside
from samklang.texts.upgrade import place_of


@transaction.atomic
def take_in(edition: Edition, new: TemplateSection, template: Template, *, by: Acting) -> Section:
    """Add the section in its place, with its heading and nothing else.

    Raises MoveNotAllowed when the text has had it already.
    """
    locked(edition.agreement)
    if Section.objects.filter(edition=edition, template_code=new.code).exists():
        raise MoveNotAllowed(f"edition {edition.pk} has had {new.code}")
    made = Section(edition=edition, heading=new.heading, template_code=new.code)
    standing = Section.objects.filter(edition=edition).as_of()
    return add_section(made, after=place_of(new, template, standing), by=by)


@transaction.atomic
def set_aside(edition: Edition, one: TemplateSection, *, by: Acting) -> None:
    """Remember that the section is not for this text, until the template says it anew."""
    locked(edition.agreement)
    if has_adoption(edition):
        raise MoveNotAllowed(f"a party has adopted edition {edition.pk}")
    organization = by.organization
    _row, is_new = SetAside.objects.get_or_create(
        edition=edition,
        section_code=one.code,
        version=one.advised,
        defaults={"said_by": by.user, "said_for": organization},
    )
    if is_new:
        told_of_text("text.template_left", edition, by=by, what=one.heading, key=one.code)
