"""How a text gets its first sections: from another edition, or as its file reads."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.inventories.api import reading_folders
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.bones.rules import rules_in
from samklang.texts.forms import confirmed
from samklang.texts.models import Actor
from samklang.texts.proposing import Figures, propose
from samklang.texts.queries import TextPage


def _empty(request: ActingRequest, edition_pk: int) -> TextPage:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    require(policies.can_mark(request.acting, text.opened))
    require(policies.is_empty(text.sections))
    return text


@require_POST
@once
def begin(request: ActingRequest, edition_pk: int, earlier_pk: int) -> HttpResponse:
    """Begin with the text of an earlier edition."""
    text = _empty(request, edition_pk)
    require(policies.can_write(request.acting, text.opened))
    earlier = queries.find_beginning(request.acting, text.opened, earlier_pk)
    actions.carry_over(earlier, text.edition, by=request.acting)
    messages.success(request, _("The text is taken over. Change what is to be new."))
    return redirect("texts:read", edition_pk)


@require_http_methods(["GET", "POST"])
@once
def divide(request: ActingRequest, edition_pk: int, text_pk: int) -> HttpResponse:
    """Show what a file's text could be divided into; write down what a person has confirmed."""
    text = _empty(request, edition_pk)
    held = queries.find_text_of(text.opened, text_pk)
    rules = rules_in(reading_folders(text.edition.agreement.partnership))
    proposed = propose(held.extracted, rules, untitled=_("Before the first heading"))
    if request.method == "GET":
        context = {
            "agreement": text.edition.agreement,
            "edition": text.edition,
            "file": held.file,
            "proposed": proposed,
            "figures": Figures(proposed),
            "actors": Actor.choices,
        }
        return render(request, "texts/divide.html", context)
    sections = [one.section for one in proposed]
    actions.lay_out(text.edition, sections, confirmed(request.POST, proposed), by=request.acting)
    messages.success(request, _("The text is divided into sections."))
    return redirect("texts:read", edition_pk)
