"""Tells rows of values for a program (JSON, a table of values) from text for people."""

from __future__ import annotations

import csv
import json
from itertools import islice

_LOOKED_AT = 20
_FEWEST_ROWS = 4
_FEWEST_COLUMNS = 3
_SEPARATORS = (",", ";", "\t")


def is_for_programs(text: str) -> bool:
    return _is_json(text) or any(_is_table(text, separator) for separator in _SEPARATORS)


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        return isinstance(json.loads(text), (dict, list))
    except ValueError:
        return False


def _is_table(text: str, separator: str) -> bool:
    """Every row has as many columns: people do not write like that for long."""
    rows = csv.reader(text.splitlines(), delimiter=separator)
    try:
        widths = [len(row) for row in islice(rows, _LOOKED_AT) if row]
    except csv.Error:
        return False
    return len(widths) >= _FEWEST_ROWS and min(widths) == max(widths) >= _FEWEST_COLUMNS
