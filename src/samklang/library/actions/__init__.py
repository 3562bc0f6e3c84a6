"""How a county's areas and its country's law are put in place from their packs."""

from samklang.library.actions.areas import put_area
from samklang.library.actions.law import put_law

__all__ = ["put_area", "put_law"]
