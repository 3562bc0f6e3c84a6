"""The product’s pages, and the bare view that they are held against."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@login_not_required
def bare(_request: HttpRequest) -> HttpResponse:
    """Answer five bytes through the whole middleware: what nothing can be faster than."""
    return HttpResponse(b"hello")


urlpatterns = [path("bare/", bare), path("", include("samklang.config.urls"))]
