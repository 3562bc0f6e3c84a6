"""What is new in the template of a draft: looked at, taken in one by one, or left aside."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samklang.common.once import once
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, queries
from samklang.texts.page import TextView
from samklang.texts.queries import TextPage
from samklang.texts.upgrade import NewInTemplate, Upgrade
from samklang.texts.views.writing import writable


@require_GET
def template_news(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = writable(request, edition_pk)
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "upgrade": queries.template_upgrade(text),
    }
    return render(request, "texts/template_news.html", context)


def _asked_for(text: TextPage, code: str) -> tuple[Upgrade, NewInTemplate]:
    found = queries.template_upgrade(text)
    one = found.find(code) if found else None
    if found is None or one is None:
        raise Http404
    return found, one


@require_POST
@once
def take_in(request: ActingRequest, edition_pk: int, code: str) -> HttpResponse:
    """Add one section; its words are written on the next page."""
    text = writable(request, edition_pk)
    found, one = _asked_for(text, code)
    if not one.is_new:
        raise Http404
    made = actions.take_in(text.edition, one.told, found.template, by=request.acting)
    messages.success(request, _("The section is added. Write what is to stand in it."))
    return redirect("texts:write", edition_pk, made.key)


@require_POST
@once
def set_aside(request: ActingRequest, edition_pk: int, code: str) -> HttpResponse:
    text = writable(request, edition_pk)
    _found, one = _asked_for(text, code)
    actions.set_aside(text.edition, one.told, by=request.acting)
    messages.success(request, _("It is left aside, and comes back only if the template changes."))
    return redirect("texts:template_news", edition_pk)
