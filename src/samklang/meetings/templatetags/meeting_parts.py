"""The parts of a meeting’s agenda on other pages than its own: what was said, an attachment."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from samklang.common.jinja import part
from samklang.meetings.models import AgendaItem
from samklang.meetings.page import Paper

register = template.Library()


@register.simple_tag(takes_context=True)
def said(context: Context, item: AgendaItem) -> SafeString:
    """Show what the minutes say of the item."""
    return part(
        "meetings/_said_alone.html", {"item": item, "may_record": context.get("may_record")}
    )


@register.simple_tag(takes_context=True)
def attached(context: Context, paper: Paper, *, is_sealed: bool = False) -> SafeString:
    """Show an attachment; of a sealed one only that it is there."""
    told = {name: context.get(name) for name in ("meeting", "may_write")}
    return part("meetings/_attached_alone.html", {**told, "paper": paper, "is_sealed": is_sealed})
