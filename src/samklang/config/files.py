"""Where received files are kept: in a folder, or in an S3 store."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured

_WORDS = {"endpoint": "endpoint_url", "region": "region_name"}


def files(url: str, *, default_folder: Path) -> dict[str, Any]:
    """Read SAMKLANG_FILES: empty, or `s3://bucket/beginning?endpoint=https://…&region=…`.

    The keys are never in it: the store's own client finds them where it always does.
    """
    if not url:
        return {
            "BACKEND": "samklang.documents.storage.SettledStorage",
            "OPTIONS": {"location": str(default_folder)},
        }
    parts = urlsplit(url)
    words = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.hostname or parts.username or set(words) - set(_WORDS):
        raise ImproperlyConfigured(
            "SAMKLANG_FILES must be s3://BUCKET/BEGINNING, with ?endpoint=https://… and &region=… "
            "where the store needs them, or be left unset. Keys do not belong in it."
        )
    return {
        "BACKEND": "samklang.documents.bucket.BucketStorage",
        "OPTIONS": {
            "bucket_name": parts.netloc,
            "location": parts.path.strip("/"),
            "file_overwrite": False,
            "default_acl": None,
            **{_WORDS[word]: value for word, value in words.items()},
        },
    }
