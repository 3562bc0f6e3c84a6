"""How a report's figures are written down so that they can be kept, checked and shown again."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from samklang.common.periods import StatedDate
from samklang.reporting.figures import (
    Account,
    AreaFigures,
    Cell,
    Counts,
    Holding,
    Inventory,
    Local,
    Municipality,
    Regional,
)

Json = dict[str, Any]


def frozen(figures: Inventory) -> str:
    """Write the figures as canonical JSON: the same figures are always the same text."""
    return json.dumps(
        asdict(figures),
        default=date.isoformat,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )


def fingerprint(written: str) -> str:
    return sha256(written.encode()).hexdigest()


def thawed(written: str) -> Inventory:
    """Read figures that `frozen` wrote."""
    found = json.loads(written)
    return Inventory(
        **{
            **found,
            "on": date.fromisoformat(found["on"]),
            "areas": tuple(_area(area) for area in found["areas"]),
            "municipalities": tuple(
                Municipality(one["name"], tuple(_cell(cell) for cell in one["cells"]))
                for one in found["municipalities"]
            ),
            "account": Account(**found["account"]),
        }
    )


def _area(found: Json) -> AreaFigures:
    regional = found["regional"]
    return AreaFigures(
        **{
            **found,
            "answers": Counts(**found["answers"]),
            "regional": regional
            and Regional(**{**regional, "holding": _holding(regional["holding"])}),
            "locals": tuple(_local(local) for local in found["locals"]),
        }
    )


def _local(found: Json) -> Local:
    return Local(
        **{
            **found,
            "names": tuple(found["names"]),
            "holding": _holding(found["holding"]),
            "adopted_date": found["adopted_date"] and date.fromisoformat(found["adopted_date"]),
            "outlived_end": _stated(found["outlived_end"]),
        }
    )


def _holding(found: Json) -> Holding:
    dates = {name: _stated(found[name]) for name in ("start", "end", "extended_from")}
    known_from = found.get("known_from")
    return Holding(
        **{**found, **dates, "known_from": known_from and date.fromisoformat(known_from)}
    )


def _cell(found: Json) -> Cell:
    return Cell(**{**found, "end": _stated(found["end"])})


def _stated(found: Json | None) -> StatedDate | None:
    if found is None:
        return None
    return StatedDate(date.fromisoformat(found["first"]), date.fromisoformat(found["last"]))
