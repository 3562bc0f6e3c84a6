"""What the county collaborates about, the law that it rests on, and the wordings that it shares."""

from samklang.library.models.areas import Area
from samklang.library.models.clauses import Clause, ClauseVersion
from samklang.library.models.law import Act, LawBook, LinkKind, Provision, Reference, Term, Wording

__all__ = [
    "Act",
    "Area",
    "Clause",
    "ClauseVersion",
    "LawBook",
    "LinkKind",
    "Provision",
    "Reference",
    "Term",
    "Wording",
]
