"""The one page of a file: the file itself."""

from __future__ import annotations

from django.http import FileResponse
from django.views.decorators.http import require_GET

from samklang.documents import queries
from samklang.documents.downloads import attachment
from samklang.organizations.api import ActingRequest


@require_GET
def download(request: ActingRequest, pk: int) -> FileResponse:
    return attachment(queries.find(request.acting, pk))
