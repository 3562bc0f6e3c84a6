"""What pages ask about areas, about the law and about shared clauses."""

from samklang.library.queries.areas import LawTie, area_names, areas, law_ties
from samklang.library.queries.clauses import (
    chosen,
    clause_history,
    clause_versions,
    clauses,
    find_clause,
    newest_of,
)
from samklang.library.queries.law import law_text, provisions

__all__ = [
    "LawTie",
    "area_names",
    "areas",
    "chosen",
    "clause_history",
    "clause_versions",
    "clauses",
    "find_clause",
    "law_text",
    "law_ties",
    "newest_of",
    "provisions",
]
