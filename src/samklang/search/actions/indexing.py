"""How the index follows what it is of: what the database has noted, and all of it anew."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from samklang.common.lean import rows
from samklang.inventories.api import reading_folders
from samklang.organizations.api import Partnership
from samklang.search.actions.storing import Store, lightly
from samklang.search.analysis import Analysis, analysis_in, fingerprint
from samklang.search.models import Built, Pending
from samklang.search.queries.source import Source
from samklang.search.queries.sources import SOURCES, touched_by
from samklang.search.tables import trigger_statements

_LOG = logging.getLogger(__name__)
_AT_A_TIME = 1000


class _Places(dict[int | str, Analysis]):
    """The words of each partnership, and of each country."""

    def __missing__(self, place: int | str) -> Analysis:
        country, code = (place, "-") if isinstance(place, str) else _named(place)
        self[place] = found = _analysis(country, code, settings.SAMKLANG_PACKS_DIR)
        return found


def _named(pk: int) -> list[str]:
    ((*names,),) = rows("SELECT country, code FROM organizations_partnership WHERE id = %s", [pk])
    return names


@cache
def _analysis(country: str, code: str, _packs: object) -> Analysis:
    """Return the words of one place; packs stay the same as long as the process runs."""
    return analysis_in(reading_folders(Partnership(country=country, code=code)))


def catch_up_quietly() -> None:
    """Take in what has changed; a database that cannot write leaves it for the next time."""
    try:
        catch_up()
    except DatabaseError:
        _LOG.exception(
            "The index for searching has not taken in what changed; it will be next time"
        )


def catch_up() -> int:
    """Take in what the database has noted; return how much that was."""
    if not _noted():
        return 0
    store = Store(connection)
    with lightly(connection):
        store.hold()
        noted = _noted()
        wanted: dict[str, set[int]] = defaultdict(set)
        for _pk, kind, source_id in noted:
            wanted[kind].add(source_id)
        for kind, ids in list(wanted.items()):
            for other, more in touched_by(kind, ids).items():
                wanted[other] |= more
        places = _Places()
        for kind in SOURCES:
            _take_in(store, kind, sorted(wanted.get(kind, ())), places)
        store.forget_notes([pk for pk, _kind, _source_id in noted])
    return len(noted)


def _noted() -> list[tuple[int, str, int]]:
    return rows("SELECT id, kind, source_id FROM search_pending ORDER BY id", [])


def _take_in(store: Store, kind: str, ids: list[int], places: _Places) -> None:
    """Index the rows anew; of what is no longer there, or no longer says anything, nothing is left.

    Of other states of the same part only how long they stood has changed.
    """
    for start in range(0, len(ids), _AT_A_TIME):
        some = set(ids[start : start + _AT_A_TIME])
        store.remove(kind, some)
        written = []
        for one in SOURCES[kind](some):
            if one.source_id in some:
                written.append(one)
            else:
                store.stood_until(kind, one.source_id, one.stands_until)
        _put(store, written, places)


@transaction.atomic
def rebuild() -> int:
    """Make the index anew from what it is of; return how many documents it has."""
    store = Store(connection)
    store.hold()
    taken = list(Pending.objects.values_list("pk", flat=True))
    store.empty()
    places = _Places()
    sources = chain.from_iterable(read(None) for read in SOURCES.values())
    count = 0
    while some := list(islice(sources, _AT_A_TIME)):
        _put(store, some, places)
        count += len(some)
    store.settle()
    store.forget_notes(taken)
    Built.objects.all().delete()
    Built.objects.create(fingerprint=made_by())
    return count


def _put(store: Store, sources: Iterable[Source], places: _Places) -> None:
    store.put((one, places[one.place].words(one.title, one.body)) for one in sources)


def made_by() -> str:
    return fingerprint(reading_folders())


def make_ready() -> None:
    """See that changes are noted, and that the index is made by today’s words; after migrating."""
    with connection.cursor() as cursor:
        for statement in trigger_statements(connection):
            cursor.execute(statement)
    built = Built.objects.values_list("fingerprint", flat=True).first()
    if built == made_by():
        catch_up()
    else:
        rebuild()
