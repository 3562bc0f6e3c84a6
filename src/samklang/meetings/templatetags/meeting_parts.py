"""The parts of a meeting’s agenda on other pages than its own: what was said, an attachment."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from samklang.common.jinja import part
from samklang.meetings.models import AgendaItem
from samklang.meetings.page import Paper
from samklang.meetings.queries import SealedPaper
from samklang.meetings.shown import PaperShown, SaidShown

register = template.Library()


@register.simple_tag(takes_context=True)
def said(context: Context, item: AgendaItem) -> SafeString:
    """Show what the minutes say of the item."""
    told = {"item": SaidShown.of(item), "may_record": context.get("may_record")}
    return part("meetings/_said_alone.html", told)


@register.simple_tag(takes_context=True)
def attached(context: Context, paper: Paper, *, is_sealed: bool = False) -> SafeString:
    """Show an attachment; of a sealed one only that it is there."""
    told = {
        "paper": str(paper) if isinstance(paper, SealedPaper) else PaperShown.of(paper),
        "may_write": context.get("may_write"),
        "is_sealed": is_sealed,
    }
    return part("meetings/_attached_alone.html", told)
