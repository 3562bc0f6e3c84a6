"""The pages that show a text."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.agreements.api import edition_in_force
from samklang.common.chosen_day import ChosenDay, chosen_day
from samklang.common.policy import Verdict, require
from samklang.library.api import can_write_clauses
from samklang.organizations.api import ActingRequest
from samklang.texts import policies, queries
from samklang.texts.clause_words import Ties
from samklang.texts.looking_back import Look
from samklang.texts.page import TextView
from samklang.texts.promises import promises
from samklang.texts.queries import TextPage
from samklang.texts.queries.beginning import Beginnings


def _beginnings(request: ActingRequest, text: TextPage, may_write: Verdict) -> Beginnings:
    """Return what the text can begin with: an adopted one only as its own file reads."""
    found = queries.beginnings(request.acting, text.opened)
    return found if may_write else replace(found, editions=())


def _look(request: ActingRequest, text: TextPage, day: ChosenDay) -> Look:
    """Return the day that is looked at; which edition was in force is asked of other days alone."""
    agreement = text.edition.agreement
    held = None if day.is_today else edition_in_force(request.acting, agreement, on=day.on)
    return Look(day, text, held)


def _ties(text: TextPage) -> Ties:
    """What a text shares with others is told of it as it reads, not as it read once."""
    return {} if text.earlier else queries.ties(text.sections)


def _may_lend(request: ActingRequest, text: TextPage) -> bool:
    """Whether the reader may make a shared wording of a section of what is shown."""
    home_id = text.edition.agreement.partnership_id
    may = policies.can_lend(text.opened) and can_write_clauses(request.acting, home_id)
    return bool(may) and not text.earlier


@require_GET
def read(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """The text as it reads, or as it read on the day that is asked for."""
    day = chosen_day(request.GET, today=request.acting.today)
    text = queries.text_page(request.acting, edition_pk, on=day.on)
    require(policies.can_read(text.opened))
    is_empty = not text.sections
    may_write = policies.can_write(request.acting, text.opened)
    may_mark = policies.can_mark(request.acting, text.opened)
    may_begin = is_empty and may_mark and not text.earlier
    context = {
        "view": TextView(text, request.acting, _ties(text)),
        "agreement": text.edition.agreement,
        "look": _look(request, text, day),
        "may_write": may_write and not text.earlier,
        "may_mark": may_mark,
        "first": promises(text, request.acting),
        "upgrade": queries.template_upgrade(text) if may_write and not text.earlier else None,
        "may_lend": _may_lend(request, text),
        "beginnings": _beginnings(request, text, may_write) if may_begin else None,
    }
    return render(request, "texts/read.html", context)
