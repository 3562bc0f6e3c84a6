"""What pages ask about areas and about the law."""

from samklang.library.queries.areas import LawTie, area_names, areas, law_ties
from samklang.library.queries.law import law_text, provisions

__all__ = ["LawTie", "area_names", "areas", "law_text", "law_ties", "provisions"]
