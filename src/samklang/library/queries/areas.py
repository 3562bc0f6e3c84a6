"""What pages ask about areas."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from samklang.common.lean import rows
from samklang.library.models import Area

# Plain SQL, since every county page asks for them; the order is the model's.
_NAMES = """
SELECT id, code, name, short_name, statutory, translations FROM library_area
WHERE partnership_id = %s
ORDER BY position, id
"""


def areas(partnership_id: int) -> QuerySet[Area]:
    return Area.objects.filter(partnership_id=partnership_id)


# The same record has the same meaning, so it is read once.
_translated = lru_cache(maxsize=1000)(json.loads)


def area_names(partnership_id: int, language: str) -> list[tuple[Any, ...]]:
    """Return id, code, name, short name and whether it is statutory, named in the language."""
    found = []
    for pk, code, name, short_name, statutory, translations in rows(_NAMES, [partnership_id]):
        said = _translated(translations).get(language, {})
        names = said.get("name") or name, said.get("short_name") or short_name
        found.append((pk, code, *names, statutory))
    return found


class LawTie(NamedTuple):
    """That an area rests on a provision, or is only touched by it; both by their ids."""

    provision_id: int
    area_id: int
    rests: bool


def law_ties(partnership_id: int) -> frozenset[LawTie]:
    return frozenset(
        LawTie(*pair, rests=through is Area.basis.through)
        for through in (Area.basis.through, Area.touched_by.through)
        for pair in through.objects.filter(area__partnership_id=partnership_id).values_list(
            "provision_id", "area_id"
        )
    )
