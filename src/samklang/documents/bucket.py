"""Where received files lie when they are kept in an S3 store: private, and never written over.

An answer of 2xx to a write is the store's word that the bytes are safe, as fsync is the disk's.
What the store says when it cannot is an OSError here, as of a disk, so that pages and commands
say the same of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage


class BucketStorage(S3Storage):  # type: ignore[misc]  # storages has no types
    """One bucket, with a beginning that all names in it share."""

    def _open(self, name: str, mode: str = "rb") -> Any:
        """Fetch the file at once: what is missing or damaged is found out here."""
        with as_of_a_disk():
            file = super()._open(name, mode)
            _fetched = file.size, file.file
        return file

    def _save(self, name: str, content: Any) -> str:
        with as_of_a_disk():
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        with as_of_a_disk():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with as_of_a_disk():
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with as_of_a_disk():
            folders, files = super().listdir(name)
        return folders, files

    def get_modified_time(self, name: str) -> Any:
        with as_of_a_disk():
            return super().get_modified_time(name)


@contextmanager
def as_of_a_disk() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OSError(f"The store of files does not do as it should: {error}") from error
