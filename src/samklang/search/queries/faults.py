"""Whether the index has what there is: for whoever checks the installation."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from samklang.common.lean import rows
from samklang.inventories.api import reading_folders
from samklang.search.analysis import fingerprint
from samklang.search.models import Built, Document, Kind, Pending
from samklang.search.queries.sources import SOURCES
from samklang.search.tables import trigger_names

_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}
_MEND = "Run `samklang index`."


def index_faults() -> Iterator[str]:
    """Yield a sentence for everything that cannot be found though it is there, or the other way."""
    there = {name for (name,) in rows(_TRIGGERS[connection.vendor], [])}
    if lost := sorted(trigger_names() - there):
        yield f"Changes are not noted for searching: {lost[0]} is gone. {_MEND}"
    if waiting := Pending.objects.count():
        yield f"{waiting} changes cannot be found by searching yet. {_MEND}"
        return
    built = Built.objects.values_list("fingerprint", flat=True).first()
    if built not in (None, fingerprint(reading_folders())):
        yield f"The index for searching was made by other words than today’s. {_MEND}"
    for kind in SOURCES:
        yield from _faults_of(kind)


def _faults_of(kind: str) -> Iterator[str]:
    expected = {one.source_id for one in SOURCES[kind](None)}
    found = set(Document.objects.filter(kind=kind).values_list("source_id", flat=True))
    name = Kind(kind).value
    if lacking := len(expected - found):
        yield f"{lacking} of kind {name} cannot be found by searching. {_MEND}"
    if left := len(found - expected):
        yield f"{left} of kind {name} are in the index though they are gone. {_MEND}"
