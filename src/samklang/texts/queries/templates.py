"""Whether the template that a text was begun from has a newer version to look at."""

from __future__ import annotations

from samklang.library.api import guidance
from samklang.texts.models import Origin, Section, SetAside
from samklang.texts.queries.reading import TextPage
from samklang.texts.upgrade import Upgrade, upgrade


def template_upgrade(text: TextPage) -> Upgrade | None:
    """Return what is new since the text was begun; the caller has asked who writes it."""
    origin = Origin.objects.filter(edition=text.edition).first()
    template = guidance(text.edition.agreement.partnership.country).template
    if origin is None or template is None or template.code != origin.template:
        return None
    if template.version <= origin.version:
        return None
    rows = Section.objects.filter(edition=text.edition).exclude(template_code="")
    left = SetAside.objects.filter(edition=text.edition)
    found = upgrade(
        template,
        origin.version,
        standing=text.sections,
        had=rows.order_by().values_list("template_code", flat=True).distinct(),
        left=left.values_list("section_code", "version"),
    )
    return found if found.news else None
