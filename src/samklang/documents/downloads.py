"""How a kept file is handed out: as it came, to be saved and never shown in the page."""

from __future__ import annotations

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


def attachment(file: File) -> FileResponse:
    """Answer with the bytes; the caller has asked leave."""
    answer = FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type=TYPES.get(file.format, "application/octet-stream"),
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
