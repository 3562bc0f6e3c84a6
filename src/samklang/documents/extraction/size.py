"""How large a received file may be."""

from __future__ import annotations

from typing import Final

from samklang.documents.extraction.text import FileFault

MAX_SIZE: Final = 50 * 1024 * 1024


def check_size(size: int) -> None:
    """Refuse a file by its size alone, before any of it is read."""
    if size == 0:
        raise FileFault("empty")
    if size > MAX_SIZE:
        raise FileFault("too_large", size=size, limit=MAX_SIZE)
