"""The list of what a backup holds, with a hash of everything, itself included."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from samklang.setup.backups.canonical import TableSum

NAME, SIDE = "manifest.json", "manifest.sha256"
FILES = "files"
FORMAT = 1
_PIECE = 1 << 20


class BackupFault(Exception):
    """A backup or a restore cannot go on; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """`record` is the number and seal of the last entry: a backup is a checkpoint too."""

    format: int
    made_at: str
    version: str
    vendor: str
    database: KeptFile
    tables: dict[str, TableSum]
    migrations: tuple[str, ...]
    files: tuple[KeptFile, ...]
    record: tuple[int, str]
    seconds: float

    @property
    def made(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    @property
    def size(self) -> int:
        return self.database.size + sum(file.size for file in self.files)


def write(manifest: Manifest, folder: Path) -> None:
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    keep(folder / NAME, text.encode())
    keep(folder / SIDE, _side(text.encode()))


def _side(written: bytes) -> bytes:
    """Write it as sha256sum does, which can check it too."""
    return f"{hashlib.sha256(written).hexdigest()}  {NAME}\n".encode()


def read(folder: Path) -> Manifest:
    """Read the list, if it is whole and of a kind that is known here."""
    try:
        written = (folder / NAME).read_bytes()
        side = (folder / SIDE).read_bytes()
    except FileNotFoundError as error:
        raise BackupFault(f"{folder} is not a whole backup: it has no {NAME} or {SIDE}.") from error
    if side != _side(written):
        raise BackupFault(
            f"{folder / NAME} does not fit {SIDE}: one of them was changed or damaged."
        )
    return _parsed(json.loads(written), folder)


def _parsed(said: dict[str, Any], folder: Path) -> Manifest:
    if said["format"] != FORMAT:
        raise BackupFault(f"{folder} has the format {said['format']}; this version reads {FORMAT}.")
    return Manifest(
        **{
            **said,
            "database": KeptFile(**said["database"]),
            "tables": {name: TableSum(**one) for name, one in said["tables"].items()},
            "migrations": tuple(said["migrations"]),
            "files": tuple(KeptFile(**one) for one in said["files"]),
            "record": tuple(said["record"]),
        }
    )


def keep(path: Path, content: bytes) -> None:
    """Write a file that only its owner reads, and see it on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123  # with its rights
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def kept_file(path: Path, name: str) -> KeptFile:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return KeptFile(name, digest.hexdigest(), path.stat().st_size)
