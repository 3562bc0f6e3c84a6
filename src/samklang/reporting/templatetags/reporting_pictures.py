"""Draws a report's pictures into its page, for every width that the page has."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from samklang.common.pictures import timeline, units
from samklang.common.pictures.svg import joined

register = template.Library()
# Beside the margin there is less room than the full page has.
BESIDE_MARGIN = 840


@register.simple_tag
def timeline_picture(shown: timeline.Timeline) -> SafeString:
    widths = {**timeline.MARKS, BESIDE_MARGIN: timeline.MARKS[timeline.WIDE]}
    del widths[timeline.WIDE]
    return joined((timeline.draw(shown, width), marks) for width, marks in widths.items())


@register.simple_tag
def units_picture(shown: units.Units) -> SafeString:
    return joined((units.draw(shown, width), marks) for width, marks in units.MARKS.items())
