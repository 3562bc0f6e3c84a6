"""How a kept file is handed out: as it came, to be saved and never shown in the page."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse

from samklang.documents.models import File

# Only what the reader can take in has a type of its own; the rest is a row of bytes.
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "text": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


def attachment(file: File, name: str = "") -> FileResponse:
    """Answer with the bytes, under another name than the file’s own where they came by it.

    The caller has asked leave.
    """
    kind = TYPES.get(file.format, "application/octet-stream")
    return handed_out(file.content, name or file.name, kind)


def handed_out(content: FieldFile, name: str, content_type: str) -> FileResponse:
    """Answer with stored bytes under the name, to be saved and kept by nobody on the way."""
    answer = FileResponse(
        content.open("rb"), as_attachment=True, filename=name, content_type=content_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
