"""What pages ask about areas and about the law."""

from samklang.library.queries.areas import area_names, areas, areas_resting_on
from samklang.library.queries.law import law_text, provisions

__all__ = ["area_names", "areas", "areas_resting_on", "law_text", "provisions"]
