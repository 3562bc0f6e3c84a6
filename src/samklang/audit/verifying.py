"""Whether the record is whole: what was changed, taken out, put in, moved or cut off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connections
from django.db.models import Model, OuterRef, QuerySet, Subquery

from samklang.audit.checkpoints import Checkpoint
from samklang.audit.fingerprint import fingerprint, shape
from samklang.audit.guarding import is_guarded
from samklang.audit.models import Entry
from samklang.audit.sealing import FIRST, SEALED, key_mark, known_keys, seal

_AT_A_TIME = 2000


def record_faults(checkpoint: Checkpoint | None = None, *, using: str = "default") -> Iterator[str]:
    """Yield a sentence for each fault; no sentence means that the record is as it was written."""
    yield from _chain_faults(using)
    if checkpoint is not None:
        yield from checkpoint_faults(checkpoint, using=using)
    if not is_guarded(connections[using]):
        yield "The triggers that keep the record from being changed are missing in the database."


def _chain_faults(using: str) -> Iterator[str]:
    """Follow the seals; after a fault go on from the seal that stands there."""
    keys = known_keys()
    ranks = {mark: rank for rank, mark in enumerate(keys)}
    number, before, rank = 0, FIRST, 0
    for said in _entries(using):
        missing = said["number"] - number - 1
        number += missing + 1
        if missing:
            yield f"{missing} missing before entry {number}: somebody took them out of the record."
        elif fault := _seal_fault(said, before, keys, rank):
            yield fault
        before, rank = said["seal"], max(rank, ranks.get(said["key_mark"], 0))


def _entries(using: str) -> Iterator[dict[str, Any]]:
    rows = Entry.objects.using(using).order_by("number")
    yield from rows.values(*SEALED, "key_mark", "seal").iterator(chunk_size=_AT_A_TIME)


def _seal_fault(said: Mapping[str, Any], before: str, keys: dict[str, str], rank: int) -> str:
    number, mark = said["number"], said["key_mark"]
    if mark not in keys:
        return (
            f"Entry {number} is sealed with a key ({mark}) that is not set here: "
            "add it to SAMKLANG_AUDIT_OLD_KEYS, or somebody else wrote it."
        )
    if list(keys).index(mark) < rank:
        return f"Entry {number} is sealed with an old key after a newer one: somebody put it in."
    if seal(said, before=before, key=keys[mark]) != said["seal"]:
        return f"Entry {number} does not fit its seal: it was changed, moved or put in."
    return ""


def checkpoint_faults(checkpoint: Checkpoint, *, using: str = "default") -> Iterator[str]:
    """Ask the record for the entry that the checkpoint names; three statements at most."""
    entries = Entry.objects.using(using)
    last = entries.values_list("number", flat=True).first() or 0
    if last < checkpoint.number:
        yield (
            f"The record ends at entry {last}, but the checkpoint of {checkpoint.taken_at} "
            f"says {checkpoint.number}: its end was cut off, or an older backup was restored."
        )
        return
    there = entries.filter(number=checkpoint.number).values_list("seal", flat=True).first() or FIRST
    if there != checkpoint.seal:
        yield (
            f"Entry {checkpoint.number} has another seal than the checkpoint of "
            f"{checkpoint.taken_at}: the record was written anew."
        )


def row_faults(model: type[Model], *, using: str = "default") -> Iterator[str]:
    """Compare each row with what the last entry about it says it became.

    Only for a model whose every change is an entry. What was written before entries said it, or
    before a release that changed the columns, is passed over.
    """
    columns = shape(model)
    about = Entry.objects.filter(target_kind=model._meta.label_lower, target_id=OuterRef("pk"))
    last = Subquery(about.order_by("-number").values("after")[:1])
    rows = QuerySet(model, using=using).annotate(told=last).order_by("pk")
    for row in rows.iterator(chunk_size=_AT_A_TIME):
        told = getattr(row, "told", None)
        if told and told.startswith(columns) and told != fingerprint(row):
            yield (
                f"{model._meta.label} {row.pk} is not what the last entry about it says: "
                "somebody changed it beside the product, or it is damaged."
            )


def sealed_by_trial_key(trial_key: str, *, using: str = "default") -> int:
    """Return how many entries anybody could have sealed: those from before the key was set."""
    return Entry.objects.using(using).filter(key_mark=key_mark(trial_key)).count()
