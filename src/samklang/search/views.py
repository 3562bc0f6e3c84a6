"""The page of searching."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.inventories.api import reading_folders
from samklang.organizations.api import ActingRequest
from samklang.search import queries
from samklang.search.allowing import WAIT, searching
from samklang.search.analysis import analysis_in
from samklang.search.forms import SearchForm, kind_and_page
from samklang.search.page import search_page
from samklang.search.question import question


@require_GET
def search(request: ActingRequest) -> HttpResponse:
    acting, form = request.acting, SearchForm(request.GET)
    if not form.is_valid():
        return _answered(request, HTTPStatus.UNPROCESSABLE_ENTITY, form=form)
    if form.asked and not searching.may(acting.user.pk):
        answer = _answered(request, HTTPStatus.TOO_MANY_REQUESTS, form=form, too_often=True)
        answer["Retry-After"] = str(WAIT)
        return answer
    kind, number = kind_and_page(request.GET)
    analysis = analysis_in(reading_folders(acting.partnership))
    asked = question(form.asked, analysis)
    found = queries.find(acting, asked, analysis, kind=kind, page=number)
    page = search_page(acting, form.asked, asked, found)
    return _answered(request, HTTPStatus.OK, form=form, page=page)


def _answered(request: ActingRequest, status: HTTPStatus, **context: Any) -> HttpResponse:
    return render(request, "search/search.html", context, status=status)
