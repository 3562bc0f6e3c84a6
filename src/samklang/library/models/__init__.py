"""What the county collaborates about, and the law that it rests on."""

from samklang.library.models.areas import Area
from samklang.library.models.law import Act, LawBook, LinkKind, Provision, Reference, Term, Wording

__all__ = ["Act", "Area", "LawBook", "LinkKind", "Provision", "Reference", "Term", "Wording"]
