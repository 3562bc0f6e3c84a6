"""The pages that show a text."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.common.policy import require
from samklang.organizations.api import ActingRequest
from samklang.texts import policies, queries
from samklang.texts.page import TextView


@require_GET
def read(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    is_empty = not text.sections
    may_lay_out = policies.can_lay_out(request.acting, text.opened, is_empty=is_empty)
    may_begin = is_empty and may_lay_out
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "may_write": policies.can_write(request.acting, text.opened),
        "may_lay_out": may_lay_out,
        "answers": queries.answers(text.opened).values(),
        "beginnings": queries.beginnings(request.acting, text.opened) if may_begin else None,
    }
    return render(request, "texts/read.html", context)
