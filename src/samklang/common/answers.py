"""The answers a view can give, besides Django’s own `render`."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from samklang.common.http import HtmxRequest

# Nobody can type it, so that it stands nowhere else on the page.
_GAP = "\0content\0"


def page_or_part(
    request: HtmxRequest, page: str, part: str, context: dict[str, Any]
) -> HttpResponse:
    """Render the page, or just the part of it that htmx will swap in."""
    whole = not request.htmx or request.htmx.history_restore_request
    answer = render(request, page if whole else part, context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def around(
    request: HttpRequest, page: str, content: bytes, context: dict[str, Any]
) -> HttpResponse:
    """Render the page around a content that is written already."""
    frame = render_to_string(page, {**context, "content": _GAP}, request)
    before, after = (piece.encode() for piece in frame.split(_GAP))
    return HttpResponse(b"".join((before, content, after)))


def correct(request: HtmxRequest, part: str, context: dict[str, Any]) -> HttpResponse:
    """Show the form again, with its errors."""
    return render(request, part, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def see(request: HtmxRequest, to: Any) -> HttpResponse:
    """Send the browser on to `to`, whether or not htmx is asking."""
    url = resolve_url(to)
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)
