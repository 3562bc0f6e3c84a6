"""The one page of a file: the file itself."""

from __future__ import annotations

from django.http import FileResponse
from django.views.decorators.http import require_GET

from samklang.audit.api import record_reading
from samklang.documents import queries
from samklang.documents.downloads import attachment
from samklang.documents.openness import is_open
from samklang.organizations.api import ActingRequest


@require_GET
def download(request: ActingRequest, pk: int) -> FileResponse:
    """A file that is not for everybody yet: who fetched it is told to the organization."""
    file = queries.find(request.acting, pk)
    if not is_open(file, on=request.acting.today):
        kind = file._meta.label_lower
        record_reading("file.read", target_kind=kind, target_id=file.pk, by=request.user)
    return attachment(file)
