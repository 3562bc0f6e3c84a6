"""Where received files lie: on the local disk, whole, and for certain before anybody is told."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class SettledStorage(FileSystemStorage):
    """Waits for the disk, as the database does: a row must not outlive its file at a power cut.

    A file has its name only once it is whole; what a full disk cut off leaves nothing behind.
    """

    def _save(self, name: str, content: Any) -> str:
        partial = Path(self.path(f"{name}.{secrets.token_hex(4)}.partial"))
        try:
            super()._save(os.path.relpath(partial, self.location), content)  # type: ignore[misc]
            _settle(partial)
            name = self._named(partial, name)
        finally:
            partial.unlink(missing_ok=True)
        _settle(partial.parent)
        return name

    def _named(self, partial: Path, name: str) -> str:
        """Give the file its name, or another when somebody took that in the same moment."""
        while True:
            try:
                os.link(partial, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name


def _settle(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
