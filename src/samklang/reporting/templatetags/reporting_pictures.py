"""Draws a report's pictures into its page, for every width that the page has."""

from __future__ import annotations

from django import template
from django.template import Context
from django.urls import reverse

from samklang.common.pictures import timeline, units
from samklang.common.pictures.svg import joined

register = template.Library()
# Beside the margin there is less room than the full page has.
BESIDE_MARGIN = 840


@register.simple_tag(takes_context=True)
def file_url(context: Context, kind: str) -> str:
    """Return where a frozen report, or the draft as it was asked for, can be taken out."""
    if context.get("report"):
        return reverse("reporting:file", args=[context["report"].pk, kind])
    return f"{reverse('reporting:draft_file', args=[kind])}?{context['form'].query}"


@register.simple_tag
def timeline_picture(shown: timeline.Timeline) -> str:
    widths = {**timeline.MARKS, BESIDE_MARGIN: timeline.MARKS[timeline.WIDE]}
    del widths[timeline.WIDE]
    return joined((timeline.draw(shown, width), marks) for width, marks in widths.items())


@register.simple_tag
def units_picture(shown: units.Units) -> str:
    return joined((units.draw(shown, width), marks) for width, marks in units.MARKS.items())
