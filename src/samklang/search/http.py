"""Lets the index take in what a request has changed, before it is answered."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from samklang.search.actions import catch_up_quietly

_LOOKING = {"GET", "HEAD", "OPTIONS"}


class SearchMiddleware:
    """What is saved is found from the next question on; looking and refusing write nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method not in _LOOKING and answer.status_code < HTTPStatus.BAD_REQUEST:
            catch_up_quietly()
        return answer
