"""Check 31: on a full disk one can read, what was typed is kept, and room is all it takes.

Control: the same change is saved before the disk is full.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.conftest import demo_county
from tests.evidence.service import Answer, Service, Visitor
from tests.installation import Installation

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0, reason="Left out: only root can mount a small disk (tmpfs)."
)
TYPED = "PROV skriven när disken var full"
READ = ("/lanet/", "/avtal/", "/avtal/1/", "/avtal/1/historik/", "/las-in/", "/rapporter/")


@pytest.fixture
def small(tmp_path: Path, static: Path) -> Iterator[Installation]:
    """A county on a disk of 24 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], check=True)
    try:
        made = demo_county(disk)
        (disk / "static").symlink_to(static)
        yield made
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(folder: Path) -> Path:
    """Take every byte there is."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"\0" * 4096)
    return path


def write(visitor: Visitor, number: str) -> Answer:
    path = "/avtal/1/diarienummer/"
    return visitor.post(path, {**visitor.get(path).form, "number": number})


def test_a_full_disk_stops_saving_and_nothing_else(
    small: Installation, figures: dict[str, Any]
) -> None:
    with Service(small) as service:
        visitor = Visitor(service.address).sign_in()
        assert write(visitor, "PROV före").status == 302
        form = visitor.get("/las-in/").form

        filler = fill(small.folder)
        refused = write(visitor, TYPED)
        file = visitor.send_file("/las-in/ta-emot/", form, "a.txt", b"Avtal om skog. " * 9000)
        read = [visitor.get(path).status for path in READ]
        filler.unlink()
        after = write(visitor, TYPED)

    told = "Det finns ingen plats kvar att spara på"
    figures.update(check=31, refused=refused.status, file_refused=file.status, pages_read=len(read))
    assert (refused.status, file.status) == (503, 503)
    assert told in refused.text
    assert told in file.text
    assert f"{TYPED}</textarea>" in refused.text
    assert read == [200] * len(READ)
    assert after.status == 302
    assert "Everything is whole" in small.done("verify")
