"""How areas, law and clauses are put in place, and how a county's own clauses are written."""

from samklang.library.actions.areas import put_area
from samklang.library.actions.clauses import (
    Reworded,
    Withdrawn,
    add_clause,
    bring_back_clause,
    change_clause,
    put_clause,
    withdraw_clause,
)
from samklang.library.actions.law import put_law

__all__ = [
    "Reworded",
    "Withdrawn",
    "add_clause",
    "bring_back_clause",
    "change_clause",
    "put_area",
    "put_clause",
    "put_law",
    "withdraw_clause",
]
