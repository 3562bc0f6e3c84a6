"""What other contexts may ask about areas, the law that they rest on, and shared clauses."""

from samklang.library.actions import (
    Reworded,
    add_clause,
    bring_back_clause,
    change_clause,
    put_area,
    put_clause,
    put_law,
    withdraw_clause,
)
from samklang.library.citing import Citing
from samklang.library.guidance import (
    EmptyPhrase,
    Guidance,
    Question,
    Template,
    TemplateSection,
    guidance,
)
from samklang.library.known_clauses import KnownClause, KnownVersion, WrittenClause
from samklang.library.known_law import (
    KnownAct,
    KnownLaw,
    KnownProvision,
    KnownReference,
    KnownTerm,
    KnownWording,
)
from samklang.library.law_calendar import LawChange, ProvisionText, WordingText, law_changes
from samklang.library.law_text import CitedAct, LawText, OldReference, ReplacedTerm
from samklang.library.models import Area, Clause, ClauseVersion, LinkKind, Provision
from samklang.library.policies import can_change_clause, can_write_clauses
from samklang.library.queries import (
    LawTie,
    area_names,
    areas,
    chosen,
    clause_history,
    clause_versions,
    clauses,
    find_clause,
    law_text,
    law_ties,
    newest_of,
    provisions,
)
from samklang.library.references import FoundReference, references_in
from samklang.library.terms import FoundTerm, replaced_terms

__all__ = [
    "Area",
    "CitedAct",
    "Citing",
    "Clause",
    "ClauseVersion",
    "EmptyPhrase",
    "FoundReference",
    "FoundTerm",
    "Guidance",
    "KnownAct",
    "KnownClause",
    "KnownLaw",
    "KnownProvision",
    "KnownReference",
    "KnownTerm",
    "KnownVersion",
    "KnownWording",
    "LawChange",
    "LawText",
    "LawTie",
    "LinkKind",
    "OldReference",
    "Provision",
    "ProvisionText",
    "Question",
    "ReplacedTerm",
    "Reworded",
    "Template",
    "TemplateSection",
    "WordingText",
    "WrittenClause",
    "add_clause",
    "area_names",
    "areas",
    "bring_back_clause",
    "can_change_clause",
    "can_write_clauses",
    "change_clause",
    "chosen",
    "clause_history",
    "clause_versions",
    "clauses",
    "find_clause",
    "guidance",
    "law_changes",
    "law_text",
    "law_ties",
    "newest_of",
    "provisions",
    "put_area",
    "put_clause",
    "put_law",
    "references_in",
    "replaced_terms",
    "withdraw_clause",
]
