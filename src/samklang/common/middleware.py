"""Turns what the domain refuses into an answer that says why."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samklang.common.lifecycle import MoveNotAllowed


class ConflictMiddleware:
    """Answers 409 when someone else moved the object first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, MoveNotAllowed):
            return render(request, "409.html", status=HTTPStatus.CONFLICT)
        return None
