"""A shared wording in a section: taken in where it is seen before it is saved, and never pushed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samklang.common.once import once
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, queries
from samklang.texts.forms import SectionForm
from samklang.texts.page import TextView
from samklang.texts.views.writing import clause_asked_for, editor, writable


@require_POST
def fetch_clause(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    """Show the section as it was typed with the wording after it; nothing is saved."""
    text = writable(request, edition_pk)
    section = text.section(key)
    view = TextView(text, request.acting)
    clause = clause_asked_for(text, request.POST.get("clause", ""))
    if clause is None:
        form = SectionForm(request.POST, within=text.edition.agreement.partnership_id)
        form.add_error(None, _("Choose one of the shared wordings."))
        return editor(request, view, key, form)
    form = SectionForm.typed(request.POST, clause, section=section)
    return editor(request, view, key, form, fetched=clause)


@require_POST
@once
def keep_words(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    """Let the section read as it does, whatever the newest shared wording says."""
    text = writable(request, edition_pk)
    section = text.section(key)
    tie = queries.ties([section]).get(key)
    if tie is not None and tie.is_offered:
        actions.keep_words(section, tie.newest, by=request.acting)
        messages.success(request, _("Your words stand. A later wording will be offered again."))
    return redirect("texts:read", edition_pk)
