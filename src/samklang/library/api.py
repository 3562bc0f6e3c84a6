"""What other contexts may ask about areas, and about the law that they rest on."""

from samklang.library.actions import put_area, put_law
from samklang.library.citing import Citing
from samklang.library.guidance import EmptyPhrase, Guidance, Question, Template, guidance
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
from samklang.library.models import Area, LinkKind, Provision
from samklang.library.queries import LawTie, area_names, areas, law_text, law_ties, provisions
from samklang.library.references import FoundReference, references_in
from samklang.library.terms import FoundTerm, replaced_terms

__all__ = [
    "Area",
    "CitedAct",
    "Citing",
    "EmptyPhrase",
    "FoundReference",
    "FoundTerm",
    "Guidance",
    "KnownAct",
    "KnownLaw",
    "KnownProvision",
    "KnownReference",
    "KnownTerm",
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
    "Template",
    "WordingText",
    "area_names",
    "areas",
    "guidance",
    "law_changes",
    "law_text",
    "law_ties",
    "provisions",
    "put_area",
    "put_law",
    "references_in",
    "replaced_terms",
]
