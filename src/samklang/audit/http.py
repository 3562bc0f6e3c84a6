"""Writes down what a request was refused: no right to it (403), hidden (404), too late (409)."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch

from samklang.audit.actions import record_refusal
from samklang.common.allowance import Allowance
from samklang.common.unsaid import without_secrets

VERBS: dict[int, str] = {
    HTTPStatus.FORBIDDEN: "access.denied",
    HTTPStatus.NOT_FOUND: "access.hidden",
    HTTPStatus.CONFLICT: "access.conflicted",
}
_LARGEST = 2**63 - 1
# What strangers are refused must not fill the disk.
_STRANGERS = Allowance(30)


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        verb = VERBS.get(response.status_code)
        if verb and request.resolver_match:
            _write(verb, request, request.resolver_match)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        request.refused_because = str(exception)[:200]  # type: ignore[attr-defined]


def _write(verb: str, request: HttpRequest, page: ResolverMatch) -> None:
    """Tell the page and what it was asked about; never what was sent."""
    user = request.user if request.user.is_authenticated else None
    details = {
        "method": request.method,
        "page": page.view_name,
        "about": {name: without_secrets(f"/{value}")[1:] for name, value in page.kwargs.items()},
        "reason": getattr(request, "refused_because", ""),
    }
    if user is None:
        if verb != VERBS[HTTPStatus.FORBIDDEN] or not _STRANGERS.take():
            return
        details["left_out"] = _STRANGERS.forget()
    kind, number = page.view_name, _number(page)
    record_refusal(verb, target_kind=kind, target_id=number, by=user, **details)


def _number(page: ResolverMatch) -> int:
    """Return the first number in the address, unless no row could have it."""
    numbers = (value for value in page.kwargs.values() if isinstance(value, int))
    return next((number for number in numbers if number <= _LARGEST), 0)
