"""The files that rows point at, found by asking the models, those of later contexts too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.core.files.storage import Storage, default_storage
from django.db import connections
from django.db.models import FileField, Model, QuerySet

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`sha256` is what the row says the bytes are, or nothing when it does not say."""

    name: str
    sha256: str
    row: str


def stored_files(using: str = "default") -> Iterator[StoredFile]:
    """Yield them all; what the database has no table for yet, before it is migrated, has none."""
    there = set(connections[using].introspection.table_names())
    for model in apps.get_models():
        if model._meta.db_table not in there:
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                yield from _of(model, field.name, using)


def _of(model: type[Model], field: str, using: str) -> Iterator[StoredFile]:
    told = ["sha256"] if _has(model, "sha256") else []
    rows: QuerySet[Model] = QuerySet(model, using=using).exclude(**{field: ""}).order_by("pk")
    for pk, name, *hashes in rows.values_list("pk", field, *told).iterator(chunk_size=1000):
        yield StoredFile(name, hashes[0] if hashes else "", f"{model._meta.label} {pk}")


def _has(model: type[Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def sum_of(name: str) -> str:
    """Return the SHA-256 of the stored bytes; raise OSError when they cannot be read."""
    digest = sha256()
    with default_storage.open(name) as file:
        for piece in file.chunks(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def names_in(storage: Storage = default_storage, folder: str = "") -> Iterator[str]:
    """Yield the names of all files that the storage holds."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}/{name}" if folder else name
    for name in sorted(folders):
        yield from names_in(storage, f"{folder}/{name}" if folder else name)
