"""What whoever looks into an incident needs, in one file: proof, versions, the record, the log.

The incident warning that the law asks for is due within 24 hours; this is made in a minute.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from samklang.audit.api import Entry, checkpoint_file, present
from samklang.common.unsaid import without_secrets
from samklang.setup.backups.checking import remarks, state_faults
from samklang.setup.operations import readings

_README = """\
Made by `samklang incident` at {now}, about what happened since {since} (UTC).

record.jsonl       every entry of the record since then, with its seal
present.json       where the record stands now; checkpoints.jsonl: where it stood before
verified.txt       what `samklang verify` says now
status.txt         what `samklang status` says now
packages.txt       the packages that run, with their versions
settings.txt       which settings are given; never what they hold
logs/              the log files that were named, without the secrets in addresses
hashes.txt         the SHA-256 of each of these

It tells what persons did: keep it like the record itself.
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was put together: how many entries and faults, and where."""

    path: Path
    entry_count: int
    fault_count: int


def bundle(path: Path, *, since: datetime, logs: Iterable[Path]) -> Bundle:
    """Write the file, readable by its owner alone; raise FileExistsError if it is there."""
    faults = list(state_faults())
    entries = list(_entries(since))
    parts = {
        "README.txt": _README.format(now=timezone.now().astimezone(UTC), since=since),
        "record.jsonl": "".join(entries),
        "present.json": present().as_line() + "\n",
        "checkpoints.jsonl": _read(checkpoint_file()),
        "verified.txt": "\n".join([*(faults or ["Everything is whole."]), *remarks(), ""]),
        "status.txt": "\n".join(_status()),
        "packages.txt": "\n".join(sorted(_packages())),
        "settings.txt": "\n".join(sorted(name for name in os.environ if _is_ours(name))),
        **{f"logs/{one.name}": without_secrets(_read(one)) for one in logs},
    }
    _write(path, parts)
    return Bundle(path, len(entries), len(faults))


def _entries(since: datetime) -> Iterator[str]:
    told = Entry.objects.filter(happened_at__gte=since).order_by("number").values()
    for entry in told.iterator():
        yield json.dumps(entry, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


def _status() -> Iterator[str]:
    for one in readings(timezone.now()):
        yield " ".join(filter(None, (one.name, one.value, one.advice)))


def _packages() -> Iterator[str]:
    for one in distributions():
        yield f"{one.metadata['Name']} {one.version}"


def _is_ours(name: str) -> bool:
    return name.startswith(("SAMKLANG_", "DJANGO_"))


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


def _write(path: Path, parts: dict[str, str]) -> None:
    hashes = [f"{_hash(said)}  {name}" for name, said in parts.items()]
    parts = {**parts, "hashes.txt": "\n".join([*hashes, ""])}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w") as kept:
        for name, said in parts.items():
            kept.writestr(name, said, zipfile.ZIP_DEFLATED)


def _hash(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()
