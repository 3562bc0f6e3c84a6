"""Read-only mode: everything can be read, and whoever wants to change something is told why not.

Three floors: buttons that would change something are off on every page; a request that would is
answered with a sentence and what was typed; and the connection refuses whatever slipped through.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse

from samklang.common.failing import unsaved
from samklang.common.trouble import ReadOnlyMode, Trouble

_SAFE = ("GET", "HEAD", "OPTIONS")
# Signing in and choosing a language change nothing of the county's.
_ALLOWED_PAGES = (
    "accounts:sign_in",
    "accounts:demo_sign_in",
    "accounts:sign_out",
    "accounts:go_to",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "set_language",
)
# Sessions, who has one, tries that are counted, and codes that are used up.
_ALLOWED_WRITES = re.compile(
    r"(INSERT INTO|UPDATE|DELETE FROM) "
    r'"(django_session|usersessions_usersession|accounts_tries|mfa_authenticator)"'
    r'|UPDATE "accounts_user" SET "last_login" = [^,]+ WHERE'
)
_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|CREATE|ALTER|DROP)\b", re.I)
_FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']post[\"'].*?</form>", re.I | re.S)
_BUTTON = re.compile(
    r"<(button|input(?=[^>]*type=[\"'](?:submit|image)))\b(?![^>]*\bdisabled\b)", re.I
)
# Forms for signing in and out, for the language, and for sending once more what was typed.
_OPEN_FORMS = re.compile(r"<form\b[^>]*\b(?:action=\"(?:/logga/|/sprak/)|data-typed)", re.I)


class ReadOnlyMiddleware:
    """Used only while SAMKLANG_READ_ONLY is set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.SAMKLANG_READ_ONLY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with refused_writes():
            response = self.get_response(request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            response.content = _FORM.sub(_off, response.content.decode()).encode()
        return response

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        page = request.resolver_match.view_name if request.resolver_match else ""
        if request.method in _SAFE or page in _ALLOWED_PAGES:
            return None
        return unsaved(request, Trouble.READ_ONLY)


def refused_writes() -> AbstractContextManager[None]:
    """Let the connection refuse every statement that changes something."""
    return connection.execute_wrapper(_refuse)


def _refuse(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    if _WRITES.match(sql) and not _ALLOWED_WRITES.match(sql):
        raise ReadOnlyMode("SAMKLANG_READ_ONLY is set.")
    return execute(sql, *rest)


def _off(form: re.Match[str]) -> str:
    if _OPEN_FORMS.match(form[0]):
        return form[0]
    return _BUTTON.sub(r"<\1 disabled", form[0])
