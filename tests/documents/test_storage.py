"""A stored file is whole or not there, and the disk has it before anybody is told.

Seen red: with Django's own storage, half a file is left behind and nobody waits for the disk.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from samklang.documents.storage import SettledStorage


class Breaking(ContentFile[bytes]):
    """Content that the disk has no room for after its first piece."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def storage(tmp_path: Path) -> SettledStorage:
    return SettledStorage(location=tmp_path)


def test_what_could_not_be_written_whole_leaves_nothing(
    storage: SettledStorage, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No space"):
        storage.save("received/a", Breaking(b"half a file"))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_of_one_name_are_both_kept(storage: SettledStorage, tmp_path: Path) -> None:
    names = [storage._save("received/a", ContentFile(content)) for content in (b"one", b"two")]

    assert names[0] == "received/a"
    assert [(tmp_path / name).read_bytes() for name in names] == [b"one", b"two"]
    assert len(list((tmp_path / "received").iterdir())) == 2


def test_the_disk_is_waited_for(storage: SettledStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[Path] = []
    fsync = os.fsync

    def noted(number: int) -> None:
        waited.append(Path(f"/proc/self/fd/{number}").readlink())
        fsync(number)

    monkeypatch.setattr(os, "fsync", noted)

    storage.save("received/a", ContentFile(b"one"))

    assert [path.suffix or path.name for path in waited] == [".partial", "received"]
