"""What the page of searching shows."""

from samklang.search.queries.faults import index_faults
from samklang.search.queries.finding import MOST, Found, find
from samklang.search.queries.hinting import hints
from samklang.search.queries.showing import Hit

__all__ = ["MOST", "Found", "Hit", "find", "hints", "index_faults"]
